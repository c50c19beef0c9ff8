import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { usePurposeName } from '@shared/purposes';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { evidenceTexts } from '@shared/ui/EvidenceFields';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { texts } from './texts';
import { useFreshConsents } from './useFreshConsents';

type Props = { contactId: string; purpose: string; onClose: () => void };

/** A withdrawal cannot be taken back by us, only given anew by the person: hence a dialog, not an undo. */
export function WithdrawConsent({ contactId, purpose, onClose }: Props) {
  const t = useTexts(texts);
  const e = useTexts(evidenceTexts);
  const c = useTexts(common);
  const show = useToast();
  const fresh = useFreshConsents();
  const what = usePurposeName()(purpose);
  const form = useForm({ initialValues: { source: 'email', text: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ source, text }) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/consents', {
      params: { path: { id: contactId } },
      body: { purpose, kind: 'withdrawn', source, ...(text && { text }) } as Body<
        '/api/v1/contacts/{id}/consents',
        'post'
      >,
    });
    if (error) return refused(error);
    await fresh();
    onClose();
    show.done(t.withdrawn(what));
  });
  return (
    <Dialog open onClose={onClose} title={t.withdrawOf(what)}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.withdrawHelp}</Text>
          <Select
            label={e.how}
            allowDeselect={false}
            data={[
              { value: 'email', label: e.howEmail },
              { value: 'phone', label: e.howPhone },
              { value: 'person', label: e.howPerson },
            ]}
            {...form.getInputProps('source')}
          />
          <Textarea label={c.reason} maxLength={1000} {...form.getInputProps('text')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting} data-autofocus>
              {t.withdraw}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
