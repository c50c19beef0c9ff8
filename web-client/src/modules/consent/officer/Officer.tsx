import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { common } from '@shared/common';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useToast } from '@shared/useToast';
import { type ReactNode, useState } from 'react';

type State = { isPending: boolean; error: unknown; refetch: () => void };
type Props = { title: string; note?: string; actions?: ReactNode; of?: State; children: () => ReactNode };

/** A page of the data protection officer's: refused to others, with its states. */
export function OfficerPage({ title, note, actions, of, children }: Props) {
  const me = useMe();
  const may = me.may('officer');
  return (
    <Page title={title} note={note} actions={may && actions} narrow>
      {!may ? (
        <NoRight />
      ) : of?.error ? (
        <ErrorState error={of.error} onRetry={() => of.refetch()} />
      ) : of?.isPending ? (
        <Loading />
      ) : (
        children()
      )}
    </Page>
  );
}

type AskProps = {
  title: string;
  help: string;
  act: string;
  /** Whether a reason is asked for. */
  reason?: boolean;
  danger?: boolean;
  /** What is done; throws the problem. */
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks before what cannot be taken back, with the reason where the law wants one. */
export function Ask({ title, help, act, reason, danger, onAct, onClose }: AskProps) {
  const c = useTexts(common);
  const show = useToast();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await onAct(text.trim());
      onClose();
    } catch (error) {
      show.failed(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!reason || text.trim()) submit();
        }}
      >
        <Stack>
          <Text c="dimmed">{help}</Text>
          {reason && (
            <Textarea
              label={c.reason}
              required
              maxLength={500}
              data-autofocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red.9' : undefined} loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
