import { client } from '@api/client';
import type { Answer, Body } from '@api/types';
import { unwrap } from '@shared/usePages';

export type BulkList = 'contacts' | 'accounts';
export type Field =
  | 'status'
  | 'ownerId'
  | 'language'
  | 'town'
  | 'giveRole'
  | 'endRole'
  | 'kind'
  | 'municipality'
  | 'sizeClass'
  | 'addRelationship'
  | 'removeRelationship'
  | 'passivate'
  | 'activate';

/** What the dialog holds: one field and what it shall become. */
export type Change = { field: Field; value: string; reason: string; basis: string; source: string };
export type Operation = Answer<'/api/v1/bulk-operations/{id}'>;
export type Target = { filter?: object; ids?: string[]; except?: string[] };

export const fieldsOf: Record<BulkList, Field[]> = {
  contacts: ['ownerId', 'status', 'giveRole', 'endRole', 'passivate', 'activate', 'language', 'town'],
  accounts: [
    'ownerId',
    'status',
    'addRelationship',
    'removeRelationship',
    'passivate',
    'activate',
    'kind',
    'sizeClass',
    'municipality',
  ],
};

const clearable: Field[] = ['status', 'ownerId', 'town', 'municipality', 'sizeClass'];
/** Stands for "nothing any more": what is not said yet is no wish to clear. */
export const cleared = '\u2014';
export const mayClear = (field: Field) => clearable.includes(field);

/** The change as the API has it; null while it is not said whole. A count needs no reason yet. */
export function said(
  { field, value, reason, basis, source }: Change,
  counting = false,
): Record<string, unknown> | null {
  switch (field) {
    case 'passivate':
    case 'activate':
      return reason.trim() || counting ? { [field]: { reason: reason.trim() || '–' } } : null;
    case 'giveRole':
      return value && (counting || (basis && source.trim()))
        ? { giveRole: { role: value, basis: basis || 'consent', source: source.trim() || '–' } }
        : null;
    case 'endRole':
      return value ? { endRole: { role: value } } : null;
    default:
      return value.trim() ? { [field]: value === cleared ? null : value.trim() } : null;
  }
}

/** How many it would change, and whom it leaves as they are. */
export const preview = (list: BulkList, target: Target, change: object, signal: AbortSignal) =>
  list === 'contacts'
    ? unwrap(
        client.POST('/api/v1/contacts/bulk/preview', {
          body: { ...target, change } as Body<'/api/v1/contacts/bulk/preview', 'post'>,
          signal,
        }),
      )
    : unwrap(
        client.POST('/api/v1/accounts/bulk/preview', {
          body: { ...target, change } as Body<'/api/v1/accounts/bulk/preview', 'post'>,
          signal,
        }),
      );

export const start = (list: BulkList, target: Target, change: object) =>
  list === 'contacts'
    ? unwrap(
        client.POST('/api/v1/contacts/bulk', { body: { ...target, change } as Body<'/api/v1/contacts/bulk', 'post'> }),
      )
    : unwrap(
        client.POST('/api/v1/accounts/bulk', { body: { ...target, change } as Body<'/api/v1/accounts/bulk', 'post'> }),
      );

export const undo = (id: string) =>
  unwrap(client.POST('/api/v1/bulk-operations/{id}/undo', { params: { path: { id } } }));

export const operation = (id: string) =>
  unwrap(client.GET('/api/v1/bulk-operations/{id}', { params: { path: { id } } }));
