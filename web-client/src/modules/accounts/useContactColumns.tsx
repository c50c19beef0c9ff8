import { common, languageNames } from '@shared/common';
import { listName, useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { PersonName, RoleBadges } from '@shared/ui/Badges';
import type { Column } from '@shared/ui/DataTable';
import { useMemo } from 'react';
import type { ContactRow } from './ContactsPage';
import { Status } from './Status';
import { texts } from './texts';

/** What can be seen of people in their list. */
export function useContactColumns() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const languages = useTexts(languageNames);
  return useMemo<Column<ContactRow>[]>(
    () => [
      {
        id: 'name',
        header: c.name,
        min: 220,
        grow: 1.6,
        drop: 0,
        sort: 'name',
        cell: (row, tabIndex) => (
          <PersonName
            id={row.id}
            name={listName(row)}
            note={row.title}
            brief={[row.title, row.employer ?? row.email]}
            passive={row.isPassive}
            tabIndex={tabIndex}
          />
        ),
      },
      { id: 'employer', header: t.employer, min: 160, grow: 1.2, drop: 1, cell: (row) => row.employer ?? '–' },
      { id: 'roles', header: c.roles, min: 150, drop: 2, cell: (row) => <RoleBadges roles={row.roles} /> },
      { id: 'title', header: t.jobTitle, min: 140, drop: 8, optional: true, cell: (row) => row.title ?? '–' },
      { id: 'email', header: c.email, min: 240, grow: 1.3, drop: 5, cell: (row) => row.email ?? '–' },
      { id: 'phone', header: c.phone, min: 140, drop: 8, optional: true, cell: (row) => row.phone ?? '–' },
      { id: 'town', header: c.town, min: 100, grow: 0.6, drop: 3, sort: 'town', cell: (row) => row.town ?? '–' },
      {
        id: 'status',
        header: t.status,
        min: 120,
        grow: 0.6,
        drop: 6,
        cell: (row) => (row.status ? <Status status={row.status} /> : '–'),
      },
      { id: 'owner', header: t.owner, min: 130, grow: 0.8, drop: 4, cell: (row) => row.owner?.name ?? '–' },
      {
        id: 'language',
        header: t.language,
        min: 90,
        drop: 8,
        optional: true,
        cell: (row) => named(languages, row.language),
      },
      {
        id: 'updated',
        header: t.updated,
        min: 120,
        grow: 0.5,
        drop: 7,
        sort: 'updatedAt',
        cell: (row) => f.date(row.updatedAt),
      },
    ],
    [t, c, f, languages],
  );
}
