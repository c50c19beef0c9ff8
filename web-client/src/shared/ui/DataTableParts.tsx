import { Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { Column } from './DataTable';
import styles from './DataTable.module.css';

type HeaderProps<T> = {
  column: Column<T>;
  sort?: string;
  onSort?: (sort: string) => void;
  onResize?: (column: string, width: number) => void;
};

export function HeaderCell<T>({ column, sort, onSort, onResize }: HeaderProps<T>) {
  const key = column.sort;
  const edge = onResize && <Edge onResize={(width) => onResize(column.id, width)} />;
  if (!key || !onSort)
    return (
      <div role="columnheader" className={styles.header} data-align={column.align}>
        {column.quiet ? <span className="visually-hidden">{column.header}</span> : column.header}
        {edge}
      </div>
    );
  const up = sort === key;
  const down = sort === `-${key}`;
  return (
    <div role="columnheader" className={styles.header} aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(up ? `-${key}` : key)}>
        {column.header}
        {up && <IconArrowUp size={14} aria-hidden />}
        {down && <IconArrowDown size={14} aria-hidden />}
      </button>
      {edge}
    </div>
  );
}

/** The right edge of a header, to drag; the column chooser does the same by the keyboard. */
function Edge({ onResize }: { onResize: (width: number) => void }) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const handle = event.currentTarget;
    const cell = handle.parentElement as HTMLElement;
    const [from, width] = [event.clientX, cell.offsetWidth];
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => handle.style.setProperty('--moved', `${move.clientX - from}px`);
    handle.onpointerup = (up) => {
      handle.onpointermove = null;
      handle.onpointerup = null;
      handle.style.removeProperty('--moved');
      onResize(width + up.clientX - from);
    };
  };
  return <span className={styles.edge} aria-hidden onPointerDown={start} />;
}

/** What is chosen of the rows, and how that changes. */
export type RowChoice<T> = {
  has: (row: T) => boolean;
  label: (row: T) => string;
  allLabel: string;
  state: boolean | 'some';
  toggleAll: () => void;
  /** `range`: all rows since the last one. */
  toggle: (rows: T[], index: number, range: boolean) => void;
  /** The rows from where the choosing began to this one. */
  extend: (rows: T[], index: number, from: number) => void;
};

type CheckProps = {
  state: boolean | 'some';
  label: string;
  head?: boolean;
  onChange: (range: boolean) => void;
};

/** Native, for there are many. In the rows the arrows lead and the space bar chooses. */
export function RowCheck({ state, label, head, onChange }: CheckProps) {
  return (
    <div role={head ? 'columnheader' : 'cell'} className={styles.check}>
      <label>
        <input
          type="checkbox"
          aria-label={label}
          tabIndex={head ? 0 : -1}
          checked={state === true}
          ref={(box) => {
            if (box) box.indeterminate = state === 'some';
          }}
          onChange={(event) => onChange((event.nativeEvent as MouseEvent).shiftKey === true)}
        />
      </label>
    </div>
  );
}

export function Skeletons({ columns, template, height }: { columns: number; template: string; height: number }) {
  return Array.from({ length: 12 }, (_, row) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
      key={row}
      className={styles.row}
      style={{ gridTemplateColumns: template, height }}
      aria-hidden
    >
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells are all alike
        <div key={column} className={styles.cell}>
          <Skeleton height={12} width={`${50 + ((row * 7 + column * 13) % 40)}%`} radius="sm" />
        </div>
      ))}
    </div>
  ));
}
