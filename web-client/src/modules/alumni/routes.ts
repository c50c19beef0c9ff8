import type { Shell } from '@shared/route';
import { flag, oneOf, text, year } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const alumniSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  programme: text(raw, 'programme'),
  degree: text(raw, 'degree'),
  graduatedFrom: year(raw, 'graduatedFrom'),
  graduatedTo: year(raw, 'graduatedTo'),
  form: text(raw, 'form'),
  town: text(raw, 'town'),
  mailable: flag(raw, 'mailable'),
  passive: flag(raw, 'passive'),
  columns: text(raw, 'columns'),
  sort: oneOf(raw, 'sort', ['name', '-name', 'graduated', '-graduated', 'updatedAt', '-updatedAt'] as const),
});

export type AlumniSearch = ReturnType<typeof alumniSearch>;

export const alumniRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni',
    component: lazyRouteComponent(() => import('./AlumniPage'), 'AlumniPage'),
    validateSearch: alumniSearch,
  }),
];
