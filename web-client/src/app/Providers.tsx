import { problemOf } from '@api/problem';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type Language, LanguageContext } from '@shared/texts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { theme } from './theme';

export const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Asking again helps only when the server or the line failed, not when the answer was no.
        retry: (failures, error) => {
          const { status = 0 } = problemOf(error);
          return failures < 2 && (status === 0 || status >= 502);
        },
      },
    },
  });

type Props = { children: ReactNode; nonce?: string; env?: 'test'; queries?: QueryClient; language?: Language };

const stored = (): Language => {
  try {
    return localStorage.getItem('crm.language') === 'en' ? 'en' : 'fi';
  } catch {
    return 'fi';
  }
};

export function Providers({ children, nonce, env, queries, language: given }: Props) {
  const [language, setLanguage] = useState<Language>(given ?? stored);
  const [client] = useState(() => queries ?? makeQueries());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      change: (next: Language) => {
        setLanguage(next);
        try {
          localStorage.setItem('crm.language', next);
        } catch {
          // Not remembered in this browser; the server still knows.
        }
      },
    }),
    [language],
  );
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce ?? ''} env={env}>
      <QueryClientProvider client={client}>
        <LanguageContext value={choice}>
          <Notifications position="bottom-center" limit={4} />
          {children}
        </LanguageContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
