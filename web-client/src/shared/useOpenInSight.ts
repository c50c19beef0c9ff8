import { useLanguage } from '@shared/texts';
import { useEffect, useRef } from 'react';

/** A row of tabs that do not all fit on a phone: the one that is open stands in the middle, in either language. */
export function useOpenInSight<T extends HTMLElement>(open?: string) {
  const row = useRef<T>(null);
  const { language } = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, and words of another length
  useEffect(() => {
    const one = row.current?.querySelector('[aria-current], [aria-selected=true]')?.getBoundingClientRect();
    if (!row.current || !one) return;
    // Not scrollIntoView: while a panel slides in, that would move the page under it.
    const { left, width } = row.current.getBoundingClientRect();
    row.current.scrollLeft += one.left + one.width / 2 - left - width / 2;
  }, [open, language]);
  return row;
}
