import { client } from '@api/client';
import { faults } from '@api/problem';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { consentStates, purposeNames } from '@shared/purposes';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { texts } from './texts';
import { useFreshConsents } from './useFreshConsents';

type Props = { contactId: string; onClose: () => void };

export function RecordConsent({ contactId, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const purposes = useTexts(purposeNames);
  const states = useTexts(consentStates);
  const show = useToast();
  const fresh = useFreshConsents();
  const form = useForm({ initialValues: { purpose: 'email.alumni', kind: 'given', source: 'email', text: '' } });
  const submit = form.onSubmit(async ({ text, ...rest }) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/consents', {
      params: { path: { id: contactId } },
      body: { ...rest, ...(text && { text }) } as Body<'/api/v1/contacts/{id}/consents', 'post'>,
    });
    if (error) {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
      return;
    }
    await fresh();
    onClose();
    show.done(t.recorded);
  });
  return (
    <Dialog open onClose={onClose} title={t.record}>
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t.purpose}
            allowDeselect={false}
            data={Object.entries(purposes).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('purpose')}
          />
          <Select
            label={t.choice}
            allowDeselect={false}
            data={(['given', 'refused', 'confirmed'] as const).map((value) => ({ value, label: states[value] }))}
            {...form.getInputProps('kind')}
          />
          <Select
            label={t.how}
            allowDeselect={false}
            data={[
              { value: 'email', label: t.howEmail },
              { value: 'phone', label: t.howPhone },
              { value: 'person', label: t.howPerson },
            ]}
            {...form.getInputProps('source')}
          />
          <Textarea label={t.textShown} maxLength={4000} {...form.getInputProps('text')} />
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
