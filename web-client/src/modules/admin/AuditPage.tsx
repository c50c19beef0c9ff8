import { api, client } from '@api/client';
import type { Item } from '@api/types';
import { TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import styles from './admin.module.css';
import { texts } from './texts';
import { VerifyAudit } from './VerifyAudit';

type Row = Item<'/api/v1/audit-events'>;
type Search = { entity?: string; id?: string; user?: string; from?: string; to?: string };

/** The beginning of a day here, or of the next one, as the instant that the API wants. */
const instant = (day: string | undefined, after = 0) => {
  if (!day) return undefined;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + after);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** The interface's own name, the same in every language. */
const Machine = ({ name }: { name: string }) => (
  <span lang="en" translate="no">
    {name}
  </span>
);

/** Who read, changed or exported what. */
export function AuditPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const wide = useMediaQuery('(min-width: 26em)', true, { getInitialValueInEffect: false });
  const { search, change } = useAddress<Search>();
  const { entity, id, user, from, to } = search;
  const users = api.useQuery(
    'get',
    '/api/v1/users',
    { params: { query: { limit: 200 } } },
    { enabled: me.may('users') },
  );
  const events = usePages(
    ['audit', entity, id, user, from, to],
    ({ cursor, signal }) =>
      unwrap(
        client.GET('/api/v1/audit-events', {
          params: { query: { entity, id, user, from: instant(from), to: instant(to, 1), cursor, limit: 100 } },
          signal,
        }),
      ),
    me.may('audit'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'at',
        header: t.when,
        min: 126,
        grow: 0.6,
        drop: 0,
        cell: (row) => <span className={styles.name}>{f.dateTime(row.at)}</span>,
      },
      { id: 'by', header: t.who, min: 170, drop: 1, cell: (row) => row.by },
      {
        id: 'what',
        header: t.what,
        min: 138,
        grow: 1.2,
        drop: 0,
        cell: (row) => (
          <>
            <Machine name={row.useCase} />
            <span className="brief">{row.by}</span>
          </>
        ),
      },
      {
        id: 'entity',
        header: t.entity,
        min: 130,
        grow: 0.8,
        drop: 3,
        cell: (row) => <Machine name={row.entity || '–'} />,
      },
      {
        id: 'people',
        header: t.peopleHead,
        min: 150,
        grow: 0.8,
        drop: 2,
        cell: (row, tabIndex) => {
          const [only] = row.contactIds;
          if (row.contactCount !== 1 || !only)
            return row.contactCount ? t.people(row.contactCount, f.number(row.contactCount)) : '–';
          return (
            <Link
              to="."
              search={((now: object) => ({ ...now, person: only })) as never}
              data-row-link
              tabIndex={tabIndex}
            >
              {t.openPerson}
            </Link>
          );
        },
      },
    ],
    [t, f],
  );
  return (
    <Page fill title={t.audit} actions={me.may('officer') && <VerifyAudit />}>
      <div className={bar.bar}>
        <SearchFilter label={t.entity} value={entity} onChange={(next) => change({ entity: next })} />
        <ChoiceFilter
          label={t.who}
          value={user}
          onChange={(next) => change({ user: next })}
          options={(users.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextInput
          type="date"
          aria-label={t.from}
          value={from ?? ''}
          onChange={(event) => change({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          aria-label={t.to}
          value={to ?? ''}
          onChange={(event) => change({ to: event.currentTarget.value || undefined })}
        />
      </div>
      <DataTable
        label={t.audit}
        columns={columns}
        rows={events.rows}
        rowId={(row) => String(row.id)}
        loading={events.loading && me.may('audit')}
        stale={events.stale}
        more={events.more}
        dense={wide}
        instead={
          !me.may('audit') ? (
            <ErrorState error={{ status: 403 }} />
          ) : events.error ? (
            <ErrorState error={events.error} onRetry={() => events.retry()} />
          ) : events.loading || events.rows.length > 0 ? undefined : (
            <EmptyState title={t.noEvents}>{t.noEventsText}</EmptyState>
          )
        }
      />
    </Page>
  );
}
