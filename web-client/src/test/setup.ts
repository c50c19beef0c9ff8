import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { server } from './server';

// Lazy pages on a busy machine take their time; a failure need not print the whole page.
configure({
  asyncUtilTimeout: 15_000,
  getElementError: (message) =>
    Object.assign(new Error(message?.split('\n')[0] ?? ''), { name: 'TestingLibraryElementError' }),
});

// What jsdom lacks and Mantine asks for.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    // A wide window with a mouse.
    matches: query.includes('min-width'),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }),
});
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', Observer);
vi.stubGlobal('EventSource', undefined);
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};
window.scrollTo = () => {};
// The virtual list measures its scroller; without a size it would show nothing.
for (const [name, value] of Object.entries({
  offsetHeight: 56,
  offsetWidth: 1200,
  clientHeight: 800,
  clientWidth: 1200,
}))
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
// Growing text areas wait for fonts.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  notifications.clean();
  localStorage.clear();
});
afterAll(() => server.close());
