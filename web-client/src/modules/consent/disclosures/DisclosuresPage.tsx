import { client } from '@api/client';
import type { Item } from '@api/types';
import styles from '@modules/consent/lists.module.css';
import { listTexts } from '@modules/consent/listTexts';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconFileExport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { texts } from './texts';

type Row = Item<'/api/v1/disclosures'>;

export const recipientName = (recipient: string) => (recipient === 'liana' ? 'Liana Mailer' : recipient);

/** The log of disclosures, the newest first. */
export function DisclosuresPage() {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const list = usePages(
    ['disclosures'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/disclosures', { params: { query: { cursor, count, limit: 100 } }, signal })),
    me.may('officer'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: l.name,
        min: 200,
        grow: 1.6,
        drop: 0,
        cell: (row, tabIndex) => (
          <span className={styles.two}>
            <Link className={styles.link} to={`/disclosures/${row.id}` as string} data-row-link tabIndex={tabIndex}>
              {row.name}
            </Link>
            <span className="muted small not-brief">{row.purpose}</span>
            <span className="brief">
              {row.purpose} · {f.date(row.at)}
            </span>
          </span>
        ),
      },
      {
        id: 'recipient',
        header: l.recipient,
        min: 170,
        drop: 1,
        cell: (row) => `${recipientName(row.recipient)} (${row.region})`,
      },
      {
        id: 'people',
        header: t.people,
        min: 100,
        grow: 0.4,
        drop: 2,
        align: 'end',
        cell: (row) => f.number(row.people),
      },
      { id: 'by', header: l.by, min: 160, drop: 4, cell: (row) => row.by },
      { id: 'at', header: l.when, min: 150, grow: 0.8, drop: 3, cell: (row) => f.dateTime(row.at) },
    ],
    [t, l, f],
  );
  return (
    <Page fill title={t.title} note={t.note}>
      <DataTable
        label={t.title}
        columns={columns}
        rows={list.rows}
        rowId={(row) => row.id}
        total={list.total}
        onOpen={(row) => go({ to: `/disclosures/${row.id}` as string })}
        loading={list.loading && me.may('officer')}
        more={list.more}
        instead={
          !me.may('officer') ? (
            <ErrorState error={{ status: 403 }} />
          ) : list.error ? (
            <ErrorState error={list.error} onRetry={() => list.retry()} />
          ) : list.loading || list.rows.length > 0 ? undefined : (
            <EmptyState title={t.none} icon={<IconFileExport stroke={1.5} aria-hidden />}>
              {t.noneText}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
