import { useQueryClient } from '@tanstack/react-query';

/** A consent or a choice also changes the timeline and who can be mailed. */
export function useFreshConsents() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['contact', 'alumni', 'timeline', 'list-preview'].includes(String(queryKey[0])),
    });
}
