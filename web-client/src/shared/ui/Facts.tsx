import type { ReactNode } from 'react';
import styles from './Facts.module.css';

type Fact = [label: string, value: ReactNode, why?: ReactNode];

/** Labels and values; what is not known is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([label, value, why]) => (
          <div key={label} className={styles.fact}>
            <dt>
              {label}
              {why}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

type SectionProps = { title: string; why?: ReactNode; action?: ReactNode; children: ReactNode };

export function Section({ title, why, action, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <span className={styles.title}>
          <h3>{title}</h3>
          {why}
        </span>
        {action}
      </div>
      {children}
    </section>
  );
}
