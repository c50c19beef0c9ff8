import { ActionIcon, Drawer, Tabs, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { accountsTabs } from '@modules/accounts/contactTab';
import { PersonHead } from '@modules/accounts/PersonHead';
import { useContact } from '@modules/accounts/useContact';
import { AlumnusFacts } from '@modules/alumni/AlumnusFacts';
import { consentTabs } from '@modules/consent/contactTab';
import { common } from '@shared/common';
import { type ContactTab, peopleInOrder } from '@shared/contactTab';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import styles from './PersonPanel.module.css';
import { texts } from './texts';

const [overview, timeline] = accountsTabs;
const tabs: ContactTab[] = [overview, ...consentTabs, timeline];

type Props = { id: string; onClose: () => void };

/** One person from every module, beside the list on a wide screen, over it on a narrow one. */
export function PersonPanel({ id, onClose }: Props) {
  const t = useTexts(texts);
  const wide = useMediaQuery('(min-width: 68em)', true, { getInitialValueInEffect: false });
  const panel = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person scrolls the panel to its top
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [id]);

  const close = () => {
    onClose();
    // Back to where one came from: the row of this person.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-id="${id}"] [data-row-link]`)?.focus());
  };

  if (!wide)
    return (
      <Drawer
        opened
        onClose={close}
        position="right"
        size="100%"
        withCloseButton={false}
        padding={0}
        attributes={{ content: { 'aria-label': t.panel } }}
        styles={{ content: { background: 'var(--crm-surface)' } }}
      >
        <Person id={id} onClose={close} />
      </Drawer>
    );
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t.panel}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}
    >
      <Person id={id} onClose={close} />
    </aside>
  );
}

function Person({ id, onClose }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const me = useMe();
  const { language } = useLanguage();
  const { search, change, open } = useAddress<object>();
  const contact = useContact(id);
  const previous = peopleInOrder.beside(id, -1);
  const next = peopleInOrder.has(id) ? peopleInOrder.beside(id, 1) : undefined;
  const shown = tabs.filter((tab) => tab.visible(me));
  const tab = shown.find((one) => one.id === search.tab) ?? shown[0];

  return (
    <div className={styles.person}>
      <div className={styles.bar}>
        <Tooltip label={t.previous}>
          <ActionIcon aria-label={t.previous} disabled={!previous} onClick={() => open(previous)}>
            <IconArrowUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t.next}>
          <ActionIcon aria-label={t.next} disabled={!next} onClick={() => open(next)}>
            <IconArrowDown size={18} />
          </ActionIcon>
        </Tooltip>
        <ActionIcon className={styles.close} aria-label={c.close} onClick={onClose} data-autofocus>
          <IconX size={19} />
        </ActionIcon>
      </div>
      {contact.isPending && (
        <div className={styles.body}>
          <Loading lines={9} />
        </div>
      )}
      {contact.error && <ErrorState error={contact.error} onRetry={() => contact.refetch()} />}
      {contact.data && tab && (
        <>
          <PersonHead contact={contact.data.value} />
          <Tabs
            value={tab.id}
            onChange={(value) => change({ tab: value === 'overview' ? undefined : (value ?? undefined) })}
            keepMounted={false}
          >
            <Tabs.List className={styles.tabs}>
              {shown.map((one) => (
                <Tabs.Tab key={one.id} value={one.id}>
                  {one.label[language]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {shown.map((one) => (
              <Tabs.Panel key={one.id} value={one.id} className={styles.body}>
                <one.Component contactId={id} isPassive={contact.data.value.isPassive} />
                {one.id === 'overview' &&
                  me.may('alumni') &&
                  contact.data.value.roles.some((held) => held.role === 'alumnus') && (
                    <AlumnusFacts contactId={id} isPassive={contact.data.value.isPassive} />
                  )}
              </Tabs.Panel>
            ))}
          </Tabs>
        </>
      )}
    </div>
  );
}
