import { client } from '@api/client';
import type { Answer, Item } from '@api/types';
import { useDebouncedValue } from '@mantine/hooks';
import { useLanguage } from '@shared/texts';
import { unwrap } from '@shared/usePages';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Definition } from './definition';

export type Field = Item<'/api/v1/target-groups/fields'>;
export type Group = Answer<'/api/v1/target-groups/{id}'>;

/** What people can be chosen by, with names in the page's language. */
export function useFields() {
  const { language } = useLanguage();
  const fields = useQuery({
    queryKey: ['target-group-fields'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/target-groups/fields', { signal })),
    staleTime: 300_000,
  });
  const name = (one: { fi: string; en: string }) => (language === 'fi' ? one.fi : one.en);
  return { ...fields, items: fields.data?.items ?? [], name };
}

/** How many a definition means, as it is being built. */
export function useCount(definition: Definition, examples: number, enabled = true) {
  const key = JSON.stringify(definition);
  const [asked] = useDebouncedValue(key, 300);
  const counted = useQuery({
    queryKey: ['target-group-count', asked, examples],
    queryFn: ({ signal }) =>
      unwrap(client.POST('/api/v1/target-groups/count', { body: { definition: JSON.parse(asked), examples }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
  return { ...counted, counting: counted.isFetching || asked !== key };
}

export function useFreshGroups() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('target-group') || queryKey[0] === 'list-preview',
    });
}
