import type { Shell } from '@shared/route';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const officerRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/erasure-queue',
    component: lazyRouteComponent(() => import('./ErasureQueuePage'), 'ErasureQueuePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/retention',
    component: lazyRouteComponent(() => import('./RetentionPage'), 'RetentionPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/purposes',
    component: lazyRouteComponent(() => import('./PurposesPage'), 'PurposesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/privacy-notice',
    component: lazyRouteComponent(() => import('./NoticePage'), 'NoticePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/breaches',
    component: lazyRouteComponent(() => import('./BreachesPage'), 'BreachesPage'),
  }),
];
