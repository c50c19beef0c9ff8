import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { accountsInOrder } from '@shared/contactTab';
import type { Filter } from '@shared/list/FilterBar';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { AccountForm } from './AccountForm';
import { customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames, statusNames } from './codes';
import { RecordList } from './RecordList';
import type { AccountsSearch } from './routes';
import { texts } from './texts';
import { useAccountColumns } from './useAccountColumns';
import { options, useOwnerFilter, yesOrNo } from './useFilters';

export type AccountRow = Item<'/api/v1/accounts'>;

/** The organisations that we work with. */
export function AccountsPage() {
  const t = useTexts(texts);
  const me = useMe();
  const relationships = useTexts(relationshipNames);
  const statuses = useTexts(statusNames);
  const kinds = useTexts(kindNamesOfAccounts);
  const customerKinds = useTexts(customerKindNames);
  const sizes = useTexts(sizeNames);
  const { search, openAccount } = useAddress<AccountsSearch>();
  const { columns: _columns, ...address } = filtersOf(search);
  const { sort, relationship, ...rest } = address;
  const filter = { ...rest, relationship: relationship?.split(',') };
  const [adding, setAdding] = useState(false);
  const columns = useAccountColumns();
  const owner = useOwnerFilter();
  const accounts = usePages(['accounts', address], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/accounts', {
        params: { query: { ...filter, sort, cursor, count, limit: 100 } as never },
        signal,
      }),
    ),
  );
  useEffect(() => accountsInOrder.set(accounts.rows.map((row) => row.id)), [accounts.rows]);

  const filters: Filter[] = [
    { key: 'relationship', label: t.relationship, kind: 'many', options: options(relationships), pinned: true },
    { key: 'status', label: t.status, kind: 'choice', options: options(statuses), pinned: true },
    { key: 'passive', label: t.state, kind: 'choice', options: yesOrNo(t.passive, t.active), pinned: true },
    owner,
    { key: 'kind', label: t.accountKind, kind: 'choice', options: options(kinds) },
    { key: 'customerKind', label: t.customerKind, kind: 'choice', options: options(customerKinds) },
    { key: 'municipality', label: t.municipality, kind: 'text' },
    { key: 'industry', label: t.industry, kind: 'text' },
    { key: 'sizeClass', label: t.size, kind: 'choice', options: options(sizes) },
    { key: 'phone', label: t.phone, kind: 'text' },
    { key: 'unpeopled', label: t.people, kind: 'choice', options: yesOrNo(t.nobody, t.somebody) },
    { key: 'updated', label: t.updated, kind: 'days', keys: ['updatedFrom', 'updatedTo'] },
  ];

  return (
    <>
      <RecordList
        list="accounts"
        title={t.accountsTitle}
        note={t.accounts}
        find={t.filterAccounts}
        actions={
          me.may('editAccounts') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t.newAccount}
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
          { name: t.customers, search: { relationship: 'customer' } },
          { name: t.partners, search: { relationship: 'partner' } },
          { name: t.passiveView, search: { passive: true } },
        ]}
        rows={accounts}
        rowName={(row) => row.name}
        selected={search.account}
        onOpen={(row) => openAccount(row.id)}
        mayChange={me.may('editAccounts')}
        empty={{
          title: t.noAccountsTitle,
          text: t.noAccountsText,
          noHits: t.noAccountHits,
          icon: <IconBuilding stroke={1.5} aria-hidden />,
        }}
      />
      {adding && <AccountForm onClose={() => setAdding(false)} />}
    </>
  );
}
