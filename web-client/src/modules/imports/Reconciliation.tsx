import { api } from '@api/client';
import { Button, Table } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { ErrorState, Loading } from '@shared/ui/States';
import { IconDownload } from '@tabler/icons-react';
import styles from './imports.module.css';
import { reasonNames } from './names';
import { texts } from './texts';
import type { Import } from './useImport';

/** Every line of the file accounted for: what became of people and organisations, and why the rest was refused. */
export function Reconciliation({ it }: { it: Import }) {
  const t = useTexts(texts);
  const reasons = useTexts(reasonNames);
  const f = useFormat();
  const report = api.useQuery('get', '/api/v1/imports/{id}/report', { params: { path: { id: it.id } } });
  if (report.isPending) return <Loading lines={5} />;
  if (report.error) return <ErrorState error={report.error} onRetry={() => report.refetch()} />;
  const { data } = report;
  return (
    <section aria-label={t.reconciliation} className={styles.reconciliation}>
      <h3>{t.reconciliation}</h3>
      <p className="muted">{t.rowsIn(f.number(data.rowsIn))}</p>
      <Table withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <span className="visually-hidden">{t.reconciliation}</span>
            </Table.Th>
            <Table.Th>{t.created}</Table.Th>
            <Table.Th>{t.changedOnes}</Table.Th>
            <Table.Th>{t.matchedOnes}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(it.kind === 'contacts' ? (['people', 'organisations'] as const) : (['people'] as const)).map((part) => (
            <Table.Tr key={part}>
              <Table.Th scope="row">{t[part]}</Table.Th>
              <Table.Td>{f.number(data[part].created)}</Table.Td>
              <Table.Td>{f.number(data[part].changed)}</Table.Td>
              <Table.Td>{f.number(data[part].matched)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <h3>{t.refusedRows(f.number(data.refused))}</h3>
      {data.reasons.length > 0 && (
        <ul>
          {data.reasons.map((reason) => (
            <li key={reason.code}>
              {named(reasons, reason.code)}: <strong>{f.number(reason.rows)}</strong>
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        component="a"
        href={`/api/v1/imports/${it.id}/report.xlsx`}
        download
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t.reportFile}
      </Button>
    </section>
  );
}
