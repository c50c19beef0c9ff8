import type { Shell } from '@shared/route';
import { oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

const outcomes = ['new', 'changed', 'matched', 'suspicious', 'invalid'] as const;

export const importsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/imports',
    component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/imports/new',
    component: lazyRouteComponent(() => import('./NewImportPage'), 'NewImportPage'),
    validateSearch: (raw: Record<string, unknown>) => ({ event: text(raw, 'event') }),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
    validateSearch: (raw: Record<string, unknown>) => ({
      outcome: oneOf(raw, 'outcome', outcomes),
      code: text(raw, 'code'),
    }),
  }),
];
