import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot, type Tone } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconFileImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import styles from './imports.module.css';
import { outcomeNames, stateNames } from './names';
import { texts } from './texts';

type Row = Item<'/api/v1/imports'>;

export const stateTones: Record<string, Tone> = {
  needsMapping: 'warn',
  ready: 'warn',
  committing: 'info',
  undoing: 'info',
  committed: 'good',
  undone: 'quiet',
  failed: 'bad',
};

export function ImportsPage() {
  const t = useTexts(texts);
  const states = useTexts(stateNames);
  const outcomes = useTexts(outcomeNames);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const imports = usePages(
    ['imports'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/imports', { params: { query: { cursor, count, limit: 100 } }, signal })),
    me.may('imports'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'file',
        header: t.file,
        min: 200,
        grow: 2,
        drop: 0,
        cell: (row, tabIndex) => (
          <span className={styles.fileCell}>
            <Link className={styles.file} to={`/imports/${row.id}` as string} data-row-link tabIndex={tabIndex}>
              {row.fileName}
            </Link>
            <span className={styles.fileNote}>
              {named(states, row.state)} · {f.date(row.createdAt)}
            </span>
          </span>
        ),
      },
      {
        id: 'state',
        header: t.state,
        min: 176,
        drop: 1,
        cell: (row) => <StatusDot tone={stateTones[row.state] ?? 'quiet'}>{named(states, row.state)}</StatusDot>,
      },
      {
        id: 'rows',
        header: t.rowsHead,
        min: 80,
        grow: 0.4,
        drop: 3,
        align: 'end',
        cell: (row) => f.number(row.counts.total),
      },
      {
        id: 'new',
        header: outcomes.new,
        min: 80,
        grow: 0.4,
        drop: 5,
        align: 'end',
        cell: (row) => f.number(row.counts.new),
      },
      {
        id: 'invalid',
        header: outcomes.invalid,
        min: 110,
        grow: 0.4,
        drop: 6,
        align: 'end',
        cell: (row) => f.number(row.counts.invalid),
      },
      { id: 'by', header: t.who, min: 160, drop: 4, cell: (row) => row.createdBy },
      { id: 'at', header: t.when, min: 150, drop: 2, cell: (row) => f.dateTime(row.createdAt) },
    ],
    [t, f, states, outcomes],
  );
  return (
    <Page
      fill
      title={t.title}
      actions={
        me.may('makeImports') && (
          <Button
            leftSection={<IconFileImport size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/imports/new" {...props} />}
          >
            {t.new}
          </Button>
        )
      }
    >
      <DataTable
        label={t.title}
        columns={columns}
        rows={imports.rows}
        rowId={(row) => row.id}
        total={imports.total}
        onOpen={(row) => go({ to: `/imports/${row.id}` as string })}
        loading={imports.loading && me.may('imports')}
        more={imports.more}
        instead={
          !me.may('imports') ? (
            <ErrorState error={{ status: 403 }} />
          ) : imports.error ? (
            <ErrorState error={imports.error} onRetry={() => imports.retry()} />
          ) : imports.loading || imports.rows.length > 0 ? undefined : (
            <EmptyState
              title={t.emptyTitle}
              icon={<IconFileImport stroke={1.5} aria-hidden />}
              action={<Button renderRoot={(props) => <Link to="/imports/new" {...props} />}>{t.new}</Button>}
            >
              {t.emptyText}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
