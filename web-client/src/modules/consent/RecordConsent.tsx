import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, FileInput, Group, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { consentStates, purposeNames } from '@shared/purposes';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import { moreTexts } from './moreTexts';
import { texts } from './texts';
import { useFreshConsents } from './useFreshConsents';
import { sha256, usePublishedTexts } from './usePublishedTexts';

type Props = { contactId: string; onClose: () => void };

export function RecordConsent({ contactId, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const purposes = useTexts(purposeNames);
  const states = useTexts(consentStates);
  const m = useTexts(moreTexts);
  const show = useToast();
  const fresh = useFreshConsents();
  const form = useForm({ initialValues: { purpose: 'email.alumni', kind: 'given', source: 'email', text: '' } });
  const refused = useRefused(form);
  const [file, setFile] = useState<File | null>(null);
  const published = usePublishedTexts(form.values.purpose);
  const submit = form.onSubmit(async ({ text, ...rest }) => {
    const evidence = file && { fileName: file.name, fileSha256: await sha256(file) };
    const { error } = await client.POST('/api/v1/contacts/{id}/consents', {
      params: { path: { id: contactId } },
      body: { ...rest, ...(text && { text }), ...evidence } as Body<'/api/v1/contacts/{id}/consents', 'post'>,
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
          {published.length > 0 && (
            <Select
              label={m.currentText}
              data={[
                { value: '', label: m.otherText },
                ...published.map((one) => ({ value: one.text, label: `${one.language}: ${one.text.slice(0, 80)}` })),
              ]}
              allowDeselect={false}
              value={published.some((one) => one.text === form.values.text) ? form.values.text : ''}
              onChange={(text) => form.setFieldValue('text', text ?? '')}
            />
          )}
          <Textarea label={t.textShown} maxLength={4000} {...form.getInputProps('text')} />
          <FileInput label={m.signedFile} description={m.signedHelp} clearable value={file} onChange={setFile} />
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
