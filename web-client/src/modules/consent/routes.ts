import type { Shell } from '@shared/route';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const consentRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/mailing-lists',
    component: lazyRouteComponent(() => import('./MailingListsPage'), 'MailingListsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/mailing-lists/new',
    component: lazyRouteComponent(() => import('./NewMailingListPage'), 'NewMailingListPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/mailing-lists/$id',
    component: lazyRouteComponent(() => import('./MailingListPage'), 'MailingListPage'),
  }),
];
