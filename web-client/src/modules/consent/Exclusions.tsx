import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { ExcludedNames } from './ExcludedNames';
import styles from './lists.module.css';
import { exclusionHelp, exclusionNames, listTexts } from './listTexts';

export type Excluded = Record<string, number>;
export const sum = (excluded: Excluded) => Object.values(excluded).reduce((all, count) => all + (count ?? 0), 0);

type Example = { contactId: string; name: string; reason: string };
type Props = { excluded: Excluded; examples?: Example[]; done?: boolean; target?: object };

/** Who was left out, how many, and the reason in words: nobody should have to guess. */
export function Exclusions({ excluded, examples = [], done, target }: Props) {
  const t = useTexts(listTexts);
  const names = useTexts(exclusionNames);
  const help = useTexts(exclusionHelp);
  const f = useFormat();
  const all = sum(excluded);
  if (all === 0) return <p className="muted">{t.leftOutNone}</p>;
  return (
    <div className={styles.exclusions}>
      <h2>{(done ? t.wereLeftOut : t.leftOut)(f.number(all))}</h2>
      <ul>
        {Object.entries(excluded)
          .filter(([, count]) => count > 0)
          .sort(([, a], [, b]) => b - a)
          .map(([reason, count]) => {
            const some = examples.filter((example) => example.reason === reason).slice(0, 3);
            return (
              <li key={reason}>
                <span className={styles.count}>{f.number(count)}</span>
                <div>
                  <p className={styles.reason}>{named(names, reason)}</p>
                  <p className="muted small">{named(help, reason)}</p>
                  {some.length > 0 && <p className="small">{some.map((example) => example.name).join(', ')}</p>}
                  {target && <ExcludedNames target={target} reason={reason} count={count} />}
                </div>
              </li>
            );
          })}
      </ul>
    </div>
  );
}
