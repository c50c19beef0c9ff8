import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './Page.module.css';

type Props = {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** A list fills the height and scrolls by itself; other pages scroll as a whole. */
  fill?: boolean;
  narrow?: boolean;
};

export function Page({ title, note, actions, children, fill, narrow }: Props) {
  useEffect(() => {
    document.title = `${title} · Karelia CRM`;
  }, [title]);
  return (
    <div className={styles.page} data-fill={fill || undefined} data-narrow={narrow || undefined}>
      <header className={styles.header}>
        <div className={styles.title}>
          <h1>{title}</h1>
          {note && <span className={styles.note}>{note}</span>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Card({
  title,
  action,
  children,
  tone,
}: {
  title?: string;
  action?: ReactNode;
  children: ReactNode;
  tone?: 'plain';
}) {
  return (
    <section className={styles.card} data-tone={tone}>
      {title && (
        <div className={styles.cardHead}>
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
