import { useElementSize } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import styles from './DataTable.module.css';
import { HeaderCell, RowCheck, type RowChoice, Skeletons } from './DataTableParts';
import { fitting } from './fitting';

export type Column<T> = {
  id: string;
  header: string;
  /** `tabIndex` belongs on the link of the row: one Tab stop for the table, arrows inside it. */
  cell: (row: T, tabIndex: number) => ReactNode;
  min: number;
  grow?: number;
  /** The API's sort key. */
  sort?: string;
  /** Higher numbers leave first when the table gets narrow; 0 never leaves. */
  drop: number;
  align?: 'end';
  /** A column of buttons: its header is only read out. */
  quiet?: boolean;
  /** Shown once it is chosen. */
  optional?: boolean;
  /** As the person sized it. */
  width?: number;
};

type Props<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowId: (row: T) => string;
  total?: number;
  selected?: string;
  onOpen?: (row: T) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  dense?: boolean;
  loading?: boolean;
  stale?: boolean;
  more?: { has: boolean; loading: boolean; load: () => void };
  /** What stands instead of rows: empty, no hits, an error. */
  instead?: ReactNode;
  /** More of a row under its cells; such rows measure themselves. */
  detail?: (row: T) => ReactNode;
  /** The columns are the person's own: all of them show, and the table scrolls sideways when it must. */
  asChosen?: boolean;
  onResize?: (column: string, width: number) => void;
  choice?: RowChoice<T>;
};

/** A list of any length: keyset pages behind it, only the visible rows in the document. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowId, selected, dense, more, detail, choice } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const [focused, setFocused] = useState(0);
  const height = dense ? 40 : 56;

  const whole = props.asChosen && width >= 600;
  const shown = useMemo(() => (whole ? columns : fitting(columns, width)), [columns, whole, width]);
  const sizes = shown.map((column) => `minmax(${column.min}px, ${column.width ?? (column.grow ?? 1) * 200}fr)`);
  const template = [...(choice ? ['36px'] : []), ...sizes].join(' ');
  const minWidth = whole ? shown.reduce((sum, column) => sum + column.min, choice ? 60 : 24) : undefined;

  // The focused row stays mounted, or the keyboard would lose its place when it scrolls away.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return seen.includes(focused) || focused >= range.count ? seen : [...seen, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    rangeExtractor,
    // A size for the first paint (and for tests, where nothing has one).
    initialRect: { width: 1000, height: 800 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another density measures every row anew
  useEffect(() => virtual.measure(), [height]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more?.has && !more.loading && rows.length > 0 && last >= rows.length - 15) more.load();
  }, [more, last, rows.length]);

  const chosen = selected ? rows.findIndex((row) => rowId(row) === selected) : -1;
  useEffect(() => {
    if (chosen >= 0) {
      setFocused(chosen);
      virtual.scrollToIndex(chosen, { align: 'auto' });
    }
  }, [chosen, virtual]);

  const go = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setFocused(to);
    virtual.scrollToIndex(to, { align: 'auto' });
    const link = () => scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] [data-row-link]`);
    const now = link();
    if (now) now.focus();
    else requestAnimationFrame(() => link()?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || !at.matches('[data-row-link]')) return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step && event.shiftKey && choice) {
      choice.extend(rows, Math.max(0, Math.min(rows.length - 1, focused + step)), focused);
      go(focused + step);
    } else if (step) go(focused + step);
    else if (event.key === ' ' && choice) choice.toggle(rows, focused, event.shiftKey);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.frame} ref={frame} data-stale={props.stale || undefined}>
      <div
        className={styles.scroller}
        ref={scroller}
        role="table"
        aria-label={props.label}
        aria-rowcount={props.total === undefined ? -1 : props.total + 1}
        aria-busy={props.loading}
        // Rows without links are scrolled by the keyboard too (WCAG 2.1.1).
        tabIndex={props.onOpen || props.onSort || detail ? undefined : 0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.head} style={{ minWidth }}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {choice && <RowCheck head state={choice.state} label={choice.allLabel} onChange={choice.toggleAll} />}
            {shown.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={props.sort}
                onSort={props.onSort}
                onResize={props.onResize}
              />
            ))}
          </div>
        </div>
        {!props.instead && (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ height: virtual.getTotalSize() || undefined, minWidth }}
          >
            {props.loading && (
              <Skeletons columns={shown.length + (choice ? 1 : 0)} template={template} height={height} />
            )}
            {items.map((item) => {
              const row = rows[item.index] as T;
              const id = rowId(row);
              const extra = detail?.(row);
              return (
                <div
                  key={id}
                  ref={detail ? virtual.measureElement : undefined}
                  data-index={item.index}
                  data-id={id}
                  className={styles.place}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <div
                    role="row"
                    aria-rowindex={item.index + 2}
                    aria-selected={undefined}
                    className={styles.row}
                    data-selected={id === selected || undefined}
                    data-chosen={choice?.has(row) || undefined}
                    data-clickable={props.onOpen ? true : undefined}
                    style={{ gridTemplateColumns: template, height: detail ? undefined : height, minHeight: height }}
                    onFocus={() => setFocused(item.index)}
                    onClick={(event) => clicked(event) && props.onOpen?.(row)}
                  >
                    {choice && (
                      <RowCheck
                        state={choice.has(row)}
                        label={choice.label(row)}
                        onChange={(range) => choice.toggle(rows, item.index, range)}
                      />
                    )}
                    {shown.map((column) => (
                      <div key={column.id} role="cell" className={styles.cell} data-align={column.align}>
                        {column.cell(row, item.index === focused ? 0 : -1)}
                      </div>
                    ))}
                  </div>
                  {extra && (
                    <div role="row">
                      <div role="cell">{extra}</div>
                    </div>
                  )}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {props.instead}
      {more?.loading && <div className={styles.more} aria-hidden />}
    </div>
  );
}

/** A click on the row opens it, unless it was meant for something in the row or selected text. */
function clicked(event: React.MouseEvent) {
  const target = event.target as HTMLElement;
  return !target.closest('a, button, input, label') && !globalThis.getSelection?.()?.toString();
}
