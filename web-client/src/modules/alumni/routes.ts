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

export const findSearch = (raw: Record<string, unknown>) => ({
  form: text(raw, 'form'),
  q: text(raw, 'q'),
  programme: text(raw, 'programme'),
  region: text(raw, 'region'),
  town: text(raw, 'town'),
  notContactedSince: text(raw, 'notContactedSince'),
  channel: oneOf(raw, 'channel', ['email', 'sms', 'phone', 'post'] as const),
  freeOn: text(raw, 'freeOn'),
});

export type FindSearch = ReturnType<typeof findSearch>;

export const requestsSearch = (raw: Record<string, unknown>) => ({
  state: oneOf(raw, 'state', ['asked', 'accepted', 'declined', 'done', 'no-answer'] as const),
  form: text(raw, 'form'),
  sort: oneOf(raw, 'sort', ['askedOn', '-askedOn'] as const),
});

export type RequestsSearch = ReturnType<typeof requestsSearch>;

export const mentoringSearch = (raw: Record<string, unknown>) => ({
  state: oneOf(raw, 'state', ['planned', 'active', 'finished', 'cancelled'] as const),
  sort: oneOf(raw, 'sort', ['startsOn', '-startsOn'] as const),
});

export type MentoringSearch = ReturnType<typeof mentoringSearch>;

export const figuresSearch = (raw: Record<string, unknown>) => ({
  by: oneOf(raw, 'by', ['programme', 'year', 'programme-and-year'] as const),
  graduatedFrom: year(raw, 'graduatedFrom'),
  graduatedTo: year(raw, 'graduatedTo'),
});

export type FiguresSearch = ReturnType<typeof figuresSearch>;

export const alumniRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni',
    component: lazyRouteComponent(() => import('./AlumniPage'), 'AlumniPage'),
    validateSearch: alumniSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni/find',
    component: lazyRouteComponent(() => import('./FindPage'), 'FindPage'),
    validateSearch: findSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni/requests',
    component: lazyRouteComponent(() => import('./RequestsPage'), 'RequestsPage'),
    validateSearch: requestsSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni/mentoring',
    component: lazyRouteComponent(() => import('./MentoringPage'), 'MentoringPage'),
    validateSearch: mentoringSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/alumni/figures',
    component: lazyRouteComponent(() => import('./FiguresPage'), 'FiguresPage'),
    validateSearch: figuresSearch,
  }),
];
