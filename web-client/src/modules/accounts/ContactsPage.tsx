import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { common, languageNames, roleNames } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { listName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { PersonName, RoleBadges } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import { ListTools, useListLook } from '@shared/ui/ListTools';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { SavedViews } from '@shared/ui/SavedViews';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { EditContact } from './EditContact';
import type { ContactsSearch } from './routes';
import { texts } from './texts';

type Row = Item<'/api/v1/contacts'>;

/** Everybody in the register, whatever the role. */
export function ContactsPage() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const roles = useTexts(roleNames);
  const languages = useTexts(languageNames);
  const { search, change, open } = useAddress<ContactsSearch>();
  const filters = filtersOf(search);
  const look = useListLook('contacts');
  const [adding, setAdding] = useState(false);
  const people = usePages(['contacts', filters], ({ cursor, count, signal }) =>
    unwrap(client.GET('/api/v1/contacts', { params: { query: { ...filters, cursor, count, limit: 100 } }, signal })),
  );
  useEffect(() => peopleInOrder.set(people.rows.map((row) => row.id)), [people.rows]);

  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: c.name,
        min: 210,
        grow: 2,
        drop: 0,
        sort: 'name',
        cell: (row, tabIndex) => (
          <PersonName id={row.id} name={listName(row)} passive={row.isPassive} tabIndex={tabIndex} />
        ),
      },
      { id: 'roles', header: c.roles, min: 190, grow: 1.2, drop: 1, cell: (row) => <RoleBadges roles={row.roles} /> },
      { id: 'email', header: c.email, min: 230, grow: 1.6, drop: 3, cell: (row) => row.email ?? '–' },
      { id: 'town', header: c.town, min: 120, drop: 2, cell: (row) => row.town ?? '–' },
      { id: 'updated', header: t.updated, min: 120, drop: 4, sort: 'updatedAt', cell: (row) => f.date(row.updatedAt) },
    ],
    [t, c, f],
  );

  const { sort: _sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const total = people.total;
  return (
    <Page
      fill
      title={t.title}
      note={total !== undefined && c.people(total, f.number(total))}
      actions={
        me.may('editContacts') && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t.new}
          </Button>
        )
      }
    >
      <SavedViews
        list="contacts"
        search={filters}
        builtIn={[
          { name: t.everyone, search: {} },
          { name: t.alumniView, search: { role: 'alumnus' } },
          { name: t.passiveView, search: { passive: true } },
        ]}
      />
      <div className={bar.bar}>
        <SearchFilter label={t.filter} value={search.q} onChange={(q) => change({ q })} />
        <ChoiceFilter
          label={t.role}
          value={search.role}
          onChange={(role) => change({ role: role as ContactsSearch['role'] })}
          options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
        />
        <ChoiceFilter
          label={t.state}
          value={search.passive === undefined ? undefined : String(search.passive)}
          onChange={(value) => change({ passive: value === undefined ? undefined : value === 'true' })}
          options={[
            { value: 'false', label: t.active },
            { value: 'true', label: t.passive },
          ]}
        />
        <ChoiceFilter
          label={t.language}
          value={search.language}
          onChange={(language) => change({ language: language as ContactsSearch['language'] })}
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <ListTools look={look} columns={columns} />
      </div>
      <DataTable
        label={t.title}
        columns={columns}
        rows={people.rows}
        rowId={(row) => row.id}
        total={total}
        selected={search.person}
        onOpen={(row) => open(row.id)}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: sort === 'name' ? undefined : (sort as ContactsSearch['sort']) })}
        dense={look.dense}
        hidden={look.hidden}
        loading={people.loading}
        stale={people.stale}
        more={people.more}
        instead={
          people.error ? (
            <ErrorState error={people.error} onRetry={() => people.retry()} />
          ) : people.loading || people.rows.length > 0 ? undefined : filtered ? (
            <EmptyState
              title={t.noHitsTitle}
              action={
                <Button
                  variant="default"
                  onClick={() => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])))}
                >
                  {t.clearFilters}
                </Button>
              }
            >
              {t.noHitsText}
            </EmptyState>
          ) : (
            <EmptyState title={t.emptyTitle} icon={<IconUsers stroke={1.5} aria-hidden />}>
              {t.emptyText}
            </EmptyState>
          )
        }
      />
      {adding && <EditContact onClose={() => setAdding(false)} />}
    </Page>
  );
}
