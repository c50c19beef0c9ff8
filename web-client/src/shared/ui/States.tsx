import { problemOf } from '@api/problem';
import { Button, Skeleton } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { useProblemText } from '@shared/useProblemText';
import { IconAlertTriangle, IconLock, IconMoodEmpty } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './States.module.css';

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode };

export function EmptyState({ title, children, action, icon }: EmptyProps) {
  return (
    <div className={styles.state}>
      <span className={styles.icon}>{icon ?? <IconMoodEmpty stroke={1.5} aria-hidden />}</span>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.text}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

export function NoRight() {
  const t = useTexts(common);
  return (
    <EmptyState title={t.forbiddenTitle} icon={<IconLock stroke={1.5} aria-hidden />}>
      {t.forbiddenText}
    </EmptyState>
  );
}

/** What went wrong, a way on, and the reference that support needs. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts(common);
  const say = useProblemText();
  const problem = problemOf(error);
  if (problem.status === 403) return <NoRight />;
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} data-tone="bad">
        <IconAlertTriangle stroke={1.5} aria-hidden />
      </span>
      <p className={styles.title}>{problem.status === 404 ? t.notFoundTitle : t.errorTitle}</p>
      <p className={styles.text}>{say(error)}</p>
      {problem.traceId && <p className={styles.trace}>{t.traceId(problem.traceId)}</p>}
      {onRetry && problem.status !== 404 && (
        <Button className={styles.action} variant="default" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

export function Loading({ lines = 6, height = 20 }: { lines?: number; height?: number }) {
  const t = useTexts(common);
  return (
    <div className={styles.loading} aria-busy="true">
      <span className="visually-hidden" role="status">
        {t.loading}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} height={height} width={`${[92, 70, 84, 60, 78, 66][line % 6]}%`} radius="sm" />
      ))}
    </div>
  );
}
