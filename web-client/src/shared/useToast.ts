import { useMemo } from 'react';
import { common } from './common';
import { useTexts } from './texts';
import { toast } from './ui/toast';
import { useProblemText } from './useProblemText';

/** Toasts in the language of the page: what was done (with undo), or what went wrong. */
export function useToast() {
  const t = useTexts(common);
  const say = useProblemText();
  return useMemo(
    () => ({
      done: (message: string, undo?: () => void) =>
        toast(message, { close: t.close, undo: undo && { label: t.undo, run: undo } }),
      failed: (error: unknown) => toast(say(error), { close: t.close, bad: true }),
    }),
    [t, say],
  );
}
