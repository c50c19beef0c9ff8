import { client } from '@api/client';
import type { Answer } from '@api/types';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { texts } from './texts';

type Props = { alumnus: Answer<'/api/v1/alumni/{contactId}'>; tag: string; onClose: () => void };

export function EditAlumnus({ alumnus, tag, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      formerLastName: alumnus.formerLastName ?? '',
      employer: alumnus.employer ?? '',
      task: alumnus.task ?? '',
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const { error } = await client.PATCH('/api/v1/alumni/{contactId}', {
      params: { path: { contactId: alumnus.contactId }, header: { 'If-Match': tag } },
      body: {
        formerLastName: typed.formerLastName || null,
        employer: typed.employer || null,
        task: typed.task || null,
      },
    });
    if (error) return refused(error);
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['alumni', 'alumnus', 'timeline'].includes(String(queryKey[0])),
    });
    onClose();
    show.done(t.saved);
  });
  return (
    <Dialog open onClose={onClose} title={t.editWork}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t.employer} maxLength={200} data-autofocus {...form.getInputProps('employer')} />
          <TextInput label={t.task} maxLength={200} {...form.getInputProps('task')} />
          <TextInput label={t.formerLastName} maxLength={100} {...form.getInputProps('formerLastName')} />
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
