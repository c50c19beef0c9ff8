import type { Item } from '@api/types';
import type { Account } from './useAccount';
import type { Contact } from './useContact';

export type Change = Item<'/api/v1/contacts/{id}/history'>;

const required = ['lastName', 'firstNames', 'language', 'name', 'kind'];
const asked = (value: unknown) => value ?? null;
const same = (a: unknown, b: unknown) => JSON.stringify(asked(a)) === JSON.stringify(asked(b));

type Patch = { body: Record<string, unknown>; back: Record<string, unknown>; partId?: string };

/** The change that brings an old value back, and the one that undoes it; nothing when it is the value now, or cannot be brought back. */
export function restoring(change: Change, record: Contact | Account): Patch | undefined {
  const { field, old } = change;
  const now = record as unknown as Record<string, unknown>;
  if (required.includes(field) && !old) return undefined;
  if ('lastName' in record) {
    const [whole, part = ''] = field.split('.');
    if (whole === 'emails' || whole === 'phones') {
      const key = whole === 'emails' ? 'address' : 'number';
      const lines = (record[whole] as Record<string, unknown>[]).map(({ undeliverableSince: _, ...line }) => line);
      if (change.kind !== 'deleted' || !old || lines.some((line) => line[key] === old)) return undefined;
      const line = { [key]: old, kind: 'work', isPrimary: lines.length === 0 };
      return { body: { [whole]: [...lines, line] }, back: { [whole]: lines } };
    }
    if (whole === 'address') {
      const address = { ...(record.address ?? {}) } as Record<string, unknown>;
      if (same(address[part], old)) return undefined;
      return { body: { address: { ...address, [part]: asked(old) } }, back: { address } };
    }
    if (whole === 'affiliations' && part) {
      const place = record.affiliations.find((one) => one.id === change.partId) as Record<string, unknown> | undefined;
      if (change.kind !== 'modified' || !place || same(place[part], old)) return undefined;
      return {
        body: { [part]: asked(old) },
        back: { [part]: asked(place[part]) },
        partId: change.partId ?? undefined,
      };
    }
  }
  const value =
    field === 'ownerId'
      ? (now.owner as { id: string } | null)?.id
      : field === 'parentId'
        ? (now.parent as { id: string } | null)?.id
        : now[field];
  if (value === undefined && !(field === 'ownerId' || field === 'parentId')) return undefined;
  if (field.includes('.') || field === 'roles' || field === 'affiliations' || field === 'eInvoiceAddresses')
    return undefined;
  if (same(value, old)) return undefined;
  return { body: { [field]: asked(old) }, back: { [field]: asked(value) } };
}
