import { api } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { IconFileImport, IconMailForward } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './HomePage.module.css';
import { texts } from './texts';

/** Where one's own work stands: what waits, what was done last, how many people there are. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();

  return (
    <Page
      title={t.hello(me.user.name)}
      narrow
      actions={
        <>
          {me.may('makeMailingLists') && (
            <Button
              variant="default"
              leftSection={<IconMailForward size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/mailing-lists/new" {...props} />}
            >
              {t.newList}
            </Button>
          )}
          {me.may('makeImports') && (
            <Button
              leftSection={<IconFileImport size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/imports/new" {...props} />}
            >
              {t.newImport}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.figures}>
        {me.may('requests') && <RequestCounts />}
        {me.may('contacts') && <ContactCount />}
        {me.may('alumni') && <AlumniCounts />}
      </div>
      <div className={styles.cards}>
        {me.may('writeActivities') && <Work />}
        {me.may('imports') && <Imports />}
        {me.may('mailingLists') && <Lists />}
      </div>
    </Page>
  );
}

type FigureProps = { label: string; value?: number | null; to: string; search?: object };

function Figure({ label, value, to, search }: FigureProps) {
  const f = useFormat();
  return (
    <Link to={to} search={search as never} className={styles.figure}>
      <span className="muted">{label}</span>
      <strong>{f.number(value)}</strong>
    </Link>
  );
}

function ContactCount() {
  const t = useTexts(texts);
  const all = api.useQuery('get', '/api/v1/contacts', { params: { query: { limit: 1, count: true } } });
  return <Figure label={t.contactCount} value={all.data?.total} to="/contacts" />;
}

function RequestCounts() {
  const t = useTexts(texts);
  const open = api.useQuery('get', '/api/v1/data-subject-requests', {
    params: { query: { limit: 1, count: true, open: true } },
  });
  const late = api.useQuery('get', '/api/v1/data-subject-requests', {
    params: { query: { limit: 1, count: true, overdue: true } },
  });
  return (
    <>
      <Figure label={t.openRequests} value={open.data?.total} to="/data-subject-requests" />
      <Figure
        label={t.lateRequests}
        value={late.data?.total}
        to="/data-subject-requests"
        search={{ show: 'overdue' }}
      />
    </>
  );
}

function AlumniCounts() {
  const t = useTexts(texts);
  const all = api.useQuery('get', '/api/v1/alumni', { params: { query: { limit: 1, count: true } } });
  const mailable = api.useQuery('get', '/api/v1/alumni', {
    params: { query: { limit: 1, count: true, mailable: true } },
  });
  return (
    <>
      <Figure label={t.alumniCount} value={all.data?.total} to="/alumni" />
      <Figure label={t.mailableCount} value={mailable.data?.total} to="/alumni" search={{ mailable: true }} />
    </>
  );
}

function Work() {
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
            .slice(0, 5)
            .map((one) => line({ ...one, when: one.dueOn ? t.due(f.date(one.dueOn)) : '', whose: whose(one) }))}
        </Lines>
      </Card>
      <Card title={t.meetings} action={<Link to="/my-work">{t.seeAll}</Link>}>
        <Lines query={work} empty={t.meetingsNone}>
          {(work.data?.meetings ?? [])
            .slice(0, 5)
            .map((one) => line({ ...one, when: f.dateTime(one.at), whose: whose(one) }))}
        </Lines>
      </Card>
    </>
  );
}

function Imports() {
  const t = useTexts(texts);
  const f = useFormat();
  const imports = api.useQuery('get', '/api/v1/imports', { params: { query: { limit: 20 } } });
  const items = imports.data?.items ?? [];
  const waiting = items.filter((one) => ['needsMapping', 'ready', 'committing', 'failed'].includes(one.state));
  const done = items.filter((one) => !waiting.includes(one)).slice(0, 5);
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
          {lines(waiting.slice(0, 5))}
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

function Lists() {
  const t = useTexts(texts);
  const f = useFormat();
  const lists = api.useQuery('get', '/api/v1/mailing-list-exports', { params: { query: { limit: 5 } } });
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

function Line({ to, title, note }: { to: string; title: string; note: string }) {
  return (
    <li>
      <Link to={to} className={styles.line}>
        <span>{title}</span>
        <span className="muted small">{note}</span>
      </Link>
    </li>
  );
}
