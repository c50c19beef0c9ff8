import { client } from '@api/client';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { texts } from './texts';

const instant = (input: string) => (input ? zoned.instant(input) : undefined);

export function NoteBreach({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { what: '', noticedAt: '', from: '', to: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ what, noticedAt, from, to }) => {
    const { error } = await client.POST('/api/v1/breaches', {
      body: { what, noticedAt: instant(noticedAt), from: instant(from) ?? '', to: instant(to) ?? '' } as never,
    });
    if (error) return refused(error);
    await queries.invalidateQueries({ queryKey: ['breaches'] });
    onClose();
    show.done(t.saved);
  });
  return (
    <Dialog open onClose={onClose} title={t.noteBreach}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={t.what}
            required
            autosize
            minRows={3}
            maxLength={4000}
            data-autofocus
            {...form.getInputProps('what')}
          />
          <TextInput type="datetime-local" label={t.noticedAt} {...form.getInputProps('noticedAt')} />
          <TextInput type="datetime-local" required label={t.from} {...form.getInputProps('from')} />
          <TextInput type="datetime-local" required label={t.to} {...form.getInputProps('to')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.noteBreach}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
