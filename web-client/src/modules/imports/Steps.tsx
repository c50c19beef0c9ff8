import { useTexts } from '@shared/texts';
import { IconCheck } from '@tabler/icons-react';
import styles from './imports.module.css';
import { texts } from './texts';

/** Where one is: file, columns, preview, done. */
export function Steps({ at }: { at: 0 | 1 | 2 | 3 }) {
  const t = useTexts(texts);
  return (
    <ol className={styles.steps} aria-label={t.steps}>
      {[t.stepFile, t.stepColumns, t.stepPreview, t.stepDone].map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-done={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.number} aria-hidden>
            {index < at ? <IconCheck size={14} stroke={3} /> : index + 1}
          </span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
