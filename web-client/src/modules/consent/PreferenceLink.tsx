import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { moreTexts } from './moreTexts';

/** Mails the person the way to its own choices; nobody of the house sees the link. */
export function PreferenceLink({ contactId }: { contactId: string }) {
  const t = useTexts(moreTexts);
  const f = useFormat();
  const show = useToast();
  const [asking, setAsking] = useState(false);
  const send = async () => {
    const params = { path: { id: contactId } };
    const sent = await unwrap(client.POST('/api/v1/contacts/{id}/preference-link', { params }));
    show.done(t.linkSent(f.date(sent.expiresAt)));
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconMailForward size={15} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t.link}
      </Button>
      {asking && (
        <Ask title={t.linkTitle} help={t.linkHelp} act={t.linkSend} onAct={send} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
