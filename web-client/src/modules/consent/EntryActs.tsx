import { client } from '@api/client';
import { faults } from '@api/problem';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { useLanguage, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useToast } from '@shared/useToast';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { moreTexts } from './moreTexts';
import { useFreshConsents } from './useFreshConsents';

type Props = { contactId: string; event: { id: string; kind: string }; what: string; fixed: boolean };

/** What can be done with an entry of the ledger: show its proof, or take back a mistake. A no is never taken back. */
export function EntryActs({ contactId, event, what, fixed }: Props) {
  const t = useTexts(moreTexts);
  const c = useTexts(common);
  const { language } = useLanguage();
  const show = useToast();
  const fresh = useFreshConsents();
  const [annulling, setAnnulling] = useState(false);
  const form = useForm({ initialValues: { reason: '' } });
  const submit = form.onSubmit(async (body) => {
    const { error } = await client.POST('/api/v1/contacts/{id}/consents/{eventId}/annul', {
      params: { path: { id: contactId, eventId: event.id } },
      body,
    });
    if (error) {
      form.setErrors(faults(error));
      if (Object.keys(faults(error)).length === 0) show.failed(error);
      return;
    }
    await fresh();
    setAnnulling(false);
    show.done(t.annulled);
  });
  return (
    <Group gap={6}>
      <Button
        variant="subtle"
        size="compact-sm"
        component="a"
        href={`/api/v1/contacts/${contactId}/consents/${event.id}/proof?language=${language}`}
        download
        aria-label={t.proofOf(what)}
        leftSection={<IconFileTypePdf size={15} aria-hidden />}
      >
        {t.proof}
      </Button>
      {!fixed && !['refused', 'withdrawn', 'annulled'].includes(event.kind) && (
        <Button variant="subtle" size="compact-sm" aria-label={t.annulOf(what)} onClick={() => setAnnulling(true)}>
          {t.annul}
        </Button>
      )}
      <Dialog open={annulling} onClose={() => setAnnulling(false)} title={t.annul}>
        <form onSubmit={submit}>
          <Stack>
            <Text c="dimmed">{t.annulHelp}</Text>
            <TextInput label={c.reason} required maxLength={200} data-autofocus {...form.getInputProps('reason')} />
            <Group justify="end">
              <Button variant="default" onClick={() => setAnnulling(false)}>
                {c.cancel}
              </Button>
              <Button type="submit" loading={form.submitting}>
                {t.annul}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </Group>
  );
}
