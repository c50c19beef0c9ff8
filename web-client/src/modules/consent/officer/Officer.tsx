import { useMe } from '@shared/me';
import { Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import type { ReactNode } from 'react';

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
