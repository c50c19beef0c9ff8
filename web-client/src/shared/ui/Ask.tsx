import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { useRefused } from '@shared/useRefused';
import { Dialog } from './Dialog';

type Props = {
  title: string;
  help: string;
  act: string;
  /** Whether a reason is asked for, and by what question when not the usual one. */
  reason?: boolean | string;
  /** What has to be typed before it is done. */
  confirm?: string;
  danger?: boolean;
  /** What is done; throws the problem. */
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks before what cannot be taken back, with the reason where the law wants one. */
export function Ask({ title, help, act, reason, confirm, danger, onAct, onClose }: Props) {
  const c = useTexts(common);
  const form = useForm({
    initialValues: { reason: '', typed: '' },
    validate: {
      reason: (text) => (reason && !text.trim() ? c.needed : null),
      typed: (text) => (confirm && text.trim() !== confirm ? c.typedOther : null),
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit((typed) => onAct(typed.reason.trim()).then(onClose, refused));
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{help}</Text>
          {reason && (
            <Textarea
              label={typeof reason === 'string' ? reason : c.reason}
              required
              autosize
              minRows={2}
              maxLength={500}
              data-autofocus
              {...form.getInputProps('reason')}
            />
          )}
          {confirm && (
            <TextInput label={c.typeName(confirm)} required autoComplete="off" {...form.getInputProps('typed')} />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red.9' : undefined} loading={form.submitting}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
