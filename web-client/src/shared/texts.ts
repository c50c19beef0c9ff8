import { createContext, useContext } from 'react';

export type Language = 'fi' | 'en';

// biome-ignore lint/suspicious/noExplicitAny: any parameters are allowed, as long as both languages take the same
type Text = string | ((...values: any[]) => string);
type Like<T> = T extends (...values: infer V) => string ? (...values: V) => string : string;
type Pairs = Record<string, { fi: Text; en: Text }>;
type Texts<T extends Pairs> = { [K in keyof T]: Like<T[K]['fi']> };
export type Dictionary<T extends Pairs> = Record<Language, Texts<T>>;

/** Both languages side by side; a missing or differently shaped translation does not compile. */
export function dictionary<T extends Pairs>(pairs: T & { [K in keyof T]: { en: Like<T[K]['fi']> } }): Dictionary<T> {
  const pick = (language: Language) =>
    Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[language]])) as Texts<T>;
  return { fi: pick('fi'), en: pick('en') };
}

export const LanguageContext = createContext<{ language: Language; change: (language: Language) => void }>({
  language: 'fi',
  change: () => {},
});

export const useLanguage = () => useContext(LanguageContext);

export function useTexts<T extends Pairs>(texts: Dictionary<T>): Texts<T> {
  return texts[useLanguage().language];
}

/** A code's name, or the code itself when it is newer than this client. */
export const named = (names: Record<string, unknown>, code: string): string => {
  const name = names[code];
  return typeof name === 'string' ? name : code;
};
