import { client } from '@api/client';
import type { Answer } from '@api/types';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export type Request = Answer<'/api/v1/data-subject-requests/{id}'>;

export const useRequest = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['requests', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/data-subject-requests/{id}', { params: { path: { id } }, signal })),
    enabled,
  });

/** One step at a time; what it answers is the request as it is now. */
export function useStep(id: string) {
  const queries = useQueryClient();
  const show = useToast();
  const [busy, setBusy] = useState(false);
  const take = async (step: () => Promise<{ data?: unknown; error?: unknown }>, done?: string) => {
    setBusy(true);
    try {
      const request = await unwrap(step() as Promise<{ data?: Request; error?: unknown }>);
      queries.setQueryData(['requests', id], request);
      await queries.invalidateQueries({ queryKey: ['requests'] });
      if (done) show.done(done);
      return true;
    } catch (error) {
      show.failed(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, take };
}
