import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Facts } from '@shared/ui/Facts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { IconCertificate, IconDoorEnter, IconFileImport, IconPencil } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EventForm } from './EventForm';
import styles from './events.module.css';
import { Feedback } from './Feedback';
import { Organisations, SpecialNeeds } from './Organisations';
import { Participants } from './Participants';
import { kindNames, participantNames, stateNames, texts } from './texts';
import { type Event, useEvent } from './useEvent';

/** One event: facts, sessions, who comes, from where, and what was said of it. */
export function EventPage() {
  const t = useTexts(texts);
  const kinds = useTexts(kindNames);
  const me = useMe();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useEvent(id);
  const [editing, setEditing] = useState(false);
  const event = read.data?.value;
  const edits = me.may('editEvents');
  return (
    <Page
      title={event?.name ?? t.event}
      note={event && named(kinds, event.kind)}
      actions={
        event &&
        edits && (
          <>
            <Button
              variant="default"
              leftSection={<IconDoorEnter size={18} aria-hidden />}
              renderRoot={(props) => <Link to={`/events/${id}/door` as string} {...props} />}
            >
              {t.door}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
              renderRoot={(props) => <Link to={'/imports/new' as string} search={{ event: id } as never} {...props} />}
            >
              {t.import}
            </Button>
            {event.participants.attended > 0 && (
              <Button
                variant="default"
                component="a"
                download
                href={`/api/v1/events/${id}/certificates`}
                leftSection={<IconCertificate size={18} aria-hidden />}
              >
                {t.certificates}
              </Button>
            )}
            <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
          </>
        )
      }
    >
      {event ? (
        <div className={styles.layout}>
          <div className={styles.main}>
            <Counts event={event} />
            <Participants event={event} edits={edits} />
          </div>
          <div className={styles.side}>
            <Details event={event} />
            <Organisations id={id} />
            {edits && <SpecialNeeds id={id} />}
            <Feedback id={id} />
          </div>
        </div>
      ) : read.error ? (
        <ErrorState error={read.error} onRetry={() => read.refetch()} />
      ) : (
        <Loading />
      )}
      {editing && event && <EventForm event={event} tag={read.data?.tag} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Details({ event }: { event: Event }) {
  const t = useTexts(texts);
  const f = useFormat();
  const states = useTexts(stateNames);
  return (
    <Card title={t.facts}>
      <Facts
        facts={[
          [t.state, named(states, event.state)],
          [t.credits, event.credits ? f.number(event.credits) : null],
          [t.account, event.account?.name],
          [t.organiser, event.organisers.map((one) => one.name).join(', ') || null],
          [t.description, event.description],
        ]}
      />
      <h3 className={styles.small}>{t.sessions}</h3>
      <ul className={styles.plain}>
        {event.sessions.map((one) => (
          <li key={one.startsAt}>
            {f.dateTime(one.startsAt)}–
            {f.date(one.startsAt) === f.date(one.endsAt) ? f.time(one.endsAt) : f.dateTime(one.endsAt)}
            {one.place && <span className="muted"> · {one.place}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Counts({ event }: { event: Event }) {
  const t = useTexts(texts);
  const f = useFormat();
  const names = useTexts(participantNames);
  const { registered, attended, cancelled, noShow, seats } = event.participants;
  const full = event.capacity != null && seats >= event.capacity;
  return (
    <dl className={styles.counts}>
      <div>
        <dt>{t.seats}</dt>
        <dd>
          {event.capacity ? t.seatsOf(f.number(seats), f.number(event.capacity)) : f.number(seats)}{' '}
          {full && (
            <span className={styles.full}>
              <StatusDot tone="warn">{seats > (event.capacity ?? 0) ? t.over : t.full}</StatusDot>
            </span>
          )}
        </dd>
      </div>
      {(
        [
          [names.registered, registered],
          [names.attended, attended],
          [names.cancelled, cancelled],
          [names['no-show'], noShow],
        ] as const
      ).map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{f.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
