import { api } from '@api/client';
import { useLanguage } from '@shared/texts';
import { useMemo } from 'react';

/** The forms of cooperation by code, in the language of the page; the list is the server's. */
export function useForms() {
  const { language } = useLanguage();
  const forms = api.useQuery('get', '/api/v1/alumni/cooperation-forms', undefined, { staleTime: 3_600_000 }).data
    ?.items;
  return useMemo(() => {
    const names = new Map((forms ?? []).map((form) => [form.code, language === 'fi' ? form.fi : form.en]));
    return {
      name: (code: string) => names.get(code) ?? code,
      options: [...names].map(([value, label]) => ({ value, label })),
    };
  }, [forms, language]);
}
