import { api, client } from '@api/client';
import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { cooperationTexts } from './cooperationTexts';

/** From how many contacts a year on we warn. */
export function ContactLimit({ onClose }: { onClose: () => void }) {
  const t = useTexts(cooperationTexts);
  const c = useTexts(common);
  const show = useToast();
  const queries = useQueryClient();
  const now = api.useQuery('get', '/api/v1/alumni/settings').data?.mostContacts;
  const [typed, setTyped] = useState<number>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await client.PUT('/api/v1/alumni/settings', { body: { mostContacts: typed ?? now ?? 6 } });
    if (error) return show.failed(error);
    await queries.invalidateQueries();
    onClose();
    show.done(t.limitSaved);
  };
  return (
    <Dialog open onClose={onClose} title={t.limitTitle}>
      <form onSubmit={save}>
        <Stack>
          <NumberInput
            label={t.limit}
            min={1}
            max={100}
            allowDecimal={false}
            hideControls
            data-autofocus
            value={typed ?? now ?? ''}
            onChange={(value) => setTyped(Number(value) || undefined)}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit">{c.save}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
