import { dictionary, useTexts } from '@shared/texts';
import styles from './list.module.css';

const texts = dictionary({
  jump: { fi: 'Siirry kirjaimeen', en: 'Jump to a letter' },
});
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ'];

/** The list begins at the letter; pressed again, at its beginning. */
export function JumpRail({ from, onJump }: { from?: string; onJump: (from?: string) => void }) {
  const t = useTexts(texts);
  return (
    <fieldset className={styles.letters} aria-label={t.jump} style={{ border: 0, padding: 0, marginInline: 0 }}>
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          aria-pressed={from === letter}
          onClick={() => onJump(from === letter ? undefined : letter)}
        >
          {letter}
        </button>
      ))}
    </fieldset>
  );
}
