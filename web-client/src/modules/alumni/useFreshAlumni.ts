import { useQueryClient } from '@tanstack/react-query';

const heads = ['alumni', 'alumnus', 'timeline', 'alumni-requests', 'alumni-mentorings', 'candidates', 'alumni-history'];

/** After a change: whatever shows alumni is read anew. */
export function useFreshAlumni() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => heads.includes(String(queryKey[0])) });
}
