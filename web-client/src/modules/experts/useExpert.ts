import { client } from '@api/client';
import type { Answer } from '@api/types';
import { useTagged } from '@shared/useTagged';
import { useQueryClient } from '@tanstack/react-query';

export type Expert = Answer<'/api/v1/experts/{contactId}'>;

export const useExpert = (contactId: string, enabled = true) =>
  useTagged(
    ['expert', contactId],
    (signal) => client.GET('/api/v1/experts/{contactId}', { params: { path: { contactId } }, signal }),
    enabled,
  );

/** After a change: the expert, the lists that show it, and what happened to the person. */
export function useFreshExperts() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        ['expert', 'experts', 'shortlists', 'shortlist', 'timeline', 'consents'].includes(String(queryKey[0])),
    });
}
