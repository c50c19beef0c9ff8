import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { dictionary, useTexts } from '@shared/texts';
import {
  IconAdjustmentsHorizontal,
  IconArrowDown,
  IconArrowUp,
  IconGripVertical,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import { moved, type Place, resized, toggled, usual } from './layout';
import styles from './list.module.css';
import type { ListLook } from './useListLook';

const texts = dictionary({
  columns: { fi: 'Sarakkeet', en: 'Columns' },
  reset: { fi: 'Palauta oletukset', en: 'Reset' },
  up: { fi: (name: string) => `Siirrä aiemmaksi: ${name}`, en: (name: string) => `Move up: ${name}` },
  down: { fi: (name: string) => `Siirrä myöhemmäksi: ${name}`, en: (name: string) => `Move down: ${name}` },
  wider: { fi: (name: string) => `Levennä: ${name}`, en: (name: string) => `Wider: ${name}` },
  narrower: { fi: (name: string) => `Kavenna: ${name}`, en: (name: string) => `Narrower: ${name}` },
});

type Choice = { id: string; header: string; drop: number; min: number; optional?: boolean; quiet?: boolean };
type Props = { look: ListLook; columns: Choice[] };

/** Which columns, in which order and how wide: by dragging, and by the keyboard. */
export function ColumnChooser({ look, columns }: Props) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const [dragged, setDragged] = useState<string>();
  const id = useId();
  const layout = look.layout ?? usual(columns);
  const on = layout.flatMap((place) => columns.filter((column) => column.id === place.id));
  const choices = [...on, ...columns.filter((column) => !on.includes(column))].filter((column) => !column.quiet);
  const put = (next: Place[]) => look.setLayout(next);

  return (
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
        <fieldset id={id} aria-label={t.columns} className={styles.chooser}>
          <ul>
            {choices.map((column) => {
              const at = layout.findIndex((place) => place.id === column.id);
              const width = layout[at]?.width ?? column.min;
              return (
                <li
                  key={column.id}
                  draggable={at >= 0}
                  data-dragged={dragged === column.id || undefined}
                  onDragStart={() => setDragged(column.id)}
                  onDragEnd={() => setDragged(undefined)}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={() => dragged && at >= 0 && put(moved(layout, dragged, at))}
                >
                  <IconGripVertical size={15} aria-hidden className={styles.grip} />
                  <Checkbox
                    label={column.header}
                    checked={at >= 0}
                    disabled={column.drop === 0}
                    onChange={() => put(toggled(layout, column.id))}
                  />
                  {at >= 0 && (
                    <span className={styles.steps}>
                      <ActionIcon
                        className={styles.width}
                        aria-label={t.narrower(column.header)}
                        onClick={() => put(resized(layout, column.id, width - 24))}
                      >
                        <IconMinus size={15} />
                      </ActionIcon>
                      <ActionIcon
                        className={styles.width}
                        aria-label={t.wider(column.header)}
                        onClick={() => put(resized(layout, column.id, width + 24))}
                      >
                        <IconPlus size={15} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t.up(column.header)}
                        disabled={at === 0}
                        onClick={() => put(moved(layout, column.id, at - 1))}
                      >
                        <IconArrowUp size={15} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t.down(column.header)}
                        disabled={at === layout.length - 1}
                        onClick={() => put(moved(layout, column.id, at + 1))}
                      >
                        <IconArrowDown size={15} />
                      </ActionIcon>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <Button variant="subtle" size="compact-sm" disabled={!look.layout} onClick={() => look.setLayout(undefined)}>
            {t.reset}
          </Button>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
