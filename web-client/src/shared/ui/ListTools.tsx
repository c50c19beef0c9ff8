import { ActionIcon, Checkbox, Popover, Tooltip } from '@mantine/core';
import { useStored } from '@shared/stored';
import { dictionary, useTexts } from '@shared/texts';
import { IconAdjustmentsHorizontal, IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import { useId, useState } from 'react';
import styles from './ListTools.module.css';

const texts = dictionary({
  dense: { fi: 'Tiiviit rivit', en: 'Compact rows' },
  roomy: { fi: 'Väljät rivit', en: 'Comfortable rows' },
  columns: { fi: 'Sarakkeet', en: 'Columns' },
});

/** How this person wants this list: density for all lists, columns for each. */
export function useListLook(list: string) {
  const [dense, setDense] = useStored('crm.dense', false);
  const [hidden, setHidden] = useStored<string[]>(`crm.columns.${list}`, []);
  return { dense, setDense, hidden, setHidden };
}

type Props = { look: ReturnType<typeof useListLook>; columns: { id: string; header: string; drop: number }[] };

export function ListTools({ look, columns }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const id = useId();
  const density = look.dense ? t.roomy : t.dense;
  return (
    <span className={styles.tools}>
      <Tooltip label={density}>
        <ActionIcon aria-label={density} onClick={() => look.setDense(!look.dense)}>
          {look.dense ? <IconBaselineDensityMedium size={18} /> : <IconBaselineDensitySmall size={18} />}
        </ActionIcon>
      </Tooltip>
      <Popover opened={open} onChange={setOpen} position="bottom-end" withRoles={false} trapFocus returnFocus>
        <Popover.Target>
          <Tooltip label={t.columns}>
            <ActionIcon
              aria-label={t.columns}
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              <IconAdjustmentsHorizontal size={18} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown className={styles.dropdown}>
          <fieldset id={id} aria-label={t.columns} className={styles.columns}>
            {columns
              .filter((column) => column.drop > 0)
              .map((column) => (
                <Checkbox
                  key={column.id}
                  label={column.header}
                  checked={!look.hidden.includes(column.id)}
                  onChange={(event) =>
                    look.setHidden(
                      event.currentTarget.checked
                        ? look.hidden.filter((hidden) => hidden !== column.id)
                        : [...look.hidden, column.id],
                    )
                  }
                />
              ))}
          </fieldset>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}
