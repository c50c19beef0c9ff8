import { client } from '@api/client';
import type { Item } from '@api/types';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { activityTexts, educationFields, options, urgencies } from './activityTexts';
import { EditNeed } from './EditNeed';
import styles from './NeedsPage.module.css';
import { NewNeed } from './NewNeed';
import type { NeedsSearch } from './routes';
import { texts } from './texts';

type Row = Item<'/api/v1/needs'>;

/** Work-life needs as they were heard; the filters are the address. */
export function NeedsPage() {
  const t = useTexts(activityTexts);
  const c = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const fields = useTexts(educationFields);
  const urgency = useTexts(urgencies);
  const { search, change } = useAddress<NeedsSearch>();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string>();
  const filters = filtersOf(search);
  const needs = usePages(
    ['needs', filters],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/needs', { params: { query: { ...filters, cursor, count, limit: 100 } }, signal })),
    me.may('contacts'),
  );
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'heardOn', header: t.heardOn, min: 110, drop: 2, sort: 'heardOn', cell: (row) => f.date(row.heardOn) },
      {
        id: 'account',
        header: t.organisation,
        min: 170,
        grow: 2,
        drop: 0,
        cell: (row, tabIndex) => (
          <Link
            to={'/accounts' as string}
            search={{ account: row.account.id } as never}
            data-row-link
            tabIndex={tabIndex}
          >
            {row.account.name}
          </Link>
        ),
      },
      {
        id: 'field',
        header: t.field,
        min: 190,
        grow: 2,
        drop: 3,
        cell: (row) => (row.field ? named(fields, row.field) : '–'),
      },
      { id: 'tags', header: t.tags, min: 160, grow: 2, drop: 4, cell: (row) => row.tags.join(', ') || '–' },
      {
        id: 'urgency',
        header: t.urgency,
        min: 130,
        drop: 1,
        cell: (row) =>
          row.urgency === 'high' ? <StatusDot tone="warn">{urgency.high}</StatusDot> : named(urgency, row.urgency),
      },
    ],
    [t, f, fields, urgency],
  );
  const { sort: _sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])));

  return (
    <Page
      fill
      title={t.needs}
      note={needs.total !== undefined && t.needCount(needs.total, f.number(needs.total))}
      actions={
        me.may('writeNeeds') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t.newNeed}
          </Button>
        )
      }
    >
      <div className={bar.bar}>
        <SearchFilter label={t.findNeeds} value={search.q} onChange={(q) => change({ q })} />
        <ChoiceFilter
          label={t.field}
          value={search.field}
          onChange={(field) => change({ field: field as NeedsSearch['field'] })}
          options={options(fields)}
        />
        <SearchFilter label={t.tags} value={search.tag} onChange={(tag) => change({ tag })} />
        <ChoiceFilter
          label={t.urgency}
          value={search.urgency}
          onChange={(next) => change({ urgency: next as NeedsSearch['urgency'] })}
          options={options(urgency)}
        />
        <fieldset className={styles.heard}>
          <legend className="visually-hidden">{t.heardOn}</legend>
          <span aria-hidden>{t.heardOn}</span>
          <TextInput
            type="date"
            aria-label={t.from}
            value={search.heardFrom ?? ''}
            onChange={(event) => change({ heardFrom: event.currentTarget.value || undefined })}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="date"
            aria-label={t.to}
            value={search.heardTo ?? ''}
            onChange={(event) => change({ heardTo: event.currentTarget.value || undefined })}
          />
        </fieldset>
        {filtered && (
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {c.clearFilters}
          </Button>
        )}
      </div>
      <DataTable
        label={t.needs}
        columns={columns}
        rows={needs.rows}
        rowId={(row) => row.id}
        total={needs.total}
        detail={(row) => (
          <div className={styles.detail}>
            <p className={styles.text}>{row.text}</p>
            {me.may('writeNeeds') && (
              <ActionIcon
                size="sm"
                aria-label={`${t.editNeed}: ${row.account.name}`}
                onClick={() => setEditing(row.id)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            )}
          </div>
        )}
        sort={search.sort ?? '-heardOn'}
        onSort={(sort) => change({ sort: sort === '-heardOn' ? undefined : (sort as NeedsSearch['sort']) })}
        loading={needs.loading && me.may('contacts')}
        stale={needs.stale}
        more={needs.more}
        instead={
          !me.may('contacts') ? (
            <ErrorState error={{ status: 403 }} />
          ) : needs.error ? (
            <ErrorState error={needs.error} onRetry={() => needs.retry()} />
          ) : needs.loading || needs.rows.length > 0 ? undefined : filtered ? (
            <EmptyState
              title={t.needsNoHits}
              action={
                <Button variant="default" onClick={clear}>
                  {c.clearFilters}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t.needsEmpty}>{t.needsEmptyText}</EmptyState>
          )
        }
      />
      {editing && <EditNeed id={editing} onClose={() => setEditing(undefined)} />}
      {adding && <NewNeed onClose={() => setAdding(false)} />}
    </Page>
  );
}
