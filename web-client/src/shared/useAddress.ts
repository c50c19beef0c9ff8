import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Open = { person?: string; account?: string; tab?: string };

/** What the address says about this page, and how to say something else. The open person or organisation is a part of it. */
export function useAddress<T extends object>() {
  const known: unknown = useSearch({ strict: false });
  const search = known as T & Open;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<T & Open>, replace = true) =>
      navigate({ to: '.', search: ((now: object) => ({ ...now, ...next })) as never, replace }),
    [navigate],
  );
  const open = useCallback(
    (person?: string) => change({ person, account: undefined } as Partial<T & Open>, false),
    [change],
  );
  const openAccount = useCallback(
    (account?: string) => change({ account, person: undefined } as Partial<T & Open>, false),
    [change],
  );
  return { search, change, open, openAccount };
}

/** The filters of an address, without what only concerns the panel. */
export function filtersOf<T extends Open>(search: T): Omit<T, 'person' | 'account' | 'tab'> {
  const { person: _person, account: _account, tab: _tab, ...filters } = search;
  return filters;
}
