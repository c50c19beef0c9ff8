import type { Shell } from '@shared/route';
import { flag, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const contactsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  role: text(raw, 'role'),
  language: oneOf(raw, 'language', ['fi', 'sv', 'en'] as const),
  passive: flag(raw, 'passive'),
  sort: text(raw, 'sort'),
});

export type ContactsSearch = ReturnType<typeof contactsSearch>;

export const accountsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/contacts',
    component: lazyRouteComponent(() => import('./ContactsPage'), 'ContactsPage'),
    validateSearch: contactsSearch,
  }),
];
