import type { Item } from '@api/types';
import { Facts } from '@shared/ui/Facts';
import styles from './admin.module.css';

type Changes = NonNullable<Item<'/api/v1/audit-events'>['changes']>;

const shown = (value: unknown) =>
  value === null || value === '' ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** What was there before, if anything was, and what came of it. */
const told = (values: unknown[]) => {
  const [before, ...after] = values.map(shown);
  return before === '–' ? after.filter((value) => value !== '–').join() : [before, ...after].join(' → ');
};

/** Old and new values, or what else was said of an act, by the names that the log keeps them under. */
export function AuditValues({ changes }: { changes: Changes }) {
  return (
    <div className={styles.values}>
      <Facts facts={Object.entries(changes).map(([field, values]) => [field, told(values)])} />
    </div>
  );
}
