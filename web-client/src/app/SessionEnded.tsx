import { signIn } from '@api/signIn';
import { Button, Stack, Text } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { useEffect, useSyncExternalStore } from 'react';
import { texts } from './texts';

/** Signing in happens in a pop-up, so this page and everything typed on it stay; held requests then go on. */
export function SessionEnded() {
  const t = useTexts(texts);
  const ended = useSyncExternalStore(signIn.subscribe, signIn.state) === 'ended';

  useEffect(() => {
    if (!ended || typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel('crm-auth');
    channel.onmessage = () => signIn.resume();
    return () => channel.close();
  }, [ended]);

  return (
    <Dialog title={t.endedTitle} open={ended} onClose={() => {}} closable={false} topmost>
      <Stack>
        <Text>{t.endedText}</Text>
        <Button
          data-autofocus
          onClick={() => window.open(signIn.page('/popup-done.html'), 'crm-sign-in', 'popup,width=520,height=640')}
        >
          {t.signInAgain}
        </Button>
      </Stack>
    </Dialog>
  );
}
