import { client } from '@api/client';
import type { Answer, Item } from '@api/types';
import type { Right } from '@shared/me';
import { unwrap } from '@shared/usePages';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export type Import = Answer<'/api/v1/imports/{id}'>;
export type Row = Item<'/api/v1/imports/{id}/rows'>;
export type Outcome = 'new' | 'matched' | 'changed' | 'suspicious' | 'invalid';

export const outcomes: Outcome[] = ['new', 'changed', 'matched', 'suspicious', 'invalid'];
export const importKey = (id: string) => ['import', id];

const rights = {
  alumni: 'importAlumni',
  experts: 'importExperts',
  participants: 'importParticipants',
  contacts: 'importContacts',
  suppressions: 'importSuppressions',
} satisfies Record<string, Right>;

export type Kind = keyof typeof rights;
export const kinds = Object.keys(rights) as Kind[];

/** Each kind of import has its role. */
export const rightOf = (it: { kind: string }): Right => rights[it.kind as Kind];

/** Answers of feedback stand apart from people: no line of them is about anybody. */
export const isFeedback = (it: Pick<Import, 'form'>) => it.form === 'feedback';

/** Whether the lines of the sheet are organisations. */
export const ofOrganisations = (it: Pick<Import, 'form'>) =>
  it.form === 'organisations' || it.form === 'dynamics-accounts';

export const useImport = (id: string) =>
  useQuery({
    queryKey: importKey(id),
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
  });

/** An import touches people, consents and lists: everything shown asks again. */
export function useFreshImport(id: string) {
  const queries = useQueryClient();
  return {
    rows: () => queries.invalidateQueries({ queryKey: importKey(id) }),
    everything: () => queries.invalidateQueries(),
  };
}
