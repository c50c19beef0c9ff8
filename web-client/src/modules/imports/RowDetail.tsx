import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { useState } from 'react';
import styles from './imports.module.css';
import { noteNames, reasonNames } from './names';
import { cellsOf, RowCells } from './RowCells';
import { texts } from './texts';
import { type Import, isFeedback, type Row, rightOf, useFreshImport } from './useImport';

type Props = { it: Import; row: Row; values: boolean };

/** Why a row is as it is, what it says, what to mend in it, and what to do with it when that is not clear. */
export function RowDetail({ it, row, values }: Props) {
  const me = useMe();
  const { language } = useLanguage();
  const reasons = useTexts(reasonNames);
  const notes = useTexts(noteNames);
  const open = it.state === 'ready' && me.may(rightOf(it));
  const fieldName = (field: string) => it.fields.find((one) => one.field === field)?.[language] ?? field;
  return (
    <div className={styles.detail}>
      {row.outcome === 'suspicious' && open && <Decision it={it} row={row} />}
      {open && cellsOf(it, row, values).length > 0 && <RowCells it={it} row={row} all={values} />}
      {values && (
        <>
          {[...row.reasons, ...row.notes].length > 0 && (
            <ul className={styles.faults}>
              {row.reasons.map((reason, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one column can have the same fault twice
                <li key={`r${index}`}>
                  <strong>{named(reasons, reason.code)}</strong>
                  {reason.column && `: ${reason.column}`} <span className="muted">{reason.message}</span>
                </li>
              ))}
              {row.notes.map((note, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one column can have the same note twice
                <li key={`n${index}`}>
                  {named(notes, note.code)}
                  {note.column && `: ${note.column}`} <span className="muted">{note.message}</span>
                </li>
              ))}
            </ul>
          )}
          {(!open || isFeedback(it)) && (
            <dl className={styles.values}>
              {Object.entries(row.values).map(([field, value]) => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd>{value || '–'}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </div>
  );
}

type Candidate = NonNullable<Row['candidates']>[number];
const idOf = (candidate: Candidate) => candidate.contactId ?? candidate.accountId ?? '';

function Decision({ it, row }: { it: Import; row: Row }) {
  const t = useTexts(texts);
  const show = useToast();
  const fresh = useFreshImport(it.id);
  const [sending, setSending] = useState<string>();
  const candidates = row.candidates ?? [];
  const held = row.reasons.some((reason) =>
    ['held-for-officer', 'previously-erased', 'restricted', 'passive'].includes(reason.code),
  );

  const decide = async (decision: 'accept' | 'skip' | 'merge', target?: Candidate) => {
    setSending(decision + (target ? idOf(target) : ''));
    const { error } = await client.PATCH('/api/v1/imports/{id}/rows/{row}', {
      params: { path: { id: it.id, row: row.row as never } },
      body: { decision, contactId: target?.contactId, accountId: target?.accountId },
    });
    if (error) show.failed(error);
    else await fresh.rows();
    setSending(undefined);
  };

  return (
    <fieldset className={styles.decision} aria-label={t.decideRow(row.row)}>
      {candidates.map((candidate) => (
        <Button
          key={idOf(candidate)}
          size="compact-sm"
          variant={row.decision === 'merge' ? 'filled' : 'default'}
          aria-pressed={row.decision === 'merge'}
          loading={sending === `merge${idOf(candidate)}`}
          onClick={() => decide('merge', candidate)}
        >
          {t.merge(candidate.name)}
        </Button>
      ))}
      {!held && (
        <Button
          size="compact-sm"
          variant={row.decision === 'accept' ? 'filled' : 'default'}
          aria-pressed={row.decision === 'accept'}
          loading={sending === 'accept'}
          onClick={() => decide('accept')}
        >
          {candidates.length > 0 ? t.accept : t.acceptPlain}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant={row.decision === 'skip' ? 'filled' : 'default'}
        color={row.decision === 'skip' ? 'gray' : undefined}
        aria-pressed={row.decision === 'skip'}
        loading={sending === 'skip'}
        onClick={() => decide('skip')}
      >
        {t.skip}
      </Button>
    </fieldset>
  );
}
