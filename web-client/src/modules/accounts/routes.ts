import { roleNames } from '@shared/common';
import type { Shell } from '@shared/route';
import { flag, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

const roles = Object.keys(roleNames.fi) as (keyof typeof roleNames.fi)[];

export const contactsSearch = (raw: Record<string, unknown>) => ({
  q: text(raw, 'q'),
  role: oneOf(raw, 'role', roles),
  language: oneOf(raw, 'language', ['fi', 'sv', 'en'] as const),
  passive: flag(raw, 'passive'),
  sort: oneOf(raw, 'sort', ['name', '-name', 'updatedAt', '-updatedAt'] as const),
});

export type ContactsSearch = ReturnType<typeof contactsSearch>;

export const accountsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/contacts',
    component: lazyRouteComponent(() => import('./ContactsPage'), 'ContactsPage'),
    validateSearch: contactsSearch,
  }),
];
