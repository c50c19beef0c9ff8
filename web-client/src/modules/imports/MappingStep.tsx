import { client } from '@api/client';
import { problemOf } from '@api/problem';
import { Alert, Button, Group, Select } from '@mantine/core';
import { useLanguage, useTexts } from '@shared/texts';
import { Tag } from '@shared/ui/Badges';
import { useProblemText } from '@shared/useProblemText';
import { useState } from 'react';
import styles from './imports.module.css';
import { texts } from './texts';
import type { Import } from './useImport';

type Props = { it: Import; onDone: () => Promise<void>; onBack?: () => void };

/** What each column is: suggestions first, samples beside them, anything may be left out. */
export function MappingStep({ it, onDone, onBack }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const say = useProblemText();
  const [chosen, setChosen] = useState(
    () => new Map(it.mapping.map(({ column, field }) => [column.index, field ?? null])),
  );
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const fields = it.fields.map((field) => ({ value: field.field, label: field[language] }));

  const save = async () => {
    setSaving(true);
    setProblem(undefined);
    const { error } = await client.PUT('/api/v1/imports/{id}/mapping', {
      params: { path: { id: it.id } },
      body: { columns: [...chosen].map(([index, field]) => ({ index, field })) },
    });
    setSaving(false);
    if (error) {
      const faults = Object.values(problemOf(error).errors ?? {}).flat();
      return setProblem(faults.length > 0 ? faults.join(' ') : say(error));
    }
    await onDone();
  };

  const used = [...chosen.values()].filter(Boolean).length;
  return (
    <>
      <div>
        <h2 className={styles.subtitle}>{t.mapTitle}</h2>
        <p className="muted">{t.mapText}</p>
      </div>
      {problem && (
        <Alert color="red" role="alert" classNames={{ message: styles.alert }}>
          {problem}
        </Alert>
      )}
      <div className={styles.mapping}>
        <div className={styles.mapHead} aria-hidden>
          <span>{t.column}</span>
          <span>{t.samples}</span>
          <span>{t.field}</span>
        </div>
        {it.mapping.map(({ column, field, confidence, samples, remembered }) => {
          const heading = column.heading || t.noHeading(column.index + 1);
          const value = chosen.get(column.index) ?? null;
          return (
            <div key={column.index} className={styles.mapRow} data-off={value === null || undefined}>
              <span className={styles.heading} title={heading}>
                {heading}
              </span>
              <span className={styles.samples} title={(samples ?? []).join(' · ')}>
                {(samples ?? []).filter(Boolean).join(' · ') || '–'}
              </span>
              <span className={styles.pick}>
                <Select
                  aria-label={t.fieldFor(heading)}
                  data={fields}
                  value={value}
                  placeholder={t.skipColumn}
                  searchable
                  clearable
                  clearButtonProps={{ 'aria-label': t.skipColumn }}
                  onChange={(next) => setChosen(new Map(chosen).set(column.index, next))}
                />
                {value !== null && value === field && (
                  <Tag tone={confidence >= 0.9 || remembered ? 'good' : 'warn'}>
                    {remembered ? t.remembered : confidence >= 0.9 ? t.sure : t.guess}
                  </Tag>
                )}
              </span>
            </div>
          );
        })}
      </div>
      <Group className={styles.foot} justify="space-between">
        <span className="muted">{t.mapped(used, it.mapping.length)}</span>
        <Group gap={8}>
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {t.backToPreview}
            </Button>
          )}
          <Button onClick={save} loading={saving} disabled={used === 0}>
            {t.toPreview}
          </Button>
        </Group>
      </Group>
    </>
  );
}
