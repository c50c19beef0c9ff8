import { client } from '@api/client';
import type { Item } from '@api/types';
import { TextInput } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { useMemo } from 'react';
import { texts } from './texts';

type Row = Item<'/api/v1/audit-events'>;
type Search = { entity?: string; id?: string; user?: string; from?: string; to?: string };

/** Who read, changed or exported what. */
export function AuditPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const { search, change } = useAddress<Search>();
  const { entity, id, user, from, to } = search;
  const events = usePages(
    ['audit', entity, id, user, from, to],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/audit-events', {
          params: { query: { entity, id, user, from, to, cursor, count, limit: 100 } },
          signal,
        }),
      ),
    me.may('audit'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'at', header: t.when, min: 156, grow: 0.6, drop: 0, cell: (row) => f.dateTime(row.at) },
      { id: 'by', header: t.who, min: 170, drop: 1, cell: (row) => row.by ?? '–' },
      { id: 'what', header: t.what, min: 170, drop: 0, cell: (row) => row.useCase },
      {
        id: 'target',
        header: t.target,
        min: 200,
        grow: 1.2,
        drop: 2,
        cell: (row) => [row.entity, row.entityId].filter(Boolean).join(' ') || '–',
      },
      {
        id: 'changes',
        header: t.changes,
        min: 240,
        grow: 1.6,
        drop: 3,
        cell: (row) => Object.keys(row.changes ?? {}).join(', ') || '–',
      },
    ],
    [t, f],
  );
  return (
    <Page fill title={t.audit}>
      <div className={bar.bar}>
        <SearchFilter label={t.entity} value={entity} onChange={(next) => change({ entity: next })} />
        <SearchFilter label={t.who} value={user} onChange={(next) => change({ user: next })} />
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
        rowId={(row) => row.id}
        total={events.total}
        loading={events.loading && me.may('audit')}
        stale={events.stale}
        more={events.more}
        dense
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
