import { faults } from '@api/problem';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { texts } from './texts';

type Props = {
  title: string;
  help: string;
  act: string;
  /** What has to be typed before it is done. */
  confirm?: string;
  run: (reason: string) => Promise<void>;
  onClose: () => void;
};

/** Asks for the reason, and for what has to be typed, before something grave is done. */
export function ReasonDialog({ title, help, act, confirm, run, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const form = useForm({
    initialValues: { reason: '', typed: '' },
    validate: { typed: (typed) => (confirm && typed.trim() !== confirm ? t.typedOther : null) },
  });
  const submit = form.onSubmit(async ({ reason }) => {
    try {
      await run(reason);
    } catch (error) {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
    }
  });

  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{help}</Text>
          <Textarea label={c.reason} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          {confirm && (
            <TextInput label={t.typeName(confirm)} required autoComplete="off" {...form.getInputProps('typed')} />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" color={confirm ? 'red' : undefined} loading={form.submitting}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
