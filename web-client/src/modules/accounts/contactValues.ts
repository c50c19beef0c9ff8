import { common, languageNames } from '@shared/common';
import { named, useTexts } from '@shared/texts';
import type { Picked } from '@shared/ui/RemotePicker';
import { accountTexts } from './accountTexts';
import { statusNames } from './codes';
import { texts } from './texts';
import type { Contact } from './useContact';

/** A person as the form has it. */
export const valuesOf = (contact?: Contact) => ({
  lastName: contact?.lastName ?? '',
  firstNames: contact?.firstNames ?? '',
  calledName: contact?.calledName ?? '',
  language: contact?.language ?? 'fi',
  status: contact?.status ?? null,
  owner: (contact?.owner ? { id: contact.owner.id, name: contact.owner.name } : null) as Picked | null,
  emails: (contact ? contact.emails : [{ address: '', kind: 'work', isPrimary: true }]).map((one) => ({
    address: one.address,
    kind: one.kind ?? 'personal',
    isPrimary: one.isPrimary ?? false,
  })),
  phones: (contact ? contact.phones : [{ number: '', kind: 'work', isPrimary: true }]).map((one) => ({
    number: one.number,
    kind: one.kind ?? 'personal',
    isPrimary: one.isPrimary ?? false,
  })),
  address: {
    street: contact?.address?.street ?? '',
    postalCode: contact?.address?.postalCode ?? '',
    town: contact?.address?.town ?? '',
    country: contact?.address?.country ?? '',
  },
});

export type ContactValues = ReturnType<typeof valuesOf>;

const orNull = (typed: string) => typed.trim() || null;

/** The form's values as the contract's members. Lines that were left empty are none. */
export function listed({ owner, ...rest }: Partial<ContactValues>) {
  const body: Record<string, unknown> = { ...rest };
  if (rest.calledName !== undefined) body.calledName = orNull(rest.calledName);
  if (owner !== undefined) body.ownerId = owner?.id ?? null;
  if (rest.emails) body.emails = rest.emails.filter((one) => one.address.trim());
  if (rest.phones) body.phones = rest.phones.filter((one) => one.number.trim());
  if (rest.address) {
    const { street, postalCode, town, country } = rest.address;
    body.address = {
      street: orNull(street),
      postalCode: orNull(postalCode),
      town: orNull(town),
      country: orNull(country.toUpperCase()),
    };
  }
  return body;
}

/** What each field is called, and how its value reads. */
export function useContactFields() {
  const t = useTexts(texts);
  const a = useTexts(accountTexts);
  const c = useTexts(common);
  const languages = useTexts(languageNames);
  const statuses = useTexts(statusNames);
  return {
    lastName: { label: t.lastName },
    firstNames: { label: t.firstNames },
    calledName: { label: t.calledName },
    language: { label: t.language, show: (code: string) => named(languages, code) },
    status: { label: a.status, show: (code: string | null) => (code ? named(statuses, code) : '') },
    owner: { label: a.owner, show: (one: Picked | null) => one?.name ?? '' },
    emails: { label: c.email, show: (lines: ContactValues['emails']) => lines.map((one) => one.address).join('\n') },
    phones: { label: c.phone, show: (lines: ContactValues['phones']) => lines.map((one) => one.number).join('\n') },
    address: {
      label: t.address,
      show: (one: ContactValues['address']) =>
        [one.street, [one.postalCode, one.town].filter(Boolean).join(' '), one.country].filter(Boolean).join(', '),
    },
  };
}
