import { client } from '@api/client';
import { Button, TextInput } from '@mantine/core';
import { listName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { IconArrowLeft, IconCheck, IconCloudCheck, IconCloudOff, IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { DoorRefused } from './DoorRefused';
import styles from './door.module.css';
import { useDoorQueue } from './doorQueue';
import { doorTexts } from './texts';
import { type Participant, readEvent, useFreshEvents } from './useEvent';

const all = async (id: string, signal: AbortSignal) => {
  const people: Participant[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: { items: Participant[]; nextCursor?: string | null } = await unwrap(
      client.GET('/api/v1/events/{id}/participants', {
        params: { path: { id }, query: { limit: 200, cursor: cursor || undefined } },
        signal,
      }),
    );
    people.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  }
  return people;
};

/** Accents and capitals forgiven, w as v: as the register searches. */
const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fi').replaceAll('w', 'v');

/** What somebody is while a tick waits; what one goes back to whom the server knows as come, it says when it answers. */
const shownState = (known: Participant['state'], tick?: string) =>
  tick === 'attended' ? tick : tick === undefined || known !== 'attended' ? known : 'registered';

/** At the door, on a phone: a touch says that somebody came. It works without a network, and says what waits for one. */
export function DoorPage() {
  const me = useMe();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const t = useTexts(doorTexts);
  const event = useQuery({ queryKey: ['event', id, 'name'], queryFn: () => unwrap(readEvent(id)) });
  const title = t.title(event.data?.name ?? '…');
  return me.may('editEvents') ? (
    <Door id={id} user={me.user.id} title={title} />
  ) : (
    <Page title={title}>
      <NoRight />
    </Page>
  );
}

function Door({ id, user, title }: { id: string; user: string; title: string }) {
  const t = useTexts(doorTexts);
  const f = useFormat();
  const queries = useQueryClient();
  const fresh = useFreshEvents();
  const [typed, setTyped] = useState('');
  const key = ['event-door', id];
  const read = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => all(id, signal),
    // Other doors tick too.
    refetchInterval: 30_000,
    networkMode: 'always',
  });
  // Somebody who was taken off the list in the meantime is still called by name while this page stands.
  const names = useRef(new Map<string, string>()).current;
  for (const one of read.data ?? []) names.set(one.id, listName(one));
  const { queue, waiting, refused } = useDoorQueue(user, id, (answer) => {
    const news = new Map(answer.participants.map((one) => [one.id, one]));
    queries.setQueryData<Participant[]>(key, (known) =>
      known?.map((one) => ({ ...one, ...(news.get(one.id) as Partial<Participant>) })),
    );
    if (answer.ticks.some((one) => one.outcome === 'unknown' || one.outcome === 'passive'))
      void queries.invalidateQueries({ queryKey: key });
    void fresh();
  });
  // What was ticked here and not yet answered holds on this screen.
  const ticked = useMemo(() => new Map(waiting.map((tick) => [tick.participantId, tick.state])), [waiting]);
  const people = (read.data ?? []).map((one) => ({ ...one, state: shownState(one.state, ticked.get(one.id)) }));
  const expected = people.filter((one) => one.state !== 'cancelled');
  const here = people.filter((one) => one.state === 'attended').length;
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const shown = people.filter((one) => {
    const text = folded(`${one.lastName} ${one.firstNames} ${one.calledName ?? ''} ${one.organisation ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <Page
      narrow
      title={title}
      note={read.data && t.here(f.number(here), f.number(expected.length))}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          renderRoot={(props) => <Link to={`/events/${id}` as string} {...props} />}
        >
          {t.back}
        </Button>
      }
    >
      <div className={styles.top}>
        <TextInput
          size="lg"
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={typed}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
        <div className={styles.state} data-waiting={waiting.length > 0 || undefined}>
          {waiting.length > 0 ? <IconCloudOff size={20} aria-hidden /> : <IconCloudCheck size={20} aria-hidden />}
          <span role="status">
            {waiting.length > 0 ? t.waiting(waiting.length) : refused.length > 0 ? t.othersSent : t.sent}
          </span>
          {waiting.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={queue.soon}>
              {t.retry}
            </Button>
          )}
        </div>
      </div>
      <DoorRefused
        refused={refused}
        nameOf={(participant) => names.get(participant)}
        onAgain={queue.again}
        onDismiss={queue.dismiss}
      />
      {!read.data ? (
        read.error ? (
          <ErrorState error={read.error} onRetry={() => read.refetch()} />
        ) : (
          <Loading lines={8} height={48} />
        )
      ) : shown.length === 0 ? (
        <EmptyState title={t.nobody} />
      ) : (
        <ul className={styles.people}>
          {shown.map((one) => {
            const came = one.state === 'attended';
            return (
              <li key={one.id}>
                <button
                  type="button"
                  aria-pressed={came}
                  disabled={one.isPassive}
                  data-state={one.state}
                  className={styles.person}
                  onClick={() => queue.touch(one.id, one.state)}
                >
                  <span className={styles.box} aria-hidden>
                    {came && <IconCheck size={24} stroke={2.5} />}
                  </span>
                  <span className={styles.words}>
                    <span className={styles.name}>{listName(one)}</span>
                    {one.organisation && <span className={styles.from}>{one.organisation}</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}
