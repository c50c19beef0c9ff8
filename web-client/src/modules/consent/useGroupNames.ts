import { client } from '@api/client';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';

/** Target groups to choose from, by name. */
export function useGroupNames(enabled: boolean) {
  const groups = useQuery({
    queryKey: ['target-groups', 'names'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/target-groups', { params: { query: { limit: 200 } }, signal })),
    enabled,
  });
  return groups.data?.items ?? [];
}
