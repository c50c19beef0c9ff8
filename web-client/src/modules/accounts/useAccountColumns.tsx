import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { AccountName } from '@shared/ui/Badges';
import type { Column } from '@shared/ui/DataTable';
import { useMemo } from 'react';
import type { AccountRow } from './AccountsPage';
import { customerKindNames, kindNamesOfAccounts, relationshipNames, sizeNames } from './codes';
import { Status } from './Status';
import { texts } from './texts';

/** What can be seen of organisations in their list. */
export function useAccountColumns() {
  const t = useTexts(texts);
  const f = useFormat();
  const relationships = useTexts(relationshipNames);
  const customerKinds = useTexts(customerKindNames);
  const kinds = useTexts(kindNamesOfAccounts);
  const sizes = useTexts(sizeNames);
  return useMemo<Column<AccountRow>[]>(() => {
    const all = (names: Record<string, unknown>, codes: string[]) =>
      codes.map((code) => named(names, code)).join(', ') || '–';
    const one = (names: Record<string, unknown>, code: string | null | undefined) => (code ? named(names, code) : '–');
    return [
      {
        id: 'name',
        header: t.name,
        min: 220,
        grow: 1.8,
        drop: 0,
        sort: 'name',
        cell: (row, tabIndex) => (
          <AccountName
            id={row.id}
            name={row.name}
            note={row.businessId}
            brief={[row.businessId, row.municipality]}
            passive={row.isPassive}
            tabIndex={tabIndex}
          />
        ),
      },
      {
        id: 'relationships',
        header: t.relationship,
        min: 150,
        drop: 1,
        cell: (row) => all(relationships, row.relationships),
      },
      { id: 'kind', header: t.accountKind, min: 120, grow: 0.7, drop: 5, cell: (row) => one(kinds, row.kind) },
      {
        id: 'customerKinds',
        header: t.customerKind,
        min: 150,
        drop: 8,
        optional: true,
        cell: (row) => all(customerKinds, row.customerKinds),
      },
      { id: 'industry', header: t.industry, min: 90, drop: 8, optional: true, cell: (row) => row.industry ?? '–' },
      {
        id: 'municipality',
        header: t.municipality,
        min: 105,
        grow: 0.7,
        drop: 3,
        sort: 'municipality',
        cell: (row) => row.municipality ?? '–',
      },
      { id: 'sizeClass', header: t.size, min: 150, drop: 8, optional: true, cell: (row) => one(sizes, row.sizeClass) },
      { id: 'phone', header: t.phone, min: 140, drop: 8, optional: true, cell: (row) => row.phone ?? '–' },
      { id: 'website', header: t.website, min: 180, drop: 8, optional: true, cell: (row) => row.website ?? '–' },
      {
        id: 'status',
        header: t.status,
        min: 120,
        grow: 0.6,
        drop: 4,
        cell: (row) => (row.status ? <Status status={row.status} /> : '–'),
      },
      { id: 'owner', header: t.owner, min: 130, grow: 0.8, drop: 2, cell: (row) => row.owner?.name ?? '–' },
      {
        id: 'contacts',
        header: t.people,
        min: 90,
        grow: 0.3,
        drop: 6,
        align: 'end',
        cell: (row) => f.number(row.contacts),
      },
      {
        id: 'updated',
        header: t.updated,
        min: 100,
        grow: 0.5,
        drop: 7,
        sort: 'updatedAt',
        cell: (row) => f.date(row.updatedAt),
      },
    ];
  }, [t, f, relationships, customerKinds, kinds, sizes]);
}
