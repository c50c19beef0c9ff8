import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group } from '@mantine/core';
import { topicNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconArrowsDiff, IconMailForward } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { sum } from './Exclusions';
import styles from './lists.module.css';
import { listTexts } from './listTexts';
import { moreTexts } from './moreTexts';
import { Schedules } from './Schedules';

type Row = Item<'/api/v1/mailing-list-exports'>;

/** Every list that has left: who made it, when, why, and to how many. */
export function MailingListsPage() {
  const t = useTexts(listTexts);
  const m = useTexts(moreTexts);
  const topics = useTexts(topicNames);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const lists = usePages(
    ['mailing-lists'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/mailing-list-exports', { params: { query: { cursor, count, limit: 100 } }, signal })),
    me.may('mailingLists'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t.name,
        min: 200,
        grow: 1.6,
        drop: 0,
        cell: (row, tabIndex) => (
          <span className={styles.two}>
            <Link className={styles.link} to={`/mailing-lists/${row.id}` as string} data-row-link tabIndex={tabIndex}>
              {row.name}
            </Link>
            <span className="muted small not-brief">{row.purpose}</span>
            <span className="brief">
              {row.purpose} · {f.date(row.createdAt)}
            </span>
          </span>
        ),
      },
      { id: 'topic', header: t.topic, min: 130, grow: 0.7, drop: 4, cell: (row) => named(topics, row.topic) },
      {
        id: 'included',
        header: t.recipients,
        min: 116,
        grow: 0.5,
        drop: 1,
        align: 'end',
        cell: (row) => f.number(row.included),
      },
      {
        id: 'excluded',
        header: t.excluded,
        min: 110,
        grow: 0.5,
        drop: 5,
        align: 'end',
        cell: (row) => f.number(sum(row.excluded)),
      },
      { id: 'by', header: t.by, min: 160, drop: 3, cell: (row) => row.createdBy },
      { id: 'at', header: t.when, min: 150, grow: 0.8, drop: 2, cell: (row) => f.dateTime(row.createdAt) },
    ],
    [t, f, topics],
  );
  const make = me.may('mailingLists') && (
    <Group gap={8}>
      <Button
        variant="default"
        leftSection={<IconArrowsDiff size={18} aria-hidden />}
        renderRoot={(props) => <Link to={'/mailing-lists/drift' as string} {...props} />}
      >
        {m.drift}
      </Button>
      {me.may('makeMailingLists') && (
        <Button
          leftSection={<IconMailForward size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/mailing-lists/new" {...props} />}
        >
          {t.new}
        </Button>
      )}
    </Group>
  );
  return (
    <Page fill title={t.title} actions={make}>
      {me.may('mailingLists') && <Schedules />}
      <DataTable
        label={t.title}
        columns={columns}
        rows={lists.rows}
        rowId={(row) => row.id}
        total={lists.total}
        onOpen={(row) => go({ to: `/mailing-lists/${row.id}` as string })}
        loading={lists.loading && me.may('mailingLists')}
        more={lists.more}
        instead={
          !me.may('mailingLists') ? (
            <ErrorState error={{ status: 403 }} />
          ) : lists.error ? (
            <ErrorState error={lists.error} onRetry={() => lists.retry()} />
          ) : lists.loading || lists.rows.length > 0 ? undefined : (
            <EmptyState title={t.emptyTitle} icon={<IconMailForward stroke={1.5} aria-hidden />}>
              {t.emptyText}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
