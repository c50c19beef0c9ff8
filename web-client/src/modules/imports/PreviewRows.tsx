import { client } from '@api/client';
import { named, useTexts } from '@shared/texts';
import { Tag, type Tone } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { OpenRow, useOpenRows } from '@shared/ui/OpenRow';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useMemo } from 'react';
import styles from './imports.module.css';
import { noteNames, outcomeNames, reasonNames } from './names';
import { RowDetail } from './RowDetail';
import { texts } from './texts';
import { type Import, importKey, isFeedback, type Outcome, ofOrganisations, type Row } from './useImport';

export const outcomeTones: Record<string, Tone> = {
  new: 'good',
  changed: 'info',
  matched: 'quiet',
  suspicious: 'warn',
  invalid: 'bad',
};

type Props = { it: Import; outcome?: Outcome; code?: string };

export function PreviewRows({ it, outcome, code }: Props) {
  const t = useTexts(texts);
  const names = useTexts(outcomeNames);
  const reasons = useTexts(reasonNames);
  const notes = useTexts(noteNames);
  const organisations = ofOrganisations(it);
  const open = useOpenRows<number>();
  const rows = usePages([...importKey(it.id), 'rows', outcome, code], ({ cursor, count, signal }) =>
    unwrap(
      client.GET('/api/v1/imports/{id}/rows', {
        params: { path: { id: it.id }, query: { outcome, code, cursor, count, limit: 100 } },
        signal,
      }),
    ),
  );
  const columns: Column<Row>[] = useMemo(
    () => [
      { id: 'row', header: t.row, min: 58, grow: 0.2, drop: 2, align: 'end', cell: (row) => row.row },
      {
        id: 'person',
        header: organisations ? t.organisation : t.person,
        min: 108,
        grow: 1.4,
        drop: 0,
        cell: (row) => (
          <span className={styles.person}>
            <strong>
              {(organisations
                ? row.values.organisation
                : [row.person.lastName, row.person.firstNames].filter(Boolean).join(' ')) ||
                (isFeedback(it) ? t.anAnswer : t.nameMissing)}
            </strong>
            <span className="muted small">
              {(organisations ? [row.values.businessId, row.values.town] : [row.person.email, row.values.organisation])
                .filter(Boolean)
                .join(' · ') || '–'}
            </span>
          </span>
        ),
      },
      {
        id: 'outcome',
        header: t.outcome,
        min: 112,
        grow: 0.5,
        drop: 0,
        cell: (row) => row.outcome && <Tag tone={outcomeTones[row.outcome]}>{named(names, row.outcome)}</Tag>,
      },
      {
        id: 'reasons',
        header: t.reasons,
        min: 260,
        grow: 2.2,
        drop: 1,
        cell: (row) => (
          <span className={styles.why}>
            {row.reasons.length > 0
              ? row.reasons.map((reason) => named(reasons, reason.code)).join(', ')
              : row.notes.length > 0
                ? row.notes.map((note) => named(notes, note.code)).join(', ')
                : ''}
          </span>
        ),
      },
      {
        id: 'open',
        header: t.showValues,
        quiet: true,
        min: 46,
        grow: 0.1,
        align: 'end',
        drop: 0,
        cell: (row, tabIndex) => (
          <OpenRow
            isOpen={open.has(row.row)}
            label={`${open.has(row.row) ? t.hideValues : t.showValues} ${row.row}`}
            tabIndex={tabIndex}
            onToggle={() => open.toggle(row.row)}
          />
        ),
      },
    ],
    [t, names, reasons, notes, organisations, open, it],
  );

  return (
    <DataTable
      label={t.stepPreview}
      columns={columns}
      rows={rows.rows}
      rowId={(row) => String(row.row)}
      total={rows.total}
      loading={rows.loading}
      stale={rows.stale}
      more={rows.more}
      onOpen={(row) => open.toggle(row.row)}
      detail={(row) =>
        open.has(row.row) || (it.state === 'ready' && ['suspicious', 'invalid'].includes(row.outcome ?? '')) ? (
          <RowDetail it={it} row={row} values={open.has(row.row)} />
        ) : null
      }
      instead={
        rows.error ? (
          <ErrorState error={rows.error} onRetry={() => rows.retry()} />
        ) : rows.loading || rows.rows.length > 0 ? undefined : (
          <EmptyState title={t.noRows} />
        )
      }
    />
  );
}
