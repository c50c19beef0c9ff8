import { client } from '@api/client';
import type { Item, Query } from '@api/types';
import { Button } from '@mantine/core';
import styles from '@modules/consent/lists.module.css';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Due } from './Due';
import { RecordRequest } from './RecordRequest';
import { kindNames, requestTexts, stateNames } from './texts';

type Path = '/api/v1/data-subject-requests';
type Row = Item<Path>;
type Search = { show?: 'closed' | 'overdue'; kind?: string };

/** The officer's queue: what must be answered first stands first. */
export function RequestsPage() {
  const t = useTexts(requestTexts);
  const kinds = useTexts(kindNames);
  const states = useTexts(stateNames);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const { search, change } = useAddress<Search>();
  const [recording, setRecording] = useState(false);
  const { show, kind } = search;
  const requests = usePages(
    ['requests', 'list', show, kind],
    ({ cursor, count, signal }) => {
      const query = {
        cursor,
        count,
        kind,
        open: show === 'overdue' ? undefined : show !== 'closed',
        overdue: show === 'overdue' ? true : undefined,
        sort: show === 'closed' ? '-receivedAt' : 'dueOn',
        limit: 100,
      } as Query<Path>;
      return unwrap(client.GET('/api/v1/data-subject-requests', { params: { query }, signal }));
    },
    me.may('requests'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'kind',
        header: t.kind,
        min: 130,
        grow: 1.3,
        drop: 0,
        cell: (row, tabIndex) => (
          <span className={styles.two}>
            <Link
              className={styles.link}
              to={`/data-subject-requests/${row.id}` as string}
              data-row-link
              tabIndex={tabIndex}
            >
              {named(kinds, row.kind)}
            </Link>
            <span className="muted small">{row.name ?? t.erased}</span>
          </span>
        ),
      },
      {
        id: 'due',
        header: t.due,
        min: 134,
        grow: 1.2,
        drop: 0,
        cell: (row) => (
          <div className={styles.wraps}>
            <Due dueOn={row.dueOn} state={row.state} />
          </div>
        ),
      },
      { id: 'state', header: t.state, min: 180, drop: 1, cell: (row) => named(states, row.state) },
      { id: 'received', header: t.receivedOn, min: 120, grow: 0.6, drop: 3, cell: (row) => f.date(row.receivedAt) },
      { id: 'assignee', header: t.assignee, min: 150, drop: 2, cell: (row) => row.assigneeName ?? '–' },
    ],
    [t, f, kinds, states],
  );
  const filtered = Boolean(show ?? kind);
  return (
    <Page
      fill
      title={t.title}
      actions={
        me.may('recordRequests') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setRecording(true)}>
            {t.record}
          </Button>
        )
      }
    >
      {me.may('requests') && (
        <div className={bar.bar}>
          <ChoiceFilter
            label={t.which}
            value={show}
            onChange={(next) => change({ show: next as Search['show'] })}
            options={[
              { value: 'overdue', label: t.overdueOnly },
              { value: 'closed', label: t.closed },
            ]}
          />
          <ChoiceFilter
            label={t.kind}
            value={kind}
            onChange={(next) => change({ kind: next })}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          />
        </div>
      )}
      <DataTable
        label={t.title}
        columns={columns}
        rows={requests.rows}
        rowId={(row) => row.id}
        total={requests.total}
        onOpen={(row) => go({ to: `/data-subject-requests/${row.id}` as string })}
        loading={requests.loading && me.may('requests')}
        stale={requests.stale}
        more={requests.more}
        instead={
          !me.may('requests') ? (
            <ErrorState error={{ status: 403 }} />
          ) : requests.error ? (
            <ErrorState error={requests.error} onRetry={() => requests.retry()} />
          ) : requests.loading || requests.rows.length > 0 ? undefined : (
            <EmptyState title={filtered ? t.noHits : t.emptyTitle} icon={<IconGavel stroke={1.5} aria-hidden />}>
              {!filtered && t.emptyText}
            </EmptyState>
          )
        }
      />
      {recording && <RecordRequest onClose={() => setRecording(false)} />}
    </Page>
  );
}
