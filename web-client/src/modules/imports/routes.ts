import type { Shell } from '@shared/route';
import { text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

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
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
    validateSearch: (raw: Record<string, unknown>) => ({ outcome: text(raw, 'outcome'), code: text(raw, 'code') }),
  }),
];
