import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { dictionary, useTexts } from '@shared/texts';
import { IconPlus, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Lines.module.css';

const texts = dictionary({
  primary: { fi: (what: string) => `Ensisijainen: ${what}`, en: (what: string) => `Primary: ${what}` },
  remove: { fi: (what: string) => `Poista: ${what}`, en: (what: string) => `Remove: ${what}` },
});

type Props<L> = {
  legend: string;
  /** What one line is called; its number follows. */
  what: string;
  add: string;
  lines: L[];
  onChange: (lines: L[]) => void;
  empty: () => L;
  line: (index: number, name: string) => ReactNode;
  most?: number;
};

/** Several of a kind (e-mail addresses, phone numbers), one of them the primary when they know of that. */
export function Lines<L extends object>({ legend, what, add, lines, onChange, empty, line, most = 10 }: Props<L>) {
  const t = useTexts(texts);
  const hasPrimary = (one: L): one is L & { isPrimary: boolean } => 'isPrimary' in one;
  return (
    <fieldset className={styles.lines}>
      <legend>{legend}</legend>
      {lines.map((one, index) => {
        const name = `${what} ${index + 1}`;
        const primary = hasPrimary(one) && one.isPrimary;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity while they are typed
          <div key={index} className={styles.line}>
            {line(index, name)}
            <span className={styles.tools}>
              {hasPrimary(one) && (
                <Tooltip label={t.primary(name)}>
                  <ActionIcon
                    aria-label={t.primary(name)}
                    aria-pressed={primary}
                    onClick={() => onChange(lines.map((other, at) => ({ ...other, isPrimary: at === index })))}
                  >
                    {primary ? <IconStarFilled size={17} className={styles.star} /> : <IconStar size={17} />}
                  </ActionIcon>
                </Tooltip>
              )}
              <Tooltip label={t.remove(name)}>
                <ActionIcon
                  aria-label={t.remove(name)}
                  onClick={() => {
                    const rest = lines.filter((_, at) => at !== index);
                    onChange(primary ? rest.map((other, at) => ({ ...other, isPrimary: at === 0 })) : rest);
                  }}
                >
                  <IconTrash size={17} />
                </ActionIcon>
              </Tooltip>
            </span>
          </div>
        );
      })}
      {lines.length < most && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.add}
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...lines, empty()])}
        >
          {add}
        </Button>
      )}
    </fieldset>
  );
}
