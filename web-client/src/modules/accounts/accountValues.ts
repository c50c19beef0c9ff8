import { common } from '@shared/common';
import { named, useTexts } from '@shared/texts';
import type { Picked } from '@shared/ui/RemotePicker';
import { accountTexts } from './accountTexts';
import {
  addressKindNames,
  customerKindNames,
  kindNamesOfAccounts,
  relationshipNames,
  sizeNames,
  statusNames,
} from './codes';
import type { Account } from './useAccount';

export const choices = (names: Record<string, unknown>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: String(label) }));

const picked = (one: { id: string; name: string } | null | undefined): Picked | null =>
  one ? { id: one.id, name: one.name } : null;

/** An organisation as its form has it. */
export const valuesOf = (account?: Account, parent?: Picked) => ({
  name: account?.name ?? '',
  businessId: account?.businessId ?? '',
  kind: account?.kind ?? 'company',
  relationships: [...(account?.relationships ?? [])].sort(),
  customerKinds: [...(account?.customerKinds ?? [])].sort(),
  industry: account?.industry ?? '',
  municipality: account?.municipality ?? '',
  website: account?.website ?? '',
  phone: account?.phone ?? '',
  sizeClass: account?.sizeClass ?? null,
  status: account?.status ?? null,
  owner: picked(account?.owner),
  parent: account ? picked(account.parent) : (parent ?? null),
  addresses: (account?.addresses ?? []).map((one) => ({
    kind: one.kind,
    street: one.street ?? '',
    postalCode: one.postalCode ?? '',
    town: one.town ?? '',
    country: one.country ?? '',
  })),
  eInvoiceAddresses: (account?.eInvoiceAddresses ?? []).map((one) => ({
    identifier: one.identifier,
    operator: one.operator,
    isPrimary: one.isPrimary ?? false,
  })),
});

export type AccountValues = ReturnType<typeof valuesOf>;

const orNull = (typed: string) => typed.trim() || null;

/** The form's values as the contract's members: what is empty is null, what was picked is its id. */
export function listed({ owner, parent, ...rest }: Partial<AccountValues>) {
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) body[key] = typeof value === 'string' ? orNull(value) : value;
  if (owner !== undefined) body.ownerId = owner?.id ?? null;
  if (parent !== undefined) body.parentId = parent?.id ?? null;
  if (rest.name !== undefined) body.name = rest.name.trim();
  if (rest.addresses)
    body.addresses = rest.addresses.map(({ kind, street, postalCode, town, country }) => ({
      kind,
      street: orNull(street),
      postalCode: orNull(postalCode),
      town: orNull(town),
      country: orNull(country.toUpperCase()),
    }));
  return body;
}

/** What each field is called, and how its value reads. */
export function useAccountFields() {
  const t = useTexts(accountTexts);
  const c = useTexts(common);
  const kinds = useTexts(kindNamesOfAccounts);
  const relationships = useTexts(relationshipNames);
  const customers = useTexts(customerKindNames);
  const sizes = useTexts(sizeNames);
  const statuses = useTexts(statusNames);
  const addresses = useTexts(addressKindNames);
  const all = (names: Record<string, unknown>) => (codes: string[]) =>
    codes.map((code) => named(names, code)).join(', ');
  const maybe = (names: Record<string, unknown>) => (code: string | null) => (code ? named(names, code) : '');
  const name = (one: Picked | null) => one?.name ?? '';
  return {
    name: { label: c.name },
    businessId: { label: t.businessId },
    kind: { label: t.kind, show: maybe(kinds) },
    relationships: { label: t.relationships, show: all(relationships) },
    customerKinds: { label: t.customerKinds, show: all(customers) },
    industry: { label: t.industry },
    municipality: { label: t.municipality },
    website: { label: t.website },
    phone: { label: c.phone },
    sizeClass: { label: t.size, show: maybe(sizes) },
    status: { label: t.status, show: maybe(statuses) },
    owner: { label: t.owner, show: name },
    parent: { label: t.parent, show: name },
    addresses: {
      label: t.addresses,
      show: (lines: AccountValues['addresses']) =>
        lines
          .map(
            (one) =>
              `${named(addresses, one.kind)}: ${[one.street, one.postalCode, one.town, one.country].filter(Boolean).join(', ')}`,
          )
          .join('\n'),
    },
    eInvoiceAddresses: {
      label: t.eInvoice,
      show: (lines: AccountValues['eInvoiceAddresses']) =>
        lines.map((one) => `${one.identifier} (${one.operator})`).join('\n'),
    },
  };
}
