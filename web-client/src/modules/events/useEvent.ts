import { client } from '@api/client';
import type { Answer, Item } from '@api/types';
import { useTagged } from '@shared/useTagged';
import { useQueryClient } from '@tanstack/react-query';

export type Event = Answer<'/api/v1/events/{id}'>;
export type EventRow = Item<'/api/v1/events'>;
export type Participant = Item<'/api/v1/events/{id}/participants'>;

export const readEvent = (id: string, signal?: AbortSignal) =>
  client.GET('/api/v1/events/{id}', { params: { path: { id } }, signal });

export const useEvent = (id: string) => useTagged(['event', id], (signal) => readEvent(id, signal));

/** After a change: whatever shows events or their participants asks again. */
export function useFreshEvents() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['event', 'events', 'timeline', 'contact'].includes(String(queryKey[0])),
    });
}
