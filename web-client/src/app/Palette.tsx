import { api } from '@api/client';
import { Combobox, Loader, Modal, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Avatar, PassiveTag, RoleBadges } from '@shared/ui/Badges';
import { IconArrowRight, IconBuilding, IconNotes, IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { navigation } from './navigation';
import styles from './Palette.module.css';
import { texts } from './texts';

const groups = [
  ['contact', 'people'],
  ['account', 'organisations'],
  ['activity', 'activities'],
  ['event', 'events'],
] as const;

/** Ctrl+K: any person, organisation or activity by a part of what one remembers, and any page. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const navigate = useNavigate();
  const here = useLocation().pathname;
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 160);
  const found = api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query: { q, limit: 24 } } },
    { enabled: q.length >= 2 && me.may('contacts'), placeholderData: keepPreviousData },
  );
  const hits = q.length >= 2 ? (found.data?.items ?? []) : [];
  const isNear = hits.length > 0 && hits.every((hit) => hit.isNear);
  const pages = navigation
    .flatMap((group) => group.items)
    .filter(
      (item) => (!item.right || me.may(item.right)) && t[item.text].toLowerCase().includes(typed.trim().toLowerCase()),
    );
  const combobox = useCombobox({ opened: true });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first hit is chosen whenever the hits change
  useEffect(() => {
    combobox.selectFirstOption();
  }, [found.data, typed]);

  const choose = (value: string) => {
    onClose();
    if (value.startsWith('/')) return navigate({ to: value });
    const hit = hits.find((one) => one.id === value);
    const shown = hit?.shownOn ?? { kind: hit?.kind, id: value };
    if (shown.kind === 'event') return navigate({ to: `/events/${shown.id}` as string });
    if (shown.kind === 'account') return navigate({ to: '/accounts', search: { account: shown.id } as never });
    const inList = ['/alumni', '/contacts'].includes(here);
    return navigate({
      to: inList ? '.' : '/contacts',
      search: ((now: object) => (inList ? { ...now, person: shown.id } : { person: shown.id })) as never,
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={580}
      yOffset="12vh"
      padding={0}
      radius="lg"
      attributes={{ content: { 'aria-label': t.search } }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 2 }}
      styles={{ content: { background: 'var(--crm-raised)' } }}
    >
      <Combobox store={combobox} onOptionSubmit={choose}>
        <div className={styles.field}>
          <IconSearch size={19} aria-hidden />
          <Combobox.EventsTarget>
            <input
              className={styles.input}
              data-autofocus
              aria-label={t.search}
              placeholder={t.searchHint}
              maxLength={200}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              // Mantine's combobox would swallow Escape inside a dialog.
              onKeyDown={(event) => event.key === 'Escape' && onClose()}
            />
          </Combobox.EventsTarget>
          {found.isFetching && <Loader size={16} />}
          <kbd className={styles.key}>Esc</kbd>
        </div>
        <span role="status" className="visually-hidden">
          {q.length >= 2 && !found.isFetching ? t.searchResults(hits.length) : ''}
        </span>
        <Combobox.Options className={styles.options} aria-label={t.search} tabIndex={0}>
          {isNear && <p className={styles.nothing}>{t.searchNear}</p>}
          {groups
            .map(([kind, text]) => ({ kind, text, of: hits.filter((hit) => hit.kind === kind) }))
            .filter(({ of }) => of.length > 0)
            .map(({ kind, text, of }) => (
              <Combobox.Group key={kind} label={t[text]}>
                {of.map((hit) => (
                  <Combobox.Option key={hit.id} value={hit.id} className={styles.option}>
                    {kind === 'contact' ? (
                      <Avatar name={hit.title} />
                    ) : (
                      <span className={styles.icon}>
                        {kind === 'account' ? (
                          <IconBuilding size={18} stroke={1.7} aria-hidden />
                        ) : (
                          <IconNotes size={18} stroke={1.7} aria-hidden />
                        )}
                      </span>
                    )}
                    <span className={styles.words}>
                      <span className={styles.title}>
                        {hit.title} {hit.isPassive && <PassiveTag />}
                      </span>
                      {hit.subtitle && <span className={styles.note}>{hit.subtitle}</span>}
                    </span>
                    {kind === 'contact' && <RoleBadges roles={hit.roles} />}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          {pages.length > 0 && (
            <Combobox.Group label={t.goTo}>
              {pages.map(({ to, text, icon: Icon }) => (
                <Combobox.Option key={to} value={to} className={styles.option}>
                  <span className={styles.icon}>
                    <Icon size={18} stroke={1.7} aria-hidden />
                  </span>
                  <span className={styles.words}>{t[text]}</span>
                  <IconArrowRight size={15} aria-hidden />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
        </Combobox.Options>
        {q.length >= 2 && !found.isFetching && hits.length === 0 && me.may('contacts') && (
          <p className={styles.nothing}>{t.searchNothingText(q)}</p>
        )}
      </Combobox>
    </Modal>
  );
}
