import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common, languageNames } from '@shared/common';
import { purposeNames } from '@shared/purposes';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { texts } from './texts';

/** The officer writes a version; it asks nobody before it is published. */
export function AddText({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const purposes = useTexts(purposeNames);
  const languages = useTexts(languageNames);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { purpose: 'alumni', language: 'fi', text: '' } });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (values) => {
    const { error } = await client.POST('/api/v1/consent-texts', {
      body: values as Body<'/api/v1/consent-texts', 'post'>,
    });
    if (error) return refused(error);
    await queries.invalidateQueries({ queryKey: ['consent-texts'] });
    onClose();
    show.done(t.saved);
  });
  return (
    <Dialog open onClose={onClose} title={t.add} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t.purpose}
            allowDeselect={false}
            data={Object.entries(purposes).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('purpose')}
          />
          <Select
            label={t.language}
            allowDeselect={false}
            data={[
              { value: 'fi', label: languages.fi },
              { value: 'en', label: languages.en },
            ]}
            {...form.getInputProps('language')}
          />
          <Textarea label={t.text} required autosize minRows={5} maxLength={4000} {...form.getInputProps('text')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.saveDraft}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
