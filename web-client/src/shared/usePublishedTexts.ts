import { client } from '@api/client';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';

/** The words that are asked now for a purpose. */
export function usePublishedTexts(purpose: string) {
  const all = useQuery({
    queryKey: ['consent-texts', 'current'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/consent-texts', { params: { query: { current: true } }, signal })),
  });
  return (all.data?.items ?? []).filter((one) => one.purpose === purpose);
}

/** The hash of a file, which alone leaves the browser. */
export async function sha256(file: File) {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
