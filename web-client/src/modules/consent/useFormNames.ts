import { api } from '@api/client';
import { useMe } from '@shared/me';
import { useLanguage } from '@shared/texts';

/** The names of the forms of cooperation, for those who may read them; a code stands for itself otherwise. */
export function useFormNames() {
  const me = useMe();
  const { language } = useLanguage();
  const forms = api.useQuery('get', '/api/v1/alumni/cooperation-forms', undefined, {
    enabled: me.may('alumni'),
    staleTime: 3_600_000,
  }).data?.items;
  return (code: string) => forms?.find((form) => form.code === code)?.[language] ?? code;
}
