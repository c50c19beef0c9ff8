import { useSyncExternalStore } from 'react';

/** What somebody has typed and not saved: over which version, and when. */
export type Draft<T> = { base: T; tag?: string; values: T; at: string };

const prefix = 'crm.draft.';
const changed = new EventTarget();
const keyOf = (user: string, record: string) => `${prefix}${user}.${record}`;

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

const remove = (all: string[]) => {
  for (const key of all) localStorage.removeItem(key);
};

/** Storage may be full or forbidden: then a draft lasts as long as its form. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  } finally {
    changed.dispatchEvent(new Event('change'));
  }
}

/** Unsaved text in this browser, by user and record. It outlives a reload and an ended session, not a sign-out, and nobody else sees it. */
export const drafts = {
  of<T>(user: string, record: string): Draft<T> | undefined {
    try {
      const raw = localStorage.getItem(keyOf(user, record));
      return raw ? (JSON.parse(raw) as Draft<T>) : undefined;
    } catch {
      return undefined;
    }
  },
  keep: <T>(user: string, record: string, draft: Draft<T>) =>
    attempt(() => localStorage.setItem(keyOf(user, record), JSON.stringify(draft))),
  drop: (user: string, record: string) => attempt(() => localStorage.removeItem(keyOf(user, record))),
  /** At sign-out: nothing of anybody stays. */
  clear: () => attempt(() => remove(keys())),
  /** At sign-in: what another user left behind goes unseen. */
  keepOnlyOf: (user: string) => attempt(() => remove(keys().filter((key) => !key.startsWith(`${prefix}${user}.`)))),
};

/** Whether there is an unsaved draft of the record. */
export const useHasDraft = (user: string, record: string) =>
  useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
    () => {
      try {
        return localStorage.getItem(keyOf(user, record)) !== null;
      } catch {
        return false;
      }
    },
  );
