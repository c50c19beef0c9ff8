import { Progress } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import type { Job } from '@shared/useJob';
import styles from './imports.module.css';
import { texts } from './texts';

export function ImportProgress({ job, undoing }: { job?: Job; undoing: boolean }) {
  const t = useTexts(texts);
  const f = useFormat();
  const title = undoing ? t.undoing : t.committing;
  const share = job?.total ? (job.done / job.total) * 100 : 0;
  return (
    <Card>
      <div className={styles.progress}>
        <h2>{title}</h2>
        <Progress.Root size="lg" radius="xl">
          <Progress.Section value={Math.max(share, 3)} animated aria-label={title} />
        </Progress.Root>
        <p role="status">{job ? t.progress(f.number(job.done), f.number(job.total)) : '…'}</p>
        <p className="muted small">{t.leave}</p>
      </div>
    </Card>
  );
}
