import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { StatusDot, type Tone } from '@shared/ui/Badges';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { useJob } from '@shared/useJob';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bulkStates, bulkTexts } from './bulkTexts';
import styles from './MyWorkPage.module.css';
import { type Field, undo } from './useBulk';

type Operation = Item<'/api/v1/bulk-operations'>;

const undoable = 30 * 24 * 3_600_000;
const tones: Record<string, Tone> = { running: 'info', undoing: 'info', done: 'good', failed: 'bad', undone: 'quiet' };

/** What one changed many of at a time, with the way back while there is one. */
export function BulkHistory() {
  const t = useTexts(bulkTexts);
  const list = usePages(['bulk-operations'], ({ cursor, signal }) =>
    unwrap(client.GET('/api/v1/bulk-operations', { params: { query: { cursor, limit: 5 } }, signal })),
  );
  return (
    <Card title={t.mine}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => list.retry()} />
      ) : list.loading ? (
        <Loading lines={3} />
      ) : list.rows.length === 0 ? (
        <p className="muted">{t.mineNone}</p>
      ) : (
        <ul className={styles.lines}>
          {list.rows.map((one) => (
            <Line key={one.id} of={one} />
          ))}
        </ul>
      )}
      {list.more.has && (
        <Button variant="default" size="compact-md" loading={list.more.loading} onClick={() => list.more.load()}>
          {t.earlier}
        </Button>
      )}
    </Card>
  );
}

function Line({ of }: { of: Operation }) {
  const t = useTexts(bulkTexts);
  const c = useTexts(common);
  const states = useTexts(bulkStates);
  const f = useFormat();
  const show = useToast();
  const queries = useQueryClient();
  const [jobId, setJobId] = useState(['running', 'undoing'].includes(of.state) ? of.jobId : undefined);
  // A change of many may show anywhere.
  useJob(jobId, () => queries.invalidateQueries());
  const what = t[of.change.field as Field];
  const goBack = async () => {
    try {
      setJobId((await undo(of.id)).jobId);
      await queries.invalidateQueries({ queryKey: ['bulk-operations'] });
    } catch (error) {
      show.failed(error);
    }
  };
  const isOpen = of.state === 'done' && of.changed > 0 && Date.now() - Date.parse(of.at) < undoable;
  return (
    <li className={styles.change}>
      <div className={styles.words}>
        <p>
          {what}
          {of.change.name && `: ${of.change.name}`}
        </p>
        <p className="muted small">
          {t.ofMany(of.list === 'contacts', of.changed, f.number(of.changed))} · {f.dateTime(of.at)}
        </p>
        <StatusDot tone={tones[of.state] ?? 'quiet'}>{named(states, of.state)}</StatusDot>
      </div>
      {isOpen && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${c.undo}: ${what}, ${f.dateTime(of.at)}`}
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          onClick={goBack}
        >
          {c.undo}
        </Button>
      )}
    </li>
  );
}
