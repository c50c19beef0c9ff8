import { client } from '@api/client';
import type { Answer } from '@api/types';
import { useTagged } from '@shared/useTagged';
import { useQueryClient } from '@tanstack/react-query';

export type Contact = Answer<'/api/v1/contacts/{id}'>;

export const contactKey = (id: string) => ['contact', id];

export const useContact = (id: string) =>
  useTagged(contactKey(id), (signal) => client.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal }));

/** After a change to a person, whatever shows people asks again. */
export function useFreshPeople() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        typeof first === 'string' &&
        ['contact', 'contacts', 'account', 'alumni', 'alumnus', 'timeline', 'history', 'grounds'].includes(first),
    });
}
