import { api } from '@api/client';
import { problemOf } from '@api/problem';
import { signIn } from '@api/signIn';
import { drafts } from '@shared/drafts';
import { useLanguage } from '@shared/texts';
import { ErrorState, Loading } from '@shared/ui/States';
import { useEffect } from 'react';
import { SessionEnded } from './SessionEnded';
import { Shell } from './Shell';

/** Nothing is shown before it is known who looks; without a session the client leaves for the sign-in page. */
export function SignedIn() {
  const me = api.useQuery('get', '/api/v1/me', undefined, { staleTime: Number.POSITIVE_INFINITY });
  const { language, change } = useLanguage();
  const wanted = me.data?.language;
  const who = me.data?.user.id;
  useEffect(() => {
    if (who) drafts.keepOnlyOf(who);
  }, [who]);

  if (me.data && signIn.state() === 'unknown') signIn.succeeded();
  // The person's language follows them to a new browser.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the answer comes, not at each change here
  useEffect(() => {
    if ((wanted === 'fi' || wanted === 'en') && wanted !== language) change(wanted);
  }, [wanted]);

  if (me.data)
    return (
      <>
        <Shell />
        <SessionEnded />
      </>
    );
  return (
    <main style={{ padding: 40, maxWidth: 720, margin: '0 auto' }}>
      {me.error && problemOf(me.error).status !== 401 ? (
        <ErrorState error={me.error} onRetry={() => me.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  );
}
