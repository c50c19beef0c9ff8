import { client } from '@api/client';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { listName, useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { PassiveTag } from '@shared/ui/Badges';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Card } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconCertificate, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import styles from './events.module.css';
import { ParticipantForm } from './ParticipantForm';
import { participantStates } from './routes';
import { participantNames, texts } from './texts';
import { type Event, type Participant, useFreshEvents } from './useEvent';

type Search = { q?: string; state?: (typeof participantStates)[number] };

/** Who is coming or came: found by name, and the state changed where it stands. */
export function Participants({ event, edits }: { event: Event; edits: boolean }) {
  const t = useTexts(texts);
  const names = useTexts(participantNames);
  const { search, change } = useAddress<Search>();
  const [form, setForm] = useState<{ participant?: Participant }>();
  const { q, state } = search;
  const people = usePages(['event', event.id, 'participants', q, state], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/events/{id}/participants', {
        params: { path: { id: event.id }, query: { q, state, cursor, count, limit: 100 } },
        signal,
      }),
    ),
  );
  return (
    <Card
      title={t.participants}
      action={
        edits && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setForm({})}
          >
            {t.addParticipant}
          </Button>
        )
      }
    >
      <div className={bar.bar}>
        <SearchFilter label={t.findPeople} value={q} onChange={(next) => change({ q: next })} />
        <ChoiceFilter
          label={t.state}
          value={state}
          onChange={(next) => change({ state: next as Search['state'] })}
          options={participantStates.map((value) => ({ value, label: named(names, value) }))}
        />
      </div>
      {people.error ? (
        <ErrorState error={people.error} onRetry={() => people.retry()} />
      ) : people.loading ? (
        <Loading lines={6} height={40} />
      ) : people.rows.length === 0 ? (
        <EmptyState title={t.nobody} />
      ) : (
        <ul className={styles.people} data-stale={people.stale || undefined}>
          {people.rows.map((one) => (
            <Row key={one.id} event={event} one={one} edits={edits} onEdit={() => setForm({ participant: one })} />
          ))}
        </ul>
      )}
      {people.more.has && (
        <Button
          variant="default"
          className={styles.start}
          loading={people.more.loading}
          onClick={() => people.more.load()}
        >
          {t.showMore}
        </Button>
      )}
      {form && <ParticipantForm event={event} participant={form.participant} onClose={() => setForm(undefined)} />}
    </Card>
  );
}

type RowProps = { event: Event; one: Participant; edits: boolean; onEdit: () => void };

function Row({ event, one, edits, onEdit }: RowProps) {
  const t = useTexts(texts);
  const f = useFormat();
  const names = useTexts(participantNames);
  const show = useToast();
  const fresh = useFreshEvents();
  const name = listName(one);
  const become = async (state: string, version: string, before?: string) => {
    const { data, error, response } = await client.PATCH('/api/v1/events/{id}/participants/{participantId}', {
      params: { path: { id: event.id, participantId: one.id }, header: { 'If-Match': version } },
      body: { state: state as (typeof participantStates)[number] },
    });
    if (!data) show.failed(error);
    else if (before)
      show.done(t.changed(name, named(names, state)), () => become(before, response.headers.get('ETag') ?? ''));
    await fresh();
  };
  return (
    <li className={styles.person}>
      <div className={styles.two}>
        <span>
          <Link to="." search={((now: object) => ({ ...now, person: one.contactId })) as never} className={styles.name}>
            {name}
          </Link>{' '}
          {one.isPassive && <PassiveTag />}
        </span>
        <span className="muted small">{[one.email, one.task].filter(Boolean).join(' · ')}</span>
      </div>
      <span className={styles.from}>
        {one.account ? (
          <Link to="." search={((now: object) => ({ ...now, account: one.account?.id })) as never}>
            {one.account.name}
          </Link>
        ) : (
          (one.organisation ?? '–')
        )}
      </span>
      <span className={styles.acts}>
        {edits && !one.isPassive ? (
          <NativeSelect
            size="xs"
            aria-label={t.stateOf(name)}
            value={one.state}
            data={participantStates.map((value) => ({ value, label: named(names, value) }))}
            onChange={(chosen) => become(chosen.currentTarget.value, `"${one.version}"`, one.state)}
          />
        ) : (
          named(names, one.state)
        )}
        <span className="muted small">{f.date(one.stateAt)}</span>
      </span>
      {edits && (
        <span className={styles.buttons}>
          {one.state === 'attended' && (
            <ActionIcon
              component="a"
              download
              href={`/api/v1/events/${event.id}/certificates?participantId=${one.id}`}
              aria-label={t.certificateOf(name)}
            >
              <IconCertificate size={18} aria-hidden />
            </ActionIcon>
          )}
          {!one.isPassive && (
            <ActionIcon aria-label={t.editOf(name)} onClick={onEdit}>
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          )}
        </span>
      )}
    </li>
  );
}
