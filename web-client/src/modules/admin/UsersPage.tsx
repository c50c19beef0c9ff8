import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Avatar, StatusDot, Tag } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import styles from './admin.module.css';
import { staffRoles, texts } from './texts';

type Row = Item<'/api/v1/users'>;

/** Who can sign in. Roles come from Entra ID; a person can be let in or kept out here at once. */
export function UsersPage() {
  const t = useTexts(texts);
  const roles = useTexts(staffRoles);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const queries = useQueryClient();
  const users = usePages(
    ['users'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/users', { params: { query: { cursor, count, limit: 100 } }, signal })),
    me.may('users'),
  );

  const turn = async (user: Row, active: boolean, undoing = false) => {
    const params = { path: { id: user.id } };
    const { error } = active
      ? await client.POST('/api/v1/users/{id}/activate', { params })
      : await client.POST('/api/v1/users/{id}/deactivate', { params });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['users'] });
    if (!undoing) show.done((active ? t.activated : t.deactivated)(user.name), () => turn(user, !active, true));
  };

  const columns: Column<Row>[] = [
    {
      id: 'user',
      header: t.user,
      min: 140,
      grow: 1.4,
      drop: 0,
      cell: (row) => (
        <span className={styles.user}>
          <Avatar name={row.name} />
          <span className={styles.words}>
            <strong>{row.name}</strong>
            <span className="muted small not-brief">{row.preferredUsername}</span>
            <span className="brief">{row.roles.map((role) => named(roles, role)).join(', ')}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'roles',
      header: t.roles,
      min: 240,
      grow: 2,
      drop: 2,
      cell: (row) => (
        <span className={styles.tags}>
          {row.roles.map((role) => (
            <Tag key={role}>{named(roles, role)}</Tag>
          ))}
        </span>
      ),
    },
    { id: 'seen', header: t.lastSeen, min: 160, drop: 3, cell: (row) => f.dateTime(row.lastSignInAt) },
    {
      id: 'state',
      header: t.state,
      min: 160,
      drop: 1,
      cell: (row) => <StatusDot tone={row.isActive ? 'good' : 'bad'}>{row.isActive ? t.active : t.inactive}</StatusDot>,
    },
    {
      id: 'turn',
      header: t.deactivate,
      quiet: true,
      min: 124,
      grow: 0.4,
      drop: 0,
      align: 'end',
      cell: (row, tabIndex) =>
        row.id !== me.user.id &&
        me.may('editUsers') && (
          <Button
            variant="default"
            size="compact-sm"
            data-row-link
            tabIndex={tabIndex}
            aria-label={(row.isActive ? t.deactivateOf : t.activateOf)(row.name)}
            onClick={() => turn(row, !row.isActive)}
          >
            {row.isActive ? t.deactivate : t.activate}
          </Button>
        ),
    },
  ];

  return (
    <Page fill title={t.users}>
      <DataTable
        label={t.users}
        columns={columns}
        rows={users.rows}
        rowId={(row) => row.id}
        total={users.total}
        loading={users.loading && me.may('users')}
        more={users.more}
        instead={
          !me.may('users') ? (
            <ErrorState error={{ status: 403 }} />
          ) : users.error ? (
            <ErrorState error={users.error} onRetry={() => users.retry()} />
          ) : users.loading || users.rows.length > 0 ? undefined : (
            <EmptyState title={t.noUsers}>{t.noUsersText}</EmptyState>
          )
        }
      />
    </Page>
  );
}
