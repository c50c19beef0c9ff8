import { ActionIcon, Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import list from '@shared/list/list.module.css';
import { countOf, everything, nothing, type Selection } from '@shared/list/selection';
import { useTexts } from '@shared/texts';
import { IconX } from '@tabler/icons-react';
import { bulkTexts } from './bulkTexts';
import type { BulkList, Field } from './useBulk';

const usual: Record<BulkList, Field[]> = {
  contacts: ['ownerId', 'status', 'giveRole', 'passivate'],
  accounts: ['ownerId', 'status', 'addRelationship', 'passivate'],
};

type Props = {
  of: BulkList;
  selection: Selection;
  total: number;
  onSelect: (selection: Selection) => void;
  onChange: (field: Field) => void;
};

/** How many are chosen, and what can be done with them. */
export function SelectionBar({ of, selection, total, onSelect, onChange }: Props) {
  const t = useTexts(bulkTexts);
  const f = useFormat();
  const count = f.number(countOf(selection, total));
  return (
    <section className={list.chosen} aria-label={t.chosenBar}>
      <span role="status" className={list.count}>
        {!selection.all
          ? t.chosen(count)
          : selection.ids.size === 0
            ? t.allChosen(count)
            : t.allBut(count, f.number(selection.ids.size))}
      </span>
      {!selection.all && selection.ids.size < total && (
        <Button variant="subtle" size="compact-sm" onClick={() => onSelect(everything)}>
          {t.takeAll(f.number(total))}
        </Button>
      )}
      <span className={list.actions}>
        {usual[of].map((field) => (
          <Button key={field} variant="default" size="compact-md" fz="sm" onClick={() => onChange(field)}>
            {t[field]}
          </Button>
        ))}
        <Button variant="subtle" size="compact-md" fz="sm" onClick={() => onChange('ownerId')}>
          {t.more}
        </Button>
      </span>
      <ActionIcon className={list.end} aria-label={t.clear} onClick={() => onSelect(nothing)}>
        <IconX size={17} />
      </ActionIcon>
    </section>
  );
}
