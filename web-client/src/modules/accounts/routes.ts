import { roleNames } from '@shared/common';
import type { Shell } from '@shared/route';
import { day, flag, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { educationFields } from './activityTexts';

const roles = Object.keys(roleNames.fi) as (keyof typeof roleNames.fi)[];

export const contactsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  role: oneOf(raw, 'role', roles),
  language: oneOf(raw, 'language', ['fi', 'sv', 'en'] as const),
  passive: flag(raw, 'passive'),
  sort: oneOf(raw, 'sort', ['name', '-name', 'updatedAt', '-updatedAt'] as const),
});

export type ContactsSearch = ReturnType<typeof contactsSearch>;

const fields = Object.keys(educationFields.fi) as (keyof typeof educationFields.fi)[];

export const needsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  accountId: text(raw, 'accountId'),
  field: oneOf(raw, 'field', fields),
  tag: text(raw, 'tag'),
  urgency: oneOf(raw, 'urgency', ['low', 'normal', 'high'] as const),
  heardFrom: day(raw, 'heardFrom'),
  heardTo: day(raw, 'heardTo'),
  sort: oneOf(raw, 'sort', ['heardOn', '-heardOn'] as const),
});

export type NeedsSearch = ReturnType<typeof needsSearch>;

export const accountsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/contacts',
    component: lazyRouteComponent(() => import('./ContactsPage'), 'ContactsPage'),
    validateSearch: contactsSearch,
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/my-work',
    component: lazyRouteComponent(() => import('./MyWorkPage'), 'MyWorkPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/needs',
    component: lazyRouteComponent(() => import('./NeedsPage'), 'NeedsPage'),
    validateSearch: needsSearch,
  }),
];
