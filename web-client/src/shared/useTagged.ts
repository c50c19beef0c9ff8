import { type QueryKey, useQuery } from '@tanstack/react-query';

type Tagged<T> = { data?: T; error?: unknown; response: Response };

/** One resource with its ETag, which the next change sends back as If-Match. */
export function useTagged<T>(key: QueryKey, load: (signal: AbortSignal) => Promise<Tagged<T>>, enabled = true) {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { data, error, response } = await load(signal);
      if (error !== undefined || data === undefined) throw error;
      return { value: data, tag: response.headers.get('ETag') ?? '*' };
    },
    enabled,
  });
}
