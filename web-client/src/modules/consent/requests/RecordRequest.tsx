import { client } from '@api/client';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common, languageNames } from '@shared/common';
import { useFormat, zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { kindNames, requestTexts } from './texts';

type Props = { contactId?: string; onClose: () => void };

/** What a person asked for by right, by whatever way it came to staff. */
export function RecordRequest({ contactId, onClose }: Props) {
  const t = useTexts(requestTexts);
  const c = useTexts(common);
  const f = useFormat();
  const kinds = useTexts(kindNames);
  const languages = useTexts(languageNames);
  const show = useToast();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { kind: 'access', name: '', email: '', message: '', language: 'fi', cameOn: zoned.today() },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async ({ kind, language, cameOn, ...texts }) => {
    const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim()));
    const { data, error } = await client.POST('/api/v1/data-subject-requests', {
      body: {
        kind,
        language,
        contactId,
        ...said,
        ...(cameOn && cameOn !== zoned.today() && { receivedAt: zoned.instant(`${cameOn}T12:00`) }),
      } as Body<'/api/v1/data-subject-requests', 'post'>,
    });
    if (error || !data) return refused(error, (path) => (path === 'receivedAt' ? 'cameOn' : path));
    await queries.invalidateQueries({ queryKey: ['requests'] });
    onClose();
    show.done(t.recorded(f.date(data.dueOn)));
  });
  return (
    <Dialog open onClose={onClose} title={t.record}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{t.recordHelp}</Text>
          <Select
            label={t.kind}
            allowDeselect={false}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('kind')}
          />
          {!contactId && <TextInput label={t.requester} required maxLength={200} {...form.getInputProps('name')} />}
          <TextInput label={t.email} type="email" maxLength={254} {...form.getInputProps('email')} />
          <TextInput type="date" label={t.receivedOn} max={zoned.today()} {...form.getInputProps('cameOn')} />
          <Textarea label={t.message} maxLength={4000} autosize minRows={3} {...form.getInputProps('message')} />
          <Select
            label={t.language}
            allowDeselect={false}
            data={(['fi', 'en'] as const).map((value) => ({ value, label: languages[value] }))}
            {...form.getInputProps('language')}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.record}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
