import { client } from '@api/client';
import { Button, Group } from '@mantine/core';
import { useLanguage, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { moreTexts } from './moreTexts';
import { useFreshConsents } from './useFreshConsents';

type Props = { contactId: string; event: { id: string; kind: string }; what: string; fixed: boolean };

/** What can be done with an entry of the ledger: show its proof, or take back a mistake. A no is never taken back. */
export function EntryActs({ contactId, event, what, fixed }: Props) {
  const t = useTexts(moreTexts);
  const { language } = useLanguage();
  const show = useToast();
  const fresh = useFreshConsents();
  const [annulling, setAnnulling] = useState(false);
  const annul = async (reason: string) => {
    const params = { path: { id: contactId, eventId: event.id } };
    await unwrap(client.POST('/api/v1/contacts/{id}/consents/{eventId}/annul', { params, body: { reason } }));
    await fresh();
    show.done(t.annulled);
  };
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
      {annulling && (
        <Ask
          title={t.annul}
          help={t.annulHelp}
          act={t.annul}
          reason
          onAct={annul}
          onClose={() => setAnnulling(false)}
        />
      )}
    </Group>
  );
}
