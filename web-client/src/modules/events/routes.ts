import type { Shell } from '@shared/route';
import { day, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const kinds = ['continuing-education', 'event', 'rdi-event'] as const;
export const states = ['planned', 'held', 'cancelled'] as const;
export const participantStates = ['registered', 'attended', 'cancelled', 'no-show'] as const;

export const eventsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  kind: oneOf(raw, 'kind', kinds),
  state: oneOf(raw, 'state', states),
  /** The coming ones unless said otherwise. */
  when: oneOf(raw, 'when', ['past', 'all'] as const),
  from: day(raw, 'from'),
  to: day(raw, 'to'),
  sort: oneOf(raw, 'sort', ['startsAt', '-startsAt', 'name', '-name'] as const),
});

export type EventsSearch = ReturnType<typeof eventsSearch>;

export const eventsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/events',
    component: lazyRouteComponent(() => import('./EventsPage'), 'EventsPage'),
    validateSearch: eventsSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/events/$id',
    component: lazyRouteComponent(() => import('./EventPage'), 'EventPage'),
    validateSearch: (raw: Record<string, unknown>) => ({
      q: text(raw, 'q'),
      state: oneOf(raw, 'state', participantStates),
    }),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/events/$id/door',
    component: lazyRouteComponent(() => import('./DoorPage'), 'DoorPage'),
  }),
];
