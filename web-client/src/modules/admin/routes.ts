import type { Shell } from '@shared/route';
import { text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const adminRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/users',
    component: lazyRouteComponent(() => import('./UsersPage'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/audit',
    component: lazyRouteComponent(() => import('./AuditPage'), 'AuditPage'),
    validateSearch: (raw: Record<string, unknown>) => ({
      entity: text(raw, 'entity'),
      id: text(raw, 'id'),
      user: text(raw, 'user'),
      from: text(raw, 'from'),
      to: text(raw, 'to'),
    }),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/code-lists',
    component: lazyRouteComponent(() => import('./CodeListsPage'), 'CodeListsPage'),
    validateSearch: (raw: Record<string, unknown>) => ({ list: text(raw, 'list') }),
  }),
];
