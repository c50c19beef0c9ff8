import type { ReactNode } from 'react';
import styles from './Notice.module.css';

type Props = {
  tone: 'info' | 'warn' | 'bad';
  icon?: ReactNode;
  /** How it is read out: what refuses is an alert. */
  role?: 'status' | 'alert';
  title: ReactNode;
  children?: ReactNode;
};

/** Something to know before going on; Mantine's alert is too pale for that. */
export function Notice({ tone, icon, role = 'status', title, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      {icon}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
