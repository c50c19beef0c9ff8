import type { Shell } from '@shared/route';
import { oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officerRoutes } from './officer/routes';

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
    path: '/target-groups',
    component: lazyRouteComponent(() => import('./groups/TargetGroupsPage'), 'TargetGroupsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/target-groups/new',
    component: lazyRouteComponent(() => import('./groups/TargetGroupPage'), 'TargetGroupPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/target-groups/$id',
    component: lazyRouteComponent(() => import('./groups/TargetGroupPage'), 'TargetGroupPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/mailing-lists/drift',
    component: lazyRouteComponent(() => import('./DriftPage'), 'DriftPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/consent-texts',
    component: lazyRouteComponent(() => import('./wording/ConsentTextsPage'), 'ConsentTextsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disclosures',
    component: lazyRouteComponent(() => import('./disclosures/DisclosuresPage'), 'DisclosuresPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disclosures/$id',
    component: lazyRouteComponent(() => import('./disclosures/DisclosurePage'), 'DisclosurePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/erasure-certificates',
    component: lazyRouteComponent(() => import('./erasure/CertificatesPage'), 'CertificatesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/erasure-certificates/$id',
    component: lazyRouteComponent(() => import('./erasure/CertificatePage'), 'CertificatePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/mailing-lists/$id',
    component: lazyRouteComponent(() => import('./MailingListPage'), 'MailingListPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/data-subject-requests',
    component: lazyRouteComponent(() => import('./requests/RequestsPage'), 'RequestsPage'),
    validateSearch: (raw: Record<string, unknown>) => ({
      show: oneOf(raw, 'show', ['overdue', 'closed'] as const),
      kind: text(raw, 'kind'),
    }),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/data-subject-requests/$id',
    component: lazyRouteComponent(() => import('./requests/RequestPage'), 'RequestPage'),
  }),
  ...officerRoutes(shell),
];
