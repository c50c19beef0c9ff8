import { useTexts } from '@shared/texts';
import { useOpenInSight } from '@shared/useOpenInSight';
import { Link } from '@tanstack/react-router';
import styles from './alumni.module.css';
import { cooperationTexts } from './cooperationTexts';

const pages = [
  ['/alumni', 'register'],
  ['/alumni/find', 'find'],
  ['/alumni/requests', 'requests'],
  ['/alumni/mentoring', 'mentoring'],
  ['/alumni/figures', 'figures'],
] as const;

/** The pages of alumni, side by side. */
export function AlumniNav() {
  const t = useTexts(cooperationTexts);
  const nav = useOpenInSight<HTMLElement>();
  return (
    <nav ref={nav} aria-label={t.pages} className={styles.nav}>
      {pages.map(([to, text]) => (
        <Link key={to} to={to as string} activeOptions={{ exact: true, includeSearch: false }} className={styles.page}>
          {t[text]}
        </Link>
      ))}
    </nav>
  );
}
