import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { consentStates, purposeNames } from '@shared/purposes';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { EvidenceFields, evidenceOf, noEvidence } from '@shared/ui/EvidenceFields';
import { useRefused } from '@shared/useRefused';
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
  const form = useForm({ initialValues: { purpose: 'email.alumni', kind: 'given', ...noEvidence } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ purpose, kind, ...evidence }) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/consents', {
      params: { path: { id: contactId } },
      body: { purpose, kind, ...(await evidenceOf(evidence)) } as Body<'/api/v1/contacts/{id}/consents', 'post'>,
    });
    if (error) return refused(error);
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
            data={(['given', 'refused', 'confirmed', 'expired', 'legacy-unproven'] as const).map((value) => ({
              value,
              label: states[value],
            }))}
            {...form.getInputProps('kind')}
          />
          <EvidenceFields
            purpose={form.values.purpose}
            text={form.values.text}
            onText={(text) => form.setFieldValue('text', text)}
            input={(field) => form.getInputProps(field)}
          />
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
