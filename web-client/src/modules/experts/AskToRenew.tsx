import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from './texts';
import { useFreshExperts } from './useExpert';

/** Mails those of the renewal list who have not been asked yet. */
export function AskToRenew() {
  const t = useTexts(texts);
  const show = useToast();
  const fresh = useFreshExperts();
  const [asking, setAsking] = useState(false);
  const send = async () => {
    const asked = await unwrap(client.POST('/api/v1/experts/renewal-mails'));
    show.done(t.askedToRenew(asked.sent, asked.askedBefore, asked.notSent));
    await fresh();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={18} aria-hidden />} onClick={() => setAsking(true)}>
        {t.askToRenew}
      </Button>
      {asking && (
        <Ask
          title={t.askToRenew}
          help={t.askToRenewHelp}
          act={t.askToRenew}
          onAct={send}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
