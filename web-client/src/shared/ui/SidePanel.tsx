import { ActionIcon, Drawer, Tabs, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { useOpenInSight } from '@shared/useOpenInSight';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './SidePanel.module.css';

type Step = { label: string; run?: () => void };
type Props = {
  /** Of the record: another one scrolls the panel to its top, closing goes back to its row. */
  id: string;
  label: string;
  previous: Step;
  next: Step;
  onClose: () => void;
  children: ReactNode;
};

/** One record beside the list on a wide screen, over it on a narrow one. */
export function SidePanel({ id, label, previous, next, onClose, children }: Props) {
  const c = useTexts(common);
  const wide = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const panel = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another record scrolls the panel to its top
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [id]);

  const close = () => {
    onClose();
    // Back to where one came from: the row of this record.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${id}"] [data-row-link]`)?.focus());
  };
  // Escape within a dialog or a menu over the panel is theirs.
  const leave = (event: KeyboardEvent<HTMLElement>) => {
    const at = event.target as Element;
    const around = at.closest('[role="dialog"], [role="menu"], aside');
    if (event.defaultPrevented || !around?.contains(content.current)) return;
    if (event.key === 'Escape') return close();
    // The next row and the one before, as in the list; not where one types.
    const step = { j: next, k: previous }[event.key];
    const types = at.matches('input, textarea, select, [contenteditable]');
    if (step && !types && !event.ctrlKey && !event.metaKey && !event.altKey) step.run?.();
  };
  const all = (
    <div ref={content} className={styles.person}>
      <div className={styles.bar}>
        {(
          [
            [previous, IconArrowUp],
            [next, IconArrowDown],
          ] as const
        ).map(([step, Icon]) => (
          <Tooltip key={step.label} label={step.label}>
            <ActionIcon aria-label={step.label} disabled={!step.run} onClick={step.run}>
              <Icon size={18} />
            </ActionIcon>
          </Tooltip>
        ))}
        <ActionIcon className={styles.close} aria-label={c.close} onClick={close} data-autofocus>
          <IconX size={19} />
        </ActionIcon>
      </div>
      {children}
    </div>
  );

  if (!wide)
    return (
      <Drawer
        opened
        onClose={close}
        position="right"
        size="100%"
        withCloseButton={false}
        closeOnEscape={false}
        onKeyDown={leave}
        padding={0}
        attributes={{ content: { 'aria-label': label } }}
        styles={{ content: { background: 'var(--crm-surface)' } }}
      >
        {all}
      </Drawer>
    );
  return (
    <aside ref={panel} className={styles.panel} aria-label={label} onKeyDown={leave}>
      {all}
    </aside>
  );
}

export function PanelBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

type Tab = { id: string; label: string; content: () => ReactNode };

/** The parts of a record; only the one that is shown asks the server. */
export function PanelTabs({ tabs, tab, onTab }: { tabs: Tab[]; tab?: string; onTab: (tab?: string) => void }) {
  const shown = tabs.find((one) => one.id === tab) ?? tabs[0];
  const row = useOpenInSight<HTMLDivElement>(shown?.id);
  return (
    <Tabs
      value={shown?.id ?? null}
      onChange={(value) => onTab(value && value !== tabs[0]?.id ? value : undefined)}
      keepMounted={false}
    >
      <Tabs.List ref={row} className={`crm-scrolls ${styles.tabs}`}>
        {tabs.map((one) => (
          <Tabs.Tab key={one.id} value={one.id}>
            {one.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((one) => (
        <Tabs.Panel key={one.id} value={one.id} className={styles.body}>
          {shown?.id === one.id && one.content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
