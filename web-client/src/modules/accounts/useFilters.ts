import { api } from '@api/client';
import type { Filter } from '@shared/list/FilterBar';
import { useTexts } from '@shared/texts';
import { texts } from './texts';

export const options = (names: Record<string, unknown>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: String(label) }));

export const yesOrNo = (yes: string, no: string) => [
  { value: 'false', label: no },
  { value: 'true', label: yes },
];

/** Who looks after them. */
export function useOwnerFilter(): Filter {
  const t = useTexts(texts);
  const staff = api.useQuery('get', '/api/v1/staff', { params: { query: { limit: 200 } } }, { staleTime: 300_000 });
  return {
    key: 'ownerId',
    label: t.owner,
    kind: 'choice',
    options: (staff.data?.items ?? []).map((one) => ({ value: one.id, label: one.name })),
    pinned: true,
  };
}
