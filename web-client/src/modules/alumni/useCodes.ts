import { api } from '@api/client';
import { useLanguage } from '@shared/texts';
import { useMemo } from 'react';

/** The codes of a list in the language of the page; retired ones have names, but are no choice. */
export function useCodes(list: 'programmes' | 'regions') {
  const { language } = useLanguage();
  const codes = api.useQuery(
    'get',
    '/api/v1/code-lists/{list}/codes',
    { params: { path: { list } } },
    { staleTime: 600_000 },
  ).data?.items;
  return useMemo(() => {
    const name = (code: { fi: string; en: string }) => (language === 'fi' ? code.fi : code.en);
    const names = new Map((codes ?? []).map((code) => [code.code, name(code)]));
    return {
      name: (code: string) => names.get(code) ?? code,
      options: (codes ?? []).filter((code) => !code.isRetired).map((code) => ({ value: code.code, label: name(code) })),
    };
  }, [codes, language]);
}
