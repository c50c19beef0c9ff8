import { api } from '@api/client';
import { Button, Select } from '@mantine/core';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './admin.module.css';
import { type Code, CodeForm } from './CodeForm';
import { codeTexts } from './codeTexts';

/** The lists that are edited without a release: names in both languages, former names and synonyms, what is no longer offered. */
export function CodeListsPage() {
  const t = useTexts(codeTexts);
  const { language } = useLanguage();
  const me = useMe();
  const { search, change } = useAddress<{ list?: string }>();
  const [editing, setEditing] = useState<{ code?: Code }>();
  const lists = api.useQuery('get', '/api/v1/code-lists', undefined, { enabled: me.may('codeLists') });
  const all = lists.data?.items ?? [];
  const chosen = all.find((list) => list.list === search.list) ?? all.find((list) => list.mayEdit) ?? all[0];
  const codes = api.useQuery(
    'get',
    '/api/v1/code-lists/{list}/codes',
    { params: { path: { list: chosen?.list ?? '' } } },
    { enabled: chosen !== undefined },
  );
  const rows = codes.data?.items ?? [];
  const columns: Column<Code>[] = [
    {
      id: 'fi',
      header: t.fi,
      min: 130,
      grow: 1.6,
      drop: 0,
      cell: (row) => (
        <span className={styles.name} lang="fi">
          {row.fi}
        </span>
      ),
    },
    {
      id: 'en',
      header: t.en,
      min: 170,
      grow: 1.6,
      drop: 3,
      cell: (row) => (
        <span className={styles.name} lang="en">
          {row.en}
        </span>
      ),
    },
    {
      id: 'aliases',
      header: t.aliases,
      min: 190,
      grow: 2,
      drop: 4,
      cell: (row) => <span className="muted">{row.aliases.join(', ') || '–'}</span>,
    },
    { id: 'code', header: t.code, min: 205, drop: 5, cell: (row) => <code translate="no">{row.code}</code> },
    {
      id: 'state',
      header: t.state,
      min: 130,
      drop: 2,
      cell: (row) => (
        <StatusDot tone={row.isRetired ? 'quiet' : 'good'}>{row.isRetired ? t.retired : t.inUse}</StatusDot>
      ),
    },
    {
      id: 'edit',
      header: t.edit,
      quiet: true,
      min: 104,
      grow: 0.4,
      drop: 0,
      align: 'end',
      cell: (row, tabIndex) =>
        chosen?.mayEdit && (
          <Button
            variant="default"
            size="compact-sm"
            data-row-link
            tabIndex={tabIndex}
            aria-label={t.editOf(language === 'fi' ? row.fi : row.en)}
            onClick={() => setEditing({ code: row })}
          >
            {t.edit}
          </Button>
        ),
    },
  ];

  return (
    <Page
      fill
      title={t.title}
      actions={
        chosen?.mayEdit && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing({})}>
            {t.add}
          </Button>
        )
      }
    >
      <div className={bar.bar}>
        <Select
          aria-label={t.list}
          w={320}
          maw="100%"
          data={all.map((list) => ({ value: list.list, label: language === 'fi' ? list.fi : list.en }))}
          value={chosen?.list ?? null}
          allowDeselect={false}
          onChange={(list) => change({ list: list ?? undefined })}
        />
      </div>
      <DataTable
        label={chosen ? (language === 'fi' ? chosen.fi : chosen.en) : t.title}
        columns={columns}
        rows={rows}
        rowId={(row) => row.code}
        total={rows.length}
        loading={me.may('codeLists') && (lists.isPending || codes.isPending)}
        instead={
          !me.may('codeLists') ? (
            <ErrorState error={{ status: 403 }} />
          ) : lists.error || codes.error ? (
            <ErrorState
              error={lists.error ?? codes.error}
              onRetry={() => (lists.error ? lists.refetch() : codes.refetch())}
            />
          ) : lists.isPending || codes.isPending || rows.length > 0 ? undefined : (
            <EmptyState title={t.empty} />
          )
        }
      />
      {editing && chosen && (
        <CodeForm
          key={editing.code?.code ?? 'new'}
          list={chosen.list}
          code={editing.code}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
