import { client } from '@api/client';
import type { Item } from '@api/types';
import { useMe } from '@shared/me';
import { useLanguage } from '@shared/texts';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';

export type Purpose = Item<'/api/v1/purposes'>;

/** The purposes of processing: what holds and what is proposed. */
export function usePurposes() {
  const me = useMe();
  return useQuery({
    queryKey: ['purposes'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/purposes', { signal })),
    enabled: me.may('officer'),
  });
}

/** A purpose's name in the language of the page; its code until it is known. */
export function usePurposeNames() {
  const { language } = useLanguage();
  const purposes = usePurposes().data?.items ?? [];
  return (code: string) => {
    const found = purposes.find((one) => one.code === code && one.state === 'current');
    return found ? (language === 'fi' ? found.nameFi : found.nameEn) : code;
  };
}
