import { client } from '@api/client';
import { Button, Group } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import { useAddress } from '@shared/useAddress';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconColumns, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './imports.module.css';
import { reasonNames } from './names';
import { OutcomeTabs } from './OutcomeTabs';
import { PreviewRows } from './PreviewRows';
import { texts } from './texts';
import { type Import, importKey, type Outcome, outcomes } from './useImport';

type Props = { it: Import; onStart: (jobId: string) => void; onMapping: () => void };

/** What would happen, row by row, before anything is written. */
export function Preview({ it, onStart, onMapping }: Props) {
  const t = useTexts(texts);
  const reasons = useTexts(reasonNames);
  const f = useFormat();
  const show = useToast();
  const { search, change } = useAddress<{ outcome?: Outcome; code?: string }>();
  const [starting, setStarting] = useState(false);
  const decided = useDecisions(it);
  const { counts } = it;
  const writes = counts.new + counts.changed + counts.matched + decided.taken;
  const undecided = counts.suspicious - decided.made;

  const commit = async () => {
    setStarting(true);
    const { data, error } = await client.POST('/api/v1/imports/{id}/commit', { params: { path: { id: it.id } } });
    setStarting(false);
    if (data) onStart(data.jobId);
    else show.failed(error);
  };

  return (
    <>
      <OutcomeTabs
        it={it}
        of={[undefined, ...outcomes]}
        chosen={search.outcome}
        onChoose={(outcome) => change({ outcome })}
      />
      <div className={styles.tools}>
        <ChoiceFilter
          label={t.reasons}
          value={search.code}
          onChange={(code) => change({ code })}
          options={Object.entries(reasons).map(([value]) => ({ value, label: named(reasons, value) }))}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconColumns size={16} aria-hidden />}
          onClick={onMapping}
        >
          {t.changeColumns}
        </Button>
        {counts.invalid + counts.suspicious > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            component="a"
            href={`/api/v1/imports/${it.id}/errors.xlsx`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t.errorsFile}
          </Button>
        )}
      </div>
      <PreviewRows it={it} outcome={search.outcome} code={search.code} />
      <Group className={styles.foot} justify="space-between">
        <div>
          <p>
            <strong>{writes > 0 ? t.willWrite(writes, f.number(writes)) : t.nothing}</strong>{' '}
            <span className="muted">{t.previewText}</span>
          </p>
          {undecided > 0 && <p className={styles.wait}>{t.undecided(undecided, f.number(undecided))}</p>}
        </div>
        <Button onClick={commit} loading={starting} disabled={writes === 0} size="md">
          {t.commit(writes, f.number(writes))}
        </Button>
      </Group>
    </>
  );
}

/** How many suspicious rows have been decided, and how many of them are taken in. */
function useDecisions(it: Import) {
  const suspicious = useQuery({
    queryKey: [...importKey(it.id), 'decisions'],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/imports/{id}/rows', {
          params: { path: { id: it.id }, query: { outcome: 'suspicious', limit: 200 } },
          signal,
        }),
      ),
    enabled: it.counts.suspicious > 0,
  });
  const rows = suspicious.data?.items ?? [];
  const made = rows.filter((row) => row.decision);
  return { made: made.length, taken: made.filter((row) => row.decision !== 'skip').length };
}
