import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { duplicateTexts } from './duplicateTexts';
import { useFreshAccounts } from './useAccount';
import { useFreshPeople } from './useContact';

/** Takes a merge back, and says what stayed with the survivor. */
export function useUndoMerge() {
  const t = useTexts(duplicateTexts);
  const show = useToast();
  const queries = useQueryClient();
  const people = useFreshPeople();
  const accounts = useFreshAccounts();
  const fresh = () =>
    Promise.all([
      people(),
      accounts(),
      queries.invalidateQueries({ queryKey: ['duplicates'] }),
      queries.invalidateQueries({ queryKey: ['merges'] }),
    ]);
  return {
    fresh,
    run: async (id: string) => {
      const { data, error } = await client.POST('/api/v1/merges/{id}/undo', { params: { path: { id } } });
      if (!data) return show.failed(error);
      await fresh();
      show.done(data.kept.length > 0 ? t.undoneKept(data.kept.length) : t.undone);
    },
  };
}
