import { useLanguage } from './texts';

const zone = 'Europe/Helsinki';

function formats(locale: string, months: 'numeric' | 'short') {
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: months, year: 'numeric', timeZone: zone });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const of = (value: string | number | Date) => new Date(value);
  const valid = (value: string | null | undefined): value is string => !!value && !Number.isNaN(Date.parse(value));
  return {
    date: (value: string | null | undefined) => (valid(value) ? date.format(of(value)) : '–'),
    time: (value: string | null | undefined) => (valid(value) ? time.format(of(value)) : '–'),
    dateTime: (value: string | null | undefined) =>
      valid(value) ? `${date.format(of(value))} ${time.format(of(value))}` : '–',
    number: (value: number | null | undefined) => (value == null ? '–' : number.format(value)),
    percent: (share: number) => percent.format(share),
    decimal: number.format(0.5).charAt(1),
  };
}

const all = { fi: formats('fi-FI', 'numeric'), en: formats('en-GB', 'short') };

/** Dates and numbers of the language, always in Finland's time. */
export const useFormat = () => all[useLanguage().language];

/** Finland's time as date fields have it (`2026-11-23T10:15`), whatever the clock of this computer. */
export const zoned = {
  today: () => new Date().toLocaleDateString('sv-SE', { timeZone: zone }),
  inDays: (days: number) => new Date(Date.parse(zoned.today()) + days * 86_400_000).toISOString().slice(0, 10),
  input: (at: string) => new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T'),
  instant: (input: string) => {
    const as = new Date(`${input}Z`).getTime();
    const off = new Date(`${zoned.input(new Date(as).toISOString())}Z`).getTime() - as;
    // A year too far for a clock here is for the server to refuse, at its field.
    return Number.isNaN(as - off) ? `${input}:00Z` : new Date(as - off).toISOString();
  },
};

type Name = { lastName?: string | null; firstNames?: string | null; calledName?: string | null };

/** Surname first, as in lists. */
export const listName = (person: Name) =>
  [person.lastName, person.calledName || person.firstNames].filter(Boolean).join(' ') || '–';

/** As one would say it. */
export const spokenName = (person: Name) =>
  [person.calledName || person.firstNames, person.lastName].filter(Boolean).join(' ') || '–';

export const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toLocaleUpperCase('fi');
