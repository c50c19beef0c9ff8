import type { Item } from '@api/types';
import { common } from '@shared/common';
import { listName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { PersonName, StatusDot, Tag } from '@shared/ui/Badges';
import type { Column } from '@shared/ui/DataTable';
import { useMemo } from 'react';
import styles from './alumni.module.css';
import { texts } from './texts';
import { useForms } from './useForms';

export type AlumnusRow = Item<'/api/v1/alumni'>;

export function useAlumniColumns(): Column<AlumnusRow>[] {
  const t = useTexts(texts);
  const c = useTexts(common);
  const forms = useForms();
  return useMemo<Column<AlumnusRow>[]>(
    () => [
      {
        id: 'name',
        header: c.name,
        min: 200,
        grow: 1.5,
        drop: 0,
        sort: 'name',
        cell: (row, tabIndex) => (
          <PersonName
            id={row.contactId}
            name={listName(row)}
            // Namesakes need a second sign of who they are.
            note={[row.formerLastName && t.formerName(row.formerLastName), row.email].filter(Boolean).join(' · ')}
            passive={row.isPassive}
            tabIndex={tabIndex}
          />
        ),
      },
      {
        id: 'programme',
        header: t.programme,
        min: 190,
        grow: 1.3,
        drop: 2,
        cell: (row) => <Two first={row.programme} second={row.degree} />,
      },
      {
        id: 'graduated',
        header: t.graduated,
        min: 118,
        grow: 0.5,
        drop: 3,
        sort: 'graduated',
        cell: (row) => row.graduated ?? '–',
      },
      {
        id: 'work',
        header: t.employer,
        min: 180,
        grow: 1.1,
        drop: 4,
        cell: (row) => <Two first={row.employer} second={row.task} />,
      },
      {
        id: 'forms',
        header: t.form,
        min: 220,
        grow: 1.2,
        drop: 6,
        cell: (row) => (
          <span className={styles.forms} title={row.forms.map(forms.name).join('\n')}>
            {row.forms.slice(0, 1).map((code) => (
              <Tag key={code}>
                <span className={styles.form}>{forms.name(code)}</span>
              </Tag>
            ))}
            {row.forms.length > 1 && <Tag>+{row.forms.length - 1}</Tag>}
          </span>
        ),
      },
      { id: 'town', header: c.town, min: 116, grow: 0.6, drop: 5, cell: (row) => row.town ?? '–' },
      {
        id: 'mailing',
        header: t.mailing,
        min: 150,
        grow: 0.6,
        drop: 1,
        cell: (row) => (
          <StatusDot tone={row.mailable && !row.isPassive ? 'good' : 'quiet'}>
            {row.mailable && !row.isPassive ? t.mailable : t.notMailable}
          </StatusDot>
        ),
      },
    ],
    [t, c, forms],
  );
}

function Two({ first, second }: { first?: string | null; second?: string | null }) {
  return (
    <span className={styles.two}>
      <span>{first || second || '–'}</span>
      {first && second && <span className={styles.second}>{second}</span>}
    </span>
  );
}
