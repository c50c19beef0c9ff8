import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import styles from './imports.module.css';
import { outcomeNames } from './names';
import { texts } from './texts';
import type { Import, Outcome } from './useImport';

type Props = {
  it: Import;
  /** In their order; undefined is all rows. */
  of: readonly (Outcome | undefined)[];
  chosen?: Outcome;
  onChoose: (outcome?: Outcome) => void;
};

/** The rows of an import by what becomes of them, with how many they are. */
export function OutcomeTabs({ it, of, chosen, onChoose }: Props) {
  const t = useTexts(texts);
  const names = useTexts(outcomeNames);
  const f = useFormat();
  return (
    <fieldset className={styles.tabs} aria-label={t.outcomes}>
      {of.map((outcome) => (
        <button
          key={outcome ?? 'all'}
          type="button"
          className={styles.tab}
          data-outcome={outcome}
          aria-pressed={chosen === outcome}
          disabled={outcome && it.counts[outcome] === 0}
          onClick={() => onChoose(outcome)}
        >
          <span className={styles.tabName}>{outcome ? names[outcome] : t.all}</span>{' '}
          <span className={styles.tabCount}>{f.number(it.counts[outcome ?? 'total'])}</span>
        </button>
      ))}
    </fieldset>
  );
}
