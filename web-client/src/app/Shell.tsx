import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { common } from '@shared/common';
import { accountsInOrder } from '@shared/contactTab';
import { useTexts } from '@shared/texts';
import { useAddress } from '@shared/useAddress';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { CatchBoundary, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { PageError } from './Failures';
import { Navigation } from './Navigation';
import { Preferences } from './Preferences';
import styles from './Shell.module.css';
import { texts } from './texts';

const loadPalette = () => import('./Palette');
const Palette = lazy(() => loadPalette().then((module) => ({ default: module.Palette })));
const AccountPanel = lazy(() =>
  import('@modules/accounts/AccountPanel').then((module) => ({ default: module.AccountPanel })),
);
const PersonPanel = lazy(() => import('./PersonPanel').then((module) => ({ default: module.PersonPanel })));

const PanelError = () => (
  <aside className={styles.panelWait}>
    <PageError />
  </aside>
);

/** The frame of every page: navigation, search, the page, and the person or organisation that is open beside it. */
export function Shell() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const { search, open, openAccount } = useAddress<object>();
  const { person, account } = search;
  const beside = (step: 1 | -1) => account && accountsInOrder.beside(account, step);
  const step = (to?: string) => to && (() => openAccount(to));
  const [menu, menuDoor] = useDisclosure(false);
  const [palette, paletteDoor] = useDisclosure(false);
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  useHotkeys([['mod+K', paletteDoor.toggle]], []);
  // There before it is asked for, so that no key typed after Ctrl+K is lost.
  useEffect(() => {
    const timer = setTimeout(() => loadPalette().catch(() => {}), 1500);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t.skip}
      </a>
      {wide ? (
        <aside className={styles.side}>
          <Navigation />
        </aside>
      ) : (
        <Drawer
          opened={menu}
          onClose={menuDoor.close}
          size={264}
          withCloseButton={false}
          attributes={{ content: { 'aria-label': t.mainNav } }}
          styles={{ content: { background: 'var(--crm-nav)' }, body: { padding: 0 } }}
        >
          <Navigation onGo={menuDoor.close} />
        </Drawer>
      )}
      <div className={styles.main}>
        <header className={styles.top}>
          {!wide && (
            <ActionIcon aria-label={t.openMenu} aria-expanded={menu} onClick={menuDoor.open}>
              <IconMenu2 size={20} />
            </ActionIcon>
          )}
          <button type="button" className={styles.find} onClick={paletteDoor.open} aria-keyshortcuts="Control+K">
            <IconSearch size={17} aria-hidden />
            <span className={styles.findText}>{t.search}…</span>
            <kbd aria-hidden>Ctrl K</kbd>
          </button>
          <Preferences />
        </header>
        <div className={styles.work}>
          <main id="content" tabIndex={-1} className={styles.content}>
            <Outlet />
          </main>
          {(person || account) && (
            <Suspense fallback={<div className={styles.panelWait} aria-busy="true" title={c.loading} />}>
              {/* A fault of the panel leaves the list beside it standing. */}
              <CatchBoundary getResetKey={() => person ?? account ?? ''} errorComponent={PanelError}>
                {person ? (
                  <PersonPanel id={person} onClose={() => open()} />
                ) : (
                  account && (
                    <AccountPanel
                      accountId={account}
                      onClose={() => openAccount()}
                      onPrevious={step(beside(-1)) || undefined}
                      onNext={step(beside(1)) || undefined}
                    />
                  )
                )}
              </CatchBoundary>
            </Suspense>
          )}
        </div>
      </div>
      {palette && (
        <Suspense>
          {/* Without a network the search may not come; the page that is worked on stays. */}
          <CatchBoundary getResetKey={() => 'palette'} errorComponent={PanelError}>
            <Palette onClose={paletteDoor.close} />
          </CatchBoundary>
        </Suspense>
      )}
    </div>
  );
}
