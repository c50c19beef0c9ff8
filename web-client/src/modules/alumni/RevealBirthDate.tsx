import { client } from '@api/client';
import { faults } from '@api/problem';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { texts } from './texts';

type Props = { contactId: string; onClose: () => void; onShown: (date: string) => void };

/** A birth date is given one person at a time, for a reason that is kept. */
export function RevealBirthDate({ contactId, onClose, onShown }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const form = useForm({ initialValues: { reason: '' } });
  const submit = form.onSubmit(async (body) => {
    const { data, error } = await client.POST('/api/v1/alumni/{contactId}/reveal', {
      params: { path: { contactId } },
      body,
    });
    if (data) {
      onShown(data.dateOfBirth ?? '');
      return onClose();
    }
    form.setErrors(faults(error));
    if (Object.keys(faults(error)).length === 0) show.failed(error);
  });
  return (
    <Dialog open onClose={onClose} title={t.showTitle}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.showHelp}</Text>
          <Textarea label={t.why} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.show}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
