import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { confirmTexts } from './confirmTexts';
import { useFreshPeople } from './useContact';

export const toConfirm = '/api/v1/worklists/contacts-to-confirm';

/** Says that what is known of a person still holds. */
export function useConfirm() {
  const t = useTexts(confirmTexts);
  const show = useToast();
  const fresh = useFreshPeople();
  const queries = useQueryClient();
  return async (id: string, name: string) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/confirm', { params: { path: { id } } });
    if (error) return show.failed(error);
    show.done(t.confirmed(name));
    await Promise.all([fresh(), queries.invalidateQueries({ queryKey: ['get', toConfirm] })]);
  };
}
