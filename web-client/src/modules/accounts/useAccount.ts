import { client } from '@api/client';
import type { Answer } from '@api/types';
import { useTagged } from '@shared/useTagged';
import { useQueryClient } from '@tanstack/react-query';

export type Account = Answer<'/api/v1/accounts/{id}'>;

export const accountKey = (id: string) => ['account', id];

export const useAccount = (id: string) =>
  useTagged(accountKey(id), (signal) => client.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal }));

/** After a change to an organisation, whatever shows organisations asks again. */
export function useFreshAccounts() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        typeof first === 'string' && ['account', 'accounts', 'contact', 'timeline', 'history'].includes(first),
    });
}
