import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import listStyles from '@modules/consent/lists.module.css';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconListCheck, IconUsersGroup } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { texts } from './texts';

type Row = Item<'/api/v1/target-groups'>;

/** Saved definitions and lists kept by hand, one's own and the shared ones. */
export function TargetGroupsPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const groups = usePages(
    ['target-groups', q],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/target-groups', {
          params: { query: { q: q || undefined, cursor, count, limit: 100 } },
          signal,
        }),
      ),
    me.may('targetGroups'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: t.name,
        min: 200,
        grow: 1.8,
        drop: 0,
        cell: (row, tabIndex) => (
          <span className={listStyles.two}>
            <Link
              className={listStyles.link}
              to={`/target-groups/${row.id}` as string}
              data-row-link
              tabIndex={tabIndex}
            >
              {row.name}
            </Link>
            {row.description && <span className="muted small not-brief">{row.description}</span>}
            <span className="brief">
              {row.isStatic ? t.byHand : t.byDefinition} · {f.date(row.updatedAt)}
            </span>
          </span>
        ),
      },
      { id: 'kind', header: t.kind, min: 150, drop: 1, cell: (row) => (row.isStatic ? t.byHand : t.byDefinition) },
      {
        id: 'owner',
        header: t.owner,
        min: 170,
        drop: 3,
        cell: (row) => `${row.ownerName} (${row.isShared ? t.common : t.mine})`,
      },
      { id: 'updated', header: t.updated, min: 140, drop: 2, cell: (row) => f.dateTime(row.updatedAt) },
    ],
    [t, f],
  );
  const make = me.may('editTargetGroups') && (
    <Group gap={8}>
      <Button
        variant="default"
        leftSection={<IconListCheck size={18} aria-hidden />}
        renderRoot={(props) => <Link to={'/target-groups/new?kind=list' as string} {...props} />}
      >
        {t.newList}
      </Button>
      <Button
        leftSection={<IconUsersGroup size={18} aria-hidden />}
        renderRoot={(props) => <Link to={'/target-groups/new' as string} {...props} />}
      >
        {t.newGroup}
      </Button>
    </Group>
  );
  return (
    <Page fill title={t.title} actions={make}>
      <TextInput
        aria-label={t.find}
        placeholder={t.find}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <DataTable
        label={t.title}
        columns={columns}
        rows={groups.rows}
        rowId={(row) => row.id}
        total={groups.total}
        onOpen={(row) => go({ to: `/target-groups/${row.id}` as string })}
        loading={groups.loading && me.may('targetGroups')}
        more={groups.more}
        instead={
          !me.may('targetGroups') ? (
            <ErrorState error={{ status: 403 }} />
          ) : groups.error ? (
            <ErrorState error={groups.error} onRetry={() => groups.retry()} />
          ) : groups.loading || groups.rows.length > 0 ? undefined : typed.trim() ? (
            <EmptyState title={t.noHits} />
          ) : (
            <EmptyState title={t.emptyTitle} icon={<IconUsersGroup stroke={1.5} aria-hidden />}>
              {t.emptyText}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
