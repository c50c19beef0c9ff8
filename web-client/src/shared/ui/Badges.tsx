import { common, roleNames } from '@shared/common';
import { initials } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Badges.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

export function RoleBadge({ role }: { role: string }) {
  const names = useTexts(roleNames);
  return (
    <span className={styles.badge} data-role={role}>
      {named(names, role)}
    </span>
  );
}

/** As many roles as fit, and the rest as a number whose names are read out. */
export function RoleBadges({ roles, most = 2 }: { roles: string[]; most?: number }) {
  const names = useTexts(roleNames);
  const rest = roles.slice(most);
  return (
    <span className={styles.row}>
      {roles.slice(0, most).map((role) => (
        <RoleBadge key={role} role={role} />
      ))}
      {rest.length > 0 && (
        <span className={styles.badge} title={rest.map((role) => named(names, role)).join(', ')}>
          +{rest.length}
          <span className="visually-hidden"> {rest.map((role) => named(names, role)).join(', ')}</span>
        </span>
      )}
    </span>
  );
}

export function Tag({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}

export function PassiveTag() {
  return <span className={styles.passive}>{useTexts(common).passive}</span>;
}

/** A state: the shape differs as well as the colour, and the word always stands beside it. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.status}>
      <span className={styles.dot} data-tone={tone} aria-hidden />
      <span>{children}</span>
    </span>
  );
}

export function Avatar({ name, size = 'md' }: { name: string; size?: 'md' | 'lg' }) {
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.charCodeAt(0)) % 6;
  return (
    <span className={styles.avatar} data-size={size} data-hue={hue} aria-hidden>
      {initials(name)}
    </span>
  );
}

/** What an organisation is shown by: a square, where a person is round. */
export function AccountAvatar({ name, size }: { name: string; size?: 'md' | 'lg' }) {
  return (
    <span className={styles.square}>
      <Avatar name={name} size={size} />
    </span>
  );
}

type NameProps = {
  id: string;
  name: string;
  note?: string | null;
  /** Instead of the note, where a phone has no column for what tells namesakes apart. */
  brief?: (string | null | undefined)[];
  passive?: boolean;
  tabIndex?: number;
  tab?: string;
};

/** A person in a list: a real link that opens the panel beside the list, at a tab when one is named. */
export function PersonName(of: NameProps) {
  return (
    <RecordName
      {...of}
      avatar={<Avatar name={of.name} />}
      open={{ person: of.id, account: undefined, ...(of.tab && { tab: of.tab }) }}
    />
  );
}

/** An organisation in a list: a real link that opens its panel beside the list. */
export function AccountName(of: NameProps) {
  return <RecordName {...of} avatar={<AccountAvatar name={of.name} />} open={{ account: of.id, person: undefined }} />;
}

type RecordProps = NameProps & { avatar: ReactNode; open: object };

function RecordName({ name, note, brief, passive, tabIndex, avatar, open }: RecordProps) {
  return (
    <span className={styles.person}>
      {avatar}
      <span className={styles.words}>
        <span className={styles.line}>
          <Link
            to="."
            search={(now: Record<string, unknown>) => ({ ...now, ...open })}
            className={styles.name}
            data-row-link
            data-passive={passive || undefined}
            tabIndex={tabIndex}
          >
            {name}
          </Link>
          {passive && <PassiveTag />}
        </span>
        {note && <span className={`${styles.note} ${brief ? 'not-brief' : ''}`}>{note}</span>}
        {brief && <span className="brief">{brief.filter(Boolean).join(' · ')}</span>}
      </span>
    </span>
  );
}
