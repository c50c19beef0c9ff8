import { client } from '@api/client';
import { signIn } from '@api/signIn';
import { ActionIcon, Button, Popover, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { drafts } from '@shared/drafts';
import { useMe } from '@shared/me';
import { type Language, useLanguage, useTexts } from '@shared/texts';
import { Avatar } from '@shared/ui/Badges';
import { useToast } from '@shared/useToast';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './Shell.module.css';
import { texts } from './texts';

/** Language, theme, and the person signed in. */
export function Preferences() {
  const t = useTexts(texts);
  const me = useMe();
  const show = useToast();
  const { language, change } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const [open, setOpen] = useState(false);
  const theme = dark ? t.toLight : t.toDark;

  const speak = (next: Language) => {
    change(next);
    // The page already speaks; that the server did not remember it is no reason to stop anybody.
    client.PUT('/api/v1/me/language', { body: { language: next } }).catch(() => {});
  };
  const leave = async () => {
    try {
      const answer = await globalThis.fetch('/bff/logout', { method: 'POST', headers: { 'X-CSRF': '1' } });
      drafts.clear();
      const { location: next } = (await answer.json()) as { location?: string };
      signIn.leave(next ?? '/signed-out');
    } catch (error) {
      show.failed(error);
    }
  };

  return (
    <div className={styles.choices}>
      <fieldset className={styles.languages} aria-label={t.language}>
        <button
          type="button"
          lang="fi"
          aria-label={t.finnish}
          aria-pressed={language === 'fi'}
          onClick={() => speak('fi')}
        >
          FI
        </button>
        <button
          type="button"
          lang="en"
          aria-label={t.english}
          aria-pressed={language === 'en'}
          onClick={() => speak('en')}
        >
          EN
        </button>
      </fieldset>
      <Tooltip label={theme}>
        <ActionIcon aria-label={theme} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
          {dark ? <IconSun size={19} /> : <IconMoon size={19} />}
        </ActionIcon>
      </Tooltip>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        withRoles={false}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={styles.user}
            aria-label={t.userMenu(me.user.name)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Avatar name={me.user.name} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={styles.menu}>
          <p className={styles.menuHead}>
            <strong>{me.user.name}</strong>
            <span className="muted small">{me.user.preferredUsername}</span>
          </p>
          <Button variant="default" fullWidth leftSection={<IconLogout size={17} aria-hidden />} onClick={leave}>
            {t.signOut}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
