import { api } from '@api/client';
import { Due } from '@modules/consent/requests/Due';
import { kindNames } from '@modules/consent/requests/texts';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './HomePage.module.css';
import { texts } from './texts';

const few = 5;

export function Work() {
  const t = useTexts(texts);
  const f = useFormat();
  const work = api.useQuery('get', '/api/v1/my-work');
  const whose = (one: { accounts: { name: string }[]; contacts: { name: string }[] }) =>
    [...one.accounts, ...one.contacts].map((linked) => linked.name).join(', ');
  const line = (one: { id: string; subject: string; when: string; whose: string }) => (
    <Line key={one.id} to="/my-work" title={one.subject} note={[one.when, one.whose].filter(Boolean).join(' · ')} />
  );
  return (
    <>
      <Card title={t.tasks} action={<Link to="/my-work">{t.seeAll}</Link>}>
        <Lines query={work} empty={t.tasksNone}>
          {(work.data?.tasks ?? [])
            .slice(0, few)
            .map((one) => line({ ...one, when: one.dueOn ? t.due(f.date(one.dueOn)) : '', whose: whose(one) }))}
        </Lines>
      </Card>
      <Card title={t.meetings} action={<Link to="/my-work">{t.seeAll}</Link>}>
        <Lines query={work} empty={t.meetingsNone}>
          {(work.data?.meetings ?? [])
            .slice(0, few)
            .map((one) => line({ ...one, when: f.dateTime(one.at), whose: whose(one) }))}
        </Lines>
      </Card>
    </>
  );
}

/** What people asked for by right, the one that must be answered first at the top. */
export function Requests() {
  const t = useTexts(texts);
  const kinds = useTexts(kindNames);
  const f = useFormat();
  const open = api.useQuery('get', '/api/v1/data-subject-requests', {
    params: { query: { open: true, sort: 'dueOn', limit: few, count: true } },
  });
  const items = open.data?.items ?? [];
  const rest = (open.data?.total ?? 0) - items.length;
  return (
    <Card title={t.requestsDue} action={<Link to="/data-subject-requests">{t.seeAll}</Link>}>
      <Lines query={open} empty={t.requestsNone}>
        {items.map((one) => (
          <Line
            key={one.id}
            to={`/data-subject-requests/${one.id}`}
            title={[named(kinds, one.kind), one.name].filter(Boolean).join(': ')}
            note={<Due dueOn={one.dueOn} state={one.state} />}
          />
        ))}
      </Lines>
      {rest > 0 && <p className="muted small">{t.andMore(f.number(rest))}</p>}
    </Card>
  );
}

export function ComingEvents() {
  const t = useTexts(texts);
  const f = useFormat();
  const coming = api.useQuery('get', '/api/v1/events', { params: { query: { when: 'coming', limit: few } } });
  return (
    <Card title={t.comingEvents} action={<Link to={'/events' as string}>{t.seeAll}</Link>}>
      <Lines query={coming} empty={t.comingEventsNone}>
        {(coming.data?.items ?? []).map((one) => (
          <Line
            key={one.id}
            to={`/events/${one.id}`}
            title={one.name}
            note={[
              f.dateTime(one.startsAt),
              one.place,
              t.seats(f.number(one.seats), one.capacity && f.number(one.capacity)),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Lines>
    </Card>
  );
}

export function Imports() {
  const t = useTexts(texts);
  const f = useFormat();
  const imports = api.useQuery('get', '/api/v1/imports', { params: { query: { limit: 20 } } });
  const items = imports.data?.items ?? [];
  const waiting = items.filter((one) => ['needsMapping', 'ready', 'committing', 'failed'].includes(one.state));
  const done = items.filter((one) => !waiting.includes(one)).slice(0, few);
  const lines = (list: typeof items) =>
    list.map((one) => (
      <Line
        key={one.id}
        to={`/imports/${one.id}`}
        title={one.fileName}
        note={`${t.rows(f.number(one.counts.total))} · ${f.dateTime(one.createdAt)}`}
      />
    ));
  return (
    <>
      <Card title={t.unfinished} action={<Link to="/imports">{t.seeAll}</Link>}>
        <Lines query={imports} empty={t.unfinishedNone}>
          {lines(waiting.slice(0, few))}
        </Lines>
      </Card>
      <Card title={t.recentImports} action={<Link to="/imports">{t.seeAll}</Link>}>
        <Lines query={imports} empty={t.none}>
          {lines(done)}
        </Lines>
      </Card>
    </>
  );
}

export function Lists() {
  const t = useTexts(texts);
  const f = useFormat();
  const lists = api.useQuery('get', '/api/v1/mailing-list-exports', { params: { query: { limit: few } } });
  return (
    <Card title={t.recentLists} action={<Link to="/mailing-lists">{t.seeAll}</Link>}>
      <Lines query={lists} empty={t.none}>
        {(lists.data?.items ?? []).map((one) => (
          <Line
            key={one.id}
            to={`/mailing-lists/${one.id}`}
            title={one.name}
            note={`${t.recipients(f.number(one.included))} · ${one.createdBy} · ${f.dateTime(one.createdAt)}`}
          />
        ))}
      </Lines>
    </Card>
  );
}

type Query = { isPending: boolean; error: unknown; refetch: () => void };

function Lines({ query, empty, children }: { query: Query; empty: string; children: ReactNode[] }) {
  if (query.isPending) return <Loading lines={4} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return children.length === 0 ? <p className="muted">{empty}</p> : <ul className={styles.lines}>{children}</ul>;
}

function Line({ to, title, note }: { to: string; title: string; note: ReactNode }) {
  return (
    <li>
      <Link to={to} className={styles.line}>
        <span>{title}</span>
        <span className="muted small">{note}</span>
      </Link>
    </li>
  );
}
