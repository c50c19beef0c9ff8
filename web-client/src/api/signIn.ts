/** What the application knows about its session: nobody yet, somebody, or somebody whose session has ended. */
type State = 'unknown' | 'signed-in' | 'ended';

let state: State = 'unknown';
let waiting: Array<() => void> = [];
const listeners = new Set<() => void>();

function become(next: State) {
  state = next;
  for (const listener of listeners) listener();
}

export const signIn = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: () => state,
  succeeded: () => become('signed-in'),
  /** Called when the pop-up has signed in: every request that waited goes on. */
  resume() {
    become('signed-in');
    const held = waiting;
    waiting = [];
    for (const go of held) go();
  },
  page: (returnUrl: string) => `/bff/login?returnUrl=${encodeURIComponent(returnUrl)}`,
  leave: (url: string) => globalThis.location.assign(url),
};

/** The first page load goes to the sign-in page; later, a dialog keeps the page and everything typed on it. */
export function signedInAgain(): Promise<void> {
  if (state === 'unknown') {
    signIn.leave(signIn.page(location.pathname + location.search + location.hash));
    return new Promise(() => {});
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
    become('ended');
  });
}
