import { client } from '@api/client';
import type { Answer } from '@api/types';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';

export type Shortlist = Answer<'/api/v1/expert-shortlists/{id}'>;

/** The shortlists, the open ones first. */
export const useShortlists = (enabled = true) =>
  useQuery({
    queryKey: ['shortlists'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/expert-shortlists', { params: { query: { limit: 200 } }, signal })),
    select: (page) => [...page.items].sort((one, other) => Number(one.isClosed) - Number(other.isClosed)),
    enabled,
  });
