import { useCallback, useSyncExternalStore } from 'react';

const changed = new EventTarget();

function read(key: string) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A choice that this browser remembers (density, columns); it works without storage too, only forgets. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const raw = useSyncExternalStore(
    (listener) => {
      changed.addEventListener(key, listener);
      return () => changed.removeEventListener(key, listener);
    },
    () => read(key),
  );
  const set = useCallback(
    (value: T) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden: the choice lasts for this page.
      }
      changed.dispatchEvent(new Event(key));
    },
    [key],
  );
  let value = initial;
  if (raw !== null) {
    try {
      value = JSON.parse(raw);
    } catch {
      value = initial;
    }
  }
  return [value, set];
}
