import type { Answer } from '@api/types';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { accountTexts } from './accountTexts';
import styles from './ContactOverview.module.css';
import { statusNames, statusTones } from './codes';

type Line = Answer<'/api/v1/accounts/{id}'>['statusHistory'][number];

/** The status of the cooperation: a shape and a word. */
export function Status({ status }: { status: string | null | undefined }) {
  const t = useTexts(accountTexts);
  const names = useTexts(statusNames);
  if (!status) return <span className="muted">{t.noStatus}</span>;
  return (
    <StatusDot tone={statusTones[status as keyof typeof statusTones] ?? 'quiet'}>{named(names, status)}</StatusDot>
  );
}

/** The status now, since when, and what it was before. */
export function StatusWithHistory({ status, history }: { status: string | null | undefined; history: Line[] }) {
  const t = useTexts(accountTexts);
  const names = useTexts(statusNames);
  const f = useFormat();
  const [now, ...before] = history;
  return (
    <div>
      <Status status={status} />
      {now && (
        <p className="muted small">
          {f.date(now.at)} · {now.by}
        </p>
      )}
      {before.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t.earlier}</summary>
          <ul className={styles.lines}>
            {before.map((line) => (
              <li key={line.at} className="small">
                {line.status ? named(names, line.status) : t.noStatus}{' '}
                <span className="muted">
                  {f.date(line.at)} · {line.by}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
