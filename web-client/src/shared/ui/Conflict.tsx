import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { differing, merge3, type Side } from '@shared/merge3';
import { dictionary, useTexts } from '@shared/texts';
import { useState } from 'react';
import styles from './Conflict.module.css';
import { Dialog } from './Dialog';

const texts = dictionary({
  title: { fi: 'Joku muu muutti samoja tietoja', en: 'Somebody else changed the same details' },
  text: {
    fi: 'Valitse jokaiselle kentälle, kumpi arvo jää voimaan. Mitään ei tallenneta ennen valintaasi.',
    en: 'Choose for each field which value stays. Nothing is saved before you choose.',
  },
  mine: { fi: 'Minun', en: 'Mine' },
  theirs: { fi: 'Toisen', en: 'Theirs' },
  base: { fi: (value: string) => `Alun perin: ${value}`, en: (value: string) => `Originally: ${value}` },
  empty: { fi: '(tyhjä)', en: '(empty)' },
  merged: { fi: 'Yhdistyvät ilman ristiriitaa:', en: 'Merged without a conflict:' },
  save: { fi: 'Tallenna valinnat', en: 'Save the choices' },
  goOn: { fi: 'Jatka muokkausta', en: 'Go on editing' },
  discard: { fi: 'Hylkää omat muutokset', en: 'Discard my changes' },
});

export type ShownField<V> = { label: string; show?: (value: V) => string };

type Props<T extends Record<string, unknown>> = {
  conflict: { base: T; mine: T; theirs: T; fromDraft?: boolean };
  fields: { [K in keyof T]: ShownField<T[K]> };
  onResolve: (choices: Partial<Record<keyof T, Side>>, thenSave?: boolean) => void;
  onDiscard: () => void;
};

/** Mine, theirs and what it was before, for each field that both changed. */
export function Conflict<T extends Record<string, unknown>>({ conflict, fields, onResolve, onDiscard }: Props<T>) {
  const t = useTexts(texts);
  const [choices, setChoices] = useState<Partial<Record<keyof T, Side>>>({});
  const { base, mine, theirs, fromDraft } = conflict;
  const { conflicts, merged } = merge3(base, mine, theirs);
  const alone = differing(base, merged).filter((key) => !conflicts.includes(key));
  const show = <K extends keyof T & string>(key: K, value: T[K]) =>
    (fields[key].show ? fields[key].show(value) : String(value ?? '')) || t.empty;

  return (
    <Dialog open topmost closable={false} onClose={() => {}} title={t.title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onResolve(choices, !fromDraft);
        }}
      >
        <Stack>
          <Text c="dimmed">{t.text}</Text>
          {conflicts.map((key, index) => (
            <fieldset key={key} className={styles.field}>
              <legend>{fields[key].label}</legend>
              <Radio.Group
                aria-label={fields[key].label}
                value={choices[key] ?? null}
                onChange={(side) => setChoices({ ...choices, [key]: side as Side })}
              >
                <div className={styles.sides}>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <Radio.Card
                      key={side}
                      value={side}
                      className={styles.side}
                      data-autofocus={(index === 0 && side === 'mine') || undefined}
                    >
                      <Radio.Indicator />
                      <span>
                        <span className={styles.who}>{t[side]}</span>
                        <span className={styles.value}>{show(key, (side === 'mine' ? mine : theirs)[key])}</span>
                      </span>
                    </Radio.Card>
                  ))}
                </div>
              </Radio.Group>
              <p className="muted small">{t.base(show(key, base[key]))}</p>
            </fieldset>
          ))}
          {alone.length > 0 && (
            <p className="muted small">
              {t.merged} {alone.map((key) => `${fields[key].label}: ${show(key, merged[key])}`).join(' · ')}
            </p>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="red" onClick={onDiscard}>
              {t.discard}
            </Button>
            <Button type="submit" disabled={conflicts.some((key) => !choices[key])}>
              {fromDraft ? t.goOn : t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
