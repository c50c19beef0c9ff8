import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Open = { person?: string; tab?: string };

/** What the address says about this page, and how to say something else. The open person is a part of it. */
export function useAddress<T extends object>() {
  const known: unknown = useSearch({ strict: false });
  const search = known as T & Open;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<T & Open>, replace = true) =>
      navigate({ to: '.', search: ((now: object) => ({ ...now, ...next })) as never, replace }),
    [navigate],
  );
  const open = useCallback((person?: string) => change({ person } as Partial<T & Open>, false), [change]);
  return { search, change, open };
}

/** The filters of an address, without what only concerns the panel. */
export function filtersOf<T extends Open>(search: T): Omit<T, 'person' | 'tab'> {
  const { person: _person, tab: _tab, ...filters } = search;
  return filters;
}
