import { languageNames } from '@shared/common';
import { named, useTexts } from '@shared/texts';
import { customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames, statusNames } from './codes';
import type { mergeFieldNames } from './duplicateTexts';
import type { Account } from './useAccount';
import type { Contact } from './useContact';

export type Mergeable = {
  id: string;
  kind: 'contact' | 'account';
  name: string;
  version: number;
  isPassive: boolean;
  createdAt: string;
  values: Partial<Record<MergeField, string>>;
  parts: [number, number, number, number];
};
export type MergeField = keyof typeof mergeFieldNames.fi;

/** What a person chooses between, in words; the names are those of the API. */
export function useMergeable() {
  const languages = useTexts(languageNames);
  const statuses = useTexts(statusNames);
  const kinds = useTexts(kindNamesOfAccounts);
  const relationships = useTexts(relationshipNames);
  const customers = useTexts(customerKindNames);
  const sizes = useTexts(sizeNames);
  const word = (names: Record<string, unknown>, code?: string | null) => (code ? named(names, code) : undefined);
  const words = (names: Record<string, unknown>, codes: string[]) =>
    codes.map((code) => named(names, code)).join(', ') || undefined;

  return {
    contact: (c: Contact): Mergeable => ({
      ...common(c, 'contact', `${c.lastName} ${c.firstNames}`),
      values: {
        lastName: c.lastName,
        firstNames: c.firstNames,
        calledName: c.calledName ?? undefined,
        language: word(languages, c.language),
        address:
          [c.address?.street, [c.address?.postalCode, c.address?.town].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ') || undefined,
        email: c.emails.find((one) => one.isPrimary)?.address,
        phone: c.phones.find((one) => one.isPrimary)?.number,
        affiliation: c.affiliations
          .filter((one) => one.isPrimary)
          .map((one) => [one.account.name, one.title].filter(Boolean).join(', '))[0],
        status: word(statuses, c.status),
        owner: c.owner?.name,
      },
      parts: [c.emails.length, c.phones.length, c.affiliations.length, c.roles.length],
    }),
    account: (a: Account): Mergeable => ({
      ...common(a, 'account', a.name),
      values: {
        name: a.name,
        businessId: a.businessId ?? undefined,
        kind: word(kinds, a.kind),
        relationships: words(relationships, a.relationships),
        customerKinds: words(customers, a.customerKinds),
        industry: a.industry ?? undefined,
        municipality: a.municipality ?? undefined,
        website: a.website ?? undefined,
        phone: a.phone ?? undefined,
        sizeClass: word(sizes, a.sizeClass),
        status: word(statuses, a.status),
        owner: a.owner?.name,
      },
      parts: [0, 0, 0, 0],
    }),
  };
}

type Record_ = { id: string; version: number; isPassive: boolean; createdAt: string };

const common = ({ id, version, isPassive, createdAt }: Record_, kind: 'contact' | 'account', name: string) => ({
  id,
  version,
  isPassive,
  createdAt,
  kind,
  name,
});

/** Fields where the records differ, or where only some have something. */
export const differing = (records: Mergeable[]) =>
  (Object.keys(records[0]?.values ?? {}) as MergeField[]).filter(
    (field) => new Set(records.map((one) => one.values[field] ?? '')).size > 1,
  );

/** The survivor's own value, or the first that there is. */
export const proposed = (records: Mergeable[], survivor: string, field: MergeField) =>
  (records.find((one) => one.id === survivor && one.values[field]) ?? records.find((one) => one.values[field]))?.id ??
  survivor;
