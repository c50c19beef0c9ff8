import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { common, languageNames, roleNames } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { listName } from '@shared/format';
import type { Filter } from '@shared/list/FilterBar';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { statusNames } from './codes';
import { EditContact } from './EditContact';
import { RecordList } from './RecordList';
import type { ContactsSearch } from './routes';
import { texts } from './texts';
import { useContactColumns } from './useContactColumns';
import { options, useOwnerFilter, yesOrNo } from './useFilters';

export type ContactRow = Item<'/api/v1/contacts'>;

/** Everybody in the register, whatever the role. */
export function ContactsPage() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const me = useMe();
  const roles = useTexts(roleNames);
  const languages = useTexts(languageNames);
  const statuses = useTexts(statusNames);
  const { search, open } = useAddress<ContactsSearch>();
  const { columns: _columns, ...address } = filtersOf(search);
  const { sort, role, ...rest } = address;
  const filter = { ...rest, role: role?.split(',') as ContactRow['roles'] | undefined };
  const [adding, setAdding] = useState(false);
  const columns = useContactColumns();
  const owner = useOwnerFilter();
  const people = usePages(['contacts', address], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/contacts', {
        params: { query: { ...filter, sort, cursor, count, limit: 100 } as never },
        signal,
      }),
    ),
  );
  useEffect(() => peopleInOrder.set(people.rows.map((row) => row.id)), [people.rows]);

  const filters: Filter[] = [
    { key: 'role', label: t.role, kind: 'many', options: options(roles), pinned: true },
    { key: 'status', label: t.status, kind: 'choice', options: options(statuses), pinned: true },
    { key: 'passive', label: t.state, kind: 'choice', options: yesOrNo(t.passive, t.active), pinned: true },
    owner,
    { key: 'employer', label: t.employer, kind: 'text' },
    { key: 'unaffiliated', label: t.unaffiliated, kind: 'choice', options: yesOrNo(t.private, t.employed) },
    { key: 'title', label: t.jobTitle, kind: 'text' },
    { key: 'email', label: c.email, kind: 'text' },
    { key: 'phone', label: c.phone, kind: 'text' },
    { key: 'town', label: c.town, kind: 'text' },
    { key: 'language', label: t.language, kind: 'choice', options: options(languages) },
    { key: 'updated', label: t.updated, kind: 'days', keys: ['updatedFrom', 'updatedTo'] },
  ];

  return (
    <>
      <RecordList
        list="contacts"
        title={t.title}
        note={c.people}
        find={t.filter}
        actions={
          me.may('editContacts') && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t.new}
            </Button>
          )
        }
        search={address}
        filter={filter}
        columns={columns}
        filters={filters}
        builtIn={[
          { name: t.everyone, search: {} },
          { name: t.mine, search: { ownerId: me.user.id } },
          { name: t.alumniView, search: { role: 'alumnus' } },
          { name: t.passiveView, search: { passive: true } },
        ]}
        rows={people}
        rowName={listName}
        selected={search.person}
        onOpen={(row) => open(row.id)}
        mayChange={me.may('editContacts')}
        empty={{
          title: t.emptyTitle,
          text: t.emptyText,
          noHits: t.noHitsTitle,
          icon: <IconUsers stroke={1.5} aria-hidden />,
        }}
      />
      {adding && <EditContact onClose={() => setAdding(false)} />}
    </>
  );
}
