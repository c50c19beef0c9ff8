import { faults } from '@api/problem';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { texts } from './texts';

type Props = {
  name: string;
  isPassive: boolean;
  help: string;
  turn: (passive: boolean, reason: string) => Promise<void>;
  onClose: () => void;
};

/** Puts a record aside, or back, with a reason; the toast undoes it. */
export function Passivation({ name, isPassive, help, turn, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const form = useForm({ initialValues: { reason: '' } });

  const submit = form.onSubmit(async ({ reason }) => {
    const passive = !isPassive;
    try {
      await turn(passive, reason);
      onClose();
      show.done((passive ? t.passivated : t.activated)(name), () => turn(!passive, t.undoReason).catch(show.failed));
    } catch (error) {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
    }
  });

  return (
    <Dialog open onClose={onClose} title={(isPassive ? t.activateTitle : t.passivateTitle)(name)}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{help}</Text>
          <Textarea label={c.reason} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {isPassive ? t.activate : t.passivate}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
