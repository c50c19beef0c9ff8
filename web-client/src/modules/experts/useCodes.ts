import { api } from '@api/client';
import { useLanguage } from '@shared/texts';
import { useMemo } from 'react';

/** The codes of a list in the language of the page; retired ones are named, but not offered. */
export function useCodes(list: 'competences' | 'expert-fields' | 'expert-forms') {
  const { language } = useLanguage();
  const codes = api.useQuery(
    'get',
    '/api/v1/code-lists/{list}/codes',
    { params: { path: { list } } },
    { staleTime: 300_000 },
  ).data?.items;
  return useMemo(() => {
    const names = new Map((codes ?? []).map((code) => [code.code, code[language]]));
    return {
      name: (code: string) => names.get(code) ?? code,
      options: (codes ?? [])
        .filter((code) => !code.isRetired)
        .map((code) => ({ value: code.code, label: code[language] })),
    };
  }, [codes, language]);
}

/** Languages by code, as the browser knows them. */
export function useLanguageNames() {
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    return (code: string) => names.of(code) ?? code;
  }, [language]);
}

/** Languages that an expert can train in. */
export const trainingLanguages = ['fi', 'en', 'sv', 'ru', 'de', 'fr', 'es', 'et', 'zh', 'ja', 'ar', 'uk'];
