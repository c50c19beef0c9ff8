import { api, client } from '@api/client';
import type { Item } from '@api/types';
import { TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { OpenRow, useOpenRows } from '@shared/ui/OpenRow';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AuditValues } from './AuditValues';
import styles from './admin.module.css';
import { acts, targets } from './auditNames';
import { texts } from './texts';
import { VerifyAudit } from './VerifyAudit';

type Row = Item<'/api/v1/audit-events'>;
type Search = { entity?: string; id?: string; user?: string; from?: string; to?: string };

/** The log begins the names of some in upper case. */
const keyOf = (entity: string) => entity.charAt(0).toLowerCase() + entity.slice(1);

/** The interface's own name, the same in every language. */
const Machine = ({ name }: { name: string }) => (
  <span lang="en" translate="no">
    {name}
  </span>
);

/** Who read, changed or exported what. */
export function AuditPage() {
  const t = useTexts(texts);
  const actNames = useTexts(acts);
  const targetNames = useTexts(targets);
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
          params: { query: { entity, id, user, from, to, cursor, limit: 100 } },
          signal,
        }),
      ),
    me.may('audit'),
  );
  const kinds = useMemo(
    () =>
      Object.entries(targetNames)
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'fi')),
    [targetNames],
  );
  const mayOpen = me.may('contacts');
  const open = useOpenRows<string>();
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'at',
        header: t.when,
        min: 96,
        grow: 0.8,
        drop: 0,
        // What the arrows walk to: not every row has more, and no width drops it.
        cell: (row, tabIndex) => (
          <span className={styles.name} data-row-link tabIndex={tabIndex}>
            {f.dateTime(row.at)}
          </span>
        ),
      },
      { id: 'by', header: t.who, min: 170, drop: 1, cell: (row) => row.by },
      {
        id: 'what',
        header: t.what,
        min: 112,
        drop: 0,
        cell: (row) => (
          <>
            {named(actNames, row.kind)}
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
        cell: (row) => named(targetNames, keyOf(row.entity)),
      },
      {
        id: 'operation',
        header: t.operation,
        min: 150,
        grow: 0.8,
        drop: 4,
        cell: (row) => <Machine name={row.useCase} />,
      },
      {
        id: 'people',
        header: t.peopleHead,
        min: 150,
        grow: 0.8,
        drop: 2,
        cell: (row, tabIndex) => {
          const [only] = row.contactIds;
          if (row.contactCount !== 1 || !only || !mayOpen)
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
      {
        id: 'open',
        header: t.values,
        quiet: true,
        min: 46,
        grow: 0.1,
        align: 'end',
        drop: 0,
        cell: (row, tabIndex) =>
          row.changes && (
            <OpenRow
              isOpen={open.has(row.id)}
              label={`${t.values}: ${f.dateTime(row.at)} ${row.useCase}`}
              tabIndex={tabIndex}
              isLink={false}
              onToggle={() => open.toggle(row.id)}
            />
          ),
      },
    ],
    [t, f, actNames, targetNames, mayOpen, open],
  );
  return (
    <Page fill title={t.audit} actions={me.may('officer') && <VerifyAudit />}>
      <div className={bar.bar}>
        <ChoiceFilter
          label={t.entity}
          value={entity && keyOf(entity)}
          onChange={(next) => change({ entity: next })}
          options={kinds}
        />
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
        detail={(row) => row.changes && open.has(row.id) && <AuditValues changes={row.changes} />}
        onOpen={(row) => row.changes && open.toggle(row.id)}
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
