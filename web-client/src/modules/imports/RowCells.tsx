import { client } from '@api/client';
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { common } from '@shared/common';
import { named, useLanguage, useTexts } from '@shared/texts';
import { useProblemText } from '@shared/useProblemText';
import { useToast } from '@shared/useToast';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './imports.module.css';
import { choiceNames, outcomeNames, reasonNames } from './names';
import { texts } from './texts';
import { type Import, type Row, useFreshImport } from './useImport';

type Column = Import['mapping'][number];

/** A consent is what the person said, in the file that proves it. */
const isConsent = (column: Column) => column.field?.startsWith('consent.') ?? false;
const faultsOf = (row: Row, column: Column) => row.reasons.filter((one) => one.column === column.column.heading);

/** The columns whose cells are shown to be mended: those with a fault, or all that are imported. */
export const cellsOf = (it: Import, row: Row, all: boolean) =>
  it.mapping.filter((column) => (all && column.field) || (faultsOf(row, column).length > 0 && !isConsent(column)));

/** The cells of a row as the file has them; one is mended where it stands, and the row judged anew. */
export function RowCells({ it, row, all }: { it: Import; row: Row; all: boolean }) {
  return (
    <ul className={styles.cells}>
      {cellsOf(it, row, all).map((column) => (
        <Cell key={column.column.index} it={it} row={row} column={column} />
      ))}
    </ul>
  );
}

function Cell({ it, row, column }: { it: Import; row: Row; column: Column }) {
  const t = useTexts(texts);
  const reasons = useTexts(reasonNames);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const { index, heading } = column.column;
  const field = it.fields.find((one) => one.field === column.field);
  const name = field?.[language] ?? (heading.trim() || t.noHeading(index + 1));
  const value = row.cells[index] ?? '';
  const original = row.original ? (row.original[index] ?? '') : value;
  const faults = faultsOf(row, column);
  const faultId = `fault-${row.row}-${index}`;

  // Enter opened the field: closing it gives the place back.
  useEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  return (
    <li data-fault={faults.length > 0 || undefined}>
      <span className={styles.cellName}>{name}</span>
      {editing ? (
        <CellForm
          it={it}
          row={row}
          index={index}
          name={name}
          value={value}
          choices={field?.choices ?? undefined}
          describedBy={faults.length > 0 ? faultId : undefined}
          onClose={() => setEditing(false)}
        />
      ) : isConsent(column) ? (
        <span className={styles.cellText}>{value || '–'}</span>
      ) : (
        <button
          ref={opener}
          type="button"
          className={styles.cell}
          aria-label={t.mend(name, value)}
          aria-describedby={faults.length > 0 ? faultId : undefined}
          onClick={() => setEditing(true)}
        >
          <span>{value || '–'}</span>
          <IconPencil size={15} aria-hidden />
        </button>
      )}
      {faults.length > 0 && (
        <span id={faultId} className={styles.cellFault}>
          {faults.map((fault) => named(reasons, fault.code)).join(', ')}
        </span>
      )}
      {original !== value && <span className="muted small">{t.wasInFile(original || '–')}</span>}
    </li>
  );
}

type FormProps = {
  it: Import;
  row: Row;
  index: number;
  name: string;
  value: string;
  choices?: string[];
  describedBy?: string;
  onClose: () => void;
};

function CellForm({ it, row, index, name, value, choices, describedBy, onClose }: FormProps) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const names = useTexts(outcomeNames);
  const options = useTexts(choiceNames);
  const show = useToast();
  const say = useProblemText();
  const fresh = useFreshImport(it.id);
  const [typed, setTyped] = useState(value);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === value) return onClose();
    setBusy(true);
    const { data, error } = await client.PATCH('/api/v1/imports/{id}/rows/{row}', {
      params: { path: { id: it.id, row: row.row as never } },
      body: { cells: { [index]: typed } },
    });
    setBusy(false);
    if (!data) return setProblem(say(error));
    onClose();
    show.done(t.mended(row.row, data.outcome ? named(names, data.outcome) : ''));
    await fresh.rows();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  const shared = { 'aria-label': name, 'aria-describedby': describedBy, error: problem, size: 'xs' };

  return (
    <form className={styles.cellForm} onSubmit={save} onKeyDown={onKeyDown}>
      {choices ? (
        <NativeSelect
          {...shared}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data={[...new Set([value, '', ...choices])].map((choice) => ({
            value: choice,
            label: choice ? named(options, choice) : t.emptyCell,
          }))}
        />
      ) : (
        <TextInput
          {...shared}
          autoFocus
          value={typed}
          maxLength={32767}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ActionIcon type="submit" aria-label={c.save} loading={busy}>
        <IconCheck size={17} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={c.cancel} onClick={onClose}>
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </form>
  );
}
