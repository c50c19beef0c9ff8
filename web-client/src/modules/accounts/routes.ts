import { languageNames, roleNames } from '@shared/common';
import type { Shell } from '@shared/route';
import { day, flag, oneOf, text } from '@shared/search';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { educationFields } from './activityTexts';
import { customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames, statusNames } from './codes';
import { reasonNames } from './duplicateTexts';

type Raw = Record<string, unknown>;
const codes = <T extends object>(names: { fi: T }) => Object.keys(names.fi) as (keyof T & string)[];

/** Several codes with commas between; what is none of them is dropped. */
const anyOf = (raw: Raw, key: string, allowed: string[]) =>
  text(raw, key)
    ?.split(',')
    .filter((code) => allowed.includes(code))
    .join(',') || undefined;
const id = (raw: Raw, key: string) => {
  const value = text(raw, key);
  return value && /^[0-9a-f-]{36}$|^user-/.test(value) ? value : undefined;
};

const ofAll = (raw: Raw) => ({
  q: text(raw, 'q'),
  status: oneOf(raw, 'status', codes(statusNames)),
  ownerId: id(raw, 'ownerId'),
  unowned: flag(raw, 'unowned'),
  phone: text(raw, 'phone'),
  passive: flag(raw, 'passive'),
  updatedFrom: day(raw, 'updatedFrom'),
  updatedTo: day(raw, 'updatedTo'),
  from: text(raw, 'from'),
  columns: text(raw, 'columns'),
});

export const contactsSearch = (raw: Raw) => ({
  ...ofAll(raw),
  email: text(raw, 'email'),
  employer: text(raw, 'employer'),
  title: text(raw, 'title'),
  role: anyOf(raw, 'role', codes(roleNames)),
  accountId: id(raw, 'accountId'),
  unaffiliated: flag(raw, 'unaffiliated'),
  town: text(raw, 'town'),
  language: oneOf(raw, 'language', codes(languageNames)),
  sort: oneOf(raw, 'sort', ['name', '-name', 'updatedAt', '-updatedAt', 'town', '-town'] as const),
});

export const accountsSearch = (raw: Raw) => {
  const industry = text(raw, 'industry');
  return {
    ...ofAll(raw),
    kind: oneOf(raw, 'kind', codes(kindNamesOfAccounts)),
    relationship: anyOf(raw, 'relationship', codes(relationshipNames)),
    customerKind: oneOf(raw, 'customerKind', codes(customerKindNames)),
    industry: industry && /^\d{2,5}$/.test(industry) ? industry : undefined,
    municipality: text(raw, 'municipality'),
    sizeClass: oneOf(raw, 'sizeClass', codes(sizeNames)),
    parentId: id(raw, 'parentId'),
    unpeopled: flag(raw, 'unpeopled'),
    sort: oneOf(raw, 'sort', ['name', '-name', 'updatedAt', '-updatedAt', 'municipality', '-municipality'] as const),
  };
};

export type ContactsSearch = ReturnType<typeof contactsSearch>;
export type AccountsSearch = ReturnType<typeof accountsSearch>;

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
const reasons = Object.keys(reasonNames.fi) as (keyof typeof reasonNames.fi)[];

export const duplicatesSearch = (raw: Record<string, unknown>) => ({
  kind: oneOf(raw, 'kind', ['contact', 'account'] as const),
  view: oneOf(raw, 'view', ['pairs', 'dismissed', 'merges'] as const),
  reason: oneOf(raw, 'reason', reasons),
  exact: flag(raw, 'exact'),
});

export type DuplicatesSearch = ReturnType<typeof duplicatesSearch>;

export const accountsRoutes = (shell: Shell) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/duplicates',
    component: lazyRouteComponent(() => import('./DuplicatesPage'), 'DuplicatesPage'),
    validateSearch: duplicatesSearch,
  }),
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
  createRoute({
    getParentRoute: () => shell,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./AccountsPage'), 'AccountsPage'),
    validateSearch: accountsSearch,
  }),
];
