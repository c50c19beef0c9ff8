import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

type Page<T> = { items: T[]; nextCursor?: string | null; total?: number | null };
type Load<T> = (at: { cursor?: string; count?: boolean; signal: AbortSignal }) => Promise<Page<T>>;

/** A keyset list: pages are fetched as one scrolls, the first one brings the total. */
export function usePages<T>(key: QueryKey, load: Load<T>, enabled = true) {
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load({ signal, ...(pageParam ? { cursor: pageParam } : { count: true }) }),
    initialPageParam: '',
    getNextPageParam: (last: Page<T>) => last.nextCursor || undefined,
    placeholderData: keepPreviousData,
    enabled,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return {
    rows,
    total: pages.data?.pages[0]?.total ?? undefined,
    loading: pages.isPending,
    stale: pages.isPlaceholderData,
    error: pages.error,
    retry: pages.refetch,
    more: { has: pages.hasNextPage, loading: pages.isFetchingNextPage, load: pages.fetchNextPage },
  };
}

/** The data of an answer, or the problem thrown. */
export async function unwrap<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await answer;
  if (error !== undefined || data === undefined) throw error;
  return data;
}
