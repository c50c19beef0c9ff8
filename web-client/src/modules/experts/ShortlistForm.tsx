import { client } from '@api/client';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { listTexts } from './listTexts';
import { useFreshExperts } from './useExpert';
import type { Shortlist } from './useShortlists';

type Props = { list?: Shortlist; tag?: string; onClose: () => void; onMade?: (id: string) => void };

/** A shortlist's name and what it is for. */
export function ShortlistForm({ list, tag = '', onClose, onMade }: Props) {
  const t = useTexts(listTexts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshExperts();
  const form = useForm({
    initialValues: { name: list?.name ?? '', purpose: list?.purpose ?? '' },
    validate: { name: (name) => (name.trim() ? null : c.needed) },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const body = { name: typed.name, purpose: typed.purpose || null };
    const { data, error } = list
      ? await client.PATCH('/api/v1/expert-shortlists/{id}', {
          params: { path: { id: list.id }, header: { 'If-Match': tag } },
          body,
        })
      : await client.POST('/api/v1/expert-shortlists', { body });
    if (error || !data) return refused(error);
    await fresh();
    onClose();
    show.done(t.saved);
    onMade?.(data.id);
  });
  return (
    <Dialog open onClose={onClose} title={list ? t.edit : t.newList}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t.listName} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <Textarea label={t.purpose} autosize minRows={3} maxLength={4000} {...form.getInputProps('purpose')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {c.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
