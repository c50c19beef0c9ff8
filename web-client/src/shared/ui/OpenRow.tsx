import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';

/** The rows of a table that show what stands under them. */
export function useOpenRows<Key>() {
  const [open, setOpen] = useState<ReadonlySet<Key>>(new Set());
  const toggle = useCallback(
    (row: Key) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(row)) next.add(row);
        return next;
      }),
    [],
  );
  return useMemo(() => ({ has: (row: Key) => open.has(row), toggle }), [open, toggle]);
}

type Props = {
  isOpen: boolean;
  label: string;
  tabIndex: number;
  /** Whether it is what the arrows walk to; not where the row has a link. */
  isLink?: boolean;
  onToggle: () => void;
};

/** The arrow that opens a row. */
export function OpenRow({ isOpen, label, tabIndex, isLink = true, onToggle }: Props) {
  return (
    <ActionIcon
      size={26}
      data-row-link={isLink || undefined}
      tabIndex={tabIndex}
      aria-expanded={isOpen}
      aria-label={label}
      onClick={onToggle}
    >
      {isOpen ? <IconChevronUp size={17} /> : <IconChevronDown size={17} />}
    </ActionIcon>
  );
}
