import { client } from '@api/client';
import { faults } from '@api/problem';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { spokenName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { texts } from './texts';
import { type Contact, useFreshPeople } from './useContact';

type Props = { contact: Contact; onClose: () => void };

/** Puts a person aside, or back, with a reason; the toast undoes it. */
export function PassivateContact({ contact, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshPeople();
  const form = useForm({ initialValues: { reason: '' } });
  const name = spokenName(contact);
  const params = { path: { id: contact.id } };

  const turn = async (passive: boolean, reason: string) => {
    const { error } = passive
      ? await client.POST('/api/v1/contacts/{id}/passivate', { params, body: { reason } })
      : await client.POST('/api/v1/contacts/{id}/activate', { params, body: { reason } });
    if (error) throw error;
    await fresh();
  };

  const submit = form.onSubmit(async ({ reason }) => {
    const passive = !contact.isPassive;
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
    <Dialog open onClose={onClose} title={(contact.isPassive ? t.activateTitle : t.passivateTitle)(name)}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{contact.isPassive ? t.activateHelp : t.passivateHelp}</Text>
          <Textarea label={c.reason} required maxLength={500} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {contact.isPassive ? t.activate : t.passivate}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
