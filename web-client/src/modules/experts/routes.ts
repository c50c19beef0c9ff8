import type { Shell } from '@shared/route';
import { day, flag, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const expertsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  name: text(raw, 'name'),
  tag: text(raw, 'tag'),
  field: text(raw, 'field'),
  form: text(raw, 'form'),
  language: text(raw, 'language'),
  town: text(raw, 'town'),
  availableOn: day(raw, 'availableOn'),
  renewBefore: day(raw, 'renewBefore'),
  mailable: flag(raw, 'mailable'),
  passive: flag(raw, 'passive'),
  sort: oneOf(raw, 'sort', ['-updatedAt', 'consentValidUntil'] as const),
});

export type ExpertsSearch = ReturnType<typeof expertsSearch>;

export const expertsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/experts',
    component: lazyRouteComponent(() => import('./ExpertsPage'), 'ExpertsPage'),
    validateSearch: expertsSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/experts/$id',
    component: lazyRouteComponent(() => import('./ExpertPage'), 'ExpertPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/expert-shortlists',
    component: lazyRouteComponent(() => import('./ShortlistsPage'), 'ShortlistsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/expert-shortlists/$id',
    component: lazyRouteComponent(() => import('./ShortlistPage'), 'ShortlistPage'),
  }),
];
