import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { StatusDot, Tag, type Tone } from '@shared/ui/Badges';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { useJob } from '@shared/useJob';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './officer.module.css';
import { actionNames, categoryNames, outcomeNames, runStates, texts, triggerNames } from './texts';

type Run = Item<'/api/v1/retention/runs'>;
const tones: Record<string, Tone> = { proposed: 'warn', approved: 'info', done: 'good', cancelled: 'quiet' };

/** Proposal with the reasons, approval, and what was done: the certificate names nobody. */
export function RetentionRuns() {
  const t = useTexts(texts);
  const show = useToast();
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: ['retention', 'runs'] });
  const [jobId, setJobId] = useState<string>();
  const job = useJob(jobId, async (ended) => {
    setJobId(undefined);
    await fresh();
    if (ended.state === 'succeeded') show.done(t.runDone);
    else show.failed({ detail: t.runFailed });
  });
  const runs = usePages(['retention', 'runs'], ({ cursor, count, signal }) =>
    unwrap(client.GET('/api/v1/retention/runs', { params: { query: { cursor, count } }, signal })),
  );

  const act = async (path: 'propose' | 'approve' | 'cancel', id = '') => {
    const params = { path: { id } };
    if (path === 'approve') {
      const { data, error } = await client.POST('/api/v1/retention/runs/{id}/approve', { params });
      if (error) return show.failed(error);
      setJobId(data?.jobId);
      return fresh();
    }
    const { error } =
      path === 'propose'
        ? await client.POST('/api/v1/retention/runs')
        : await client.POST('/api/v1/retention/runs/{id}/cancel', { params });
    if (error) return show.failed(error);
    return fresh();
  };

  if (runs.error) return <ErrorState error={runs.error} onRetry={() => runs.retry()} />;
  if (runs.loading) return <Loading />;
  return (
    <>
      <div className={styles.tools}>
        <Button onClick={() => act('propose')}>{t.newRun}</Button>
        <span className="muted" role="status">
          {job && jobId && t.running(job.done, job.total ?? 0)}
        </span>
      </div>
      {runs.rows.length === 0 ? (
        <EmptyState title={t.noRuns} />
      ) : (
        <ul className={styles.list}>
          {runs.rows.map((run) => (
            <RunItem key={run.id} run={run} onAct={act} />
          ))}
        </ul>
      )}
    </>
  );
}

function RunItem({ run, onAct }: { run: Run; onAct: (path: 'approve' | 'cancel', id: string) => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  const states = useTexts(runStates);
  const categories = useTexts(categoryNames);
  const actions = useTexts(actionNames);
  const outcomes = useTexts(outcomeNames);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2>{f.dateTime(run.proposedAt)}</h2>
        <StatusDot tone={tones[run.state] ?? 'quiet'}>{named(states, run.state)}</StatusDot>
      </div>
      <p className="muted small">{[run.proposedBy, run.approvedBy].filter(Boolean).join(' → ')}</p>
      {run.state === 'done' && <h3>{t.certificate}</h3>}
      {run.counts.length === 0 ? (
        <p>{t.noOne}</p>
      ) : (
        <ul className={styles.lines}>
          {run.counts.map((one) => (
            <li key={`${one.category} ${one.outcome}`}>
              {named(categories, one.category)}: {named(actions, one.action)} {t.people(one.people)}{' '}
              {one.outcome && <Tag>{named(outcomes, one.outcome)}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {run.state === 'proposed' && (
        <>
          <Reasons runId={run.id} />
          <Group gap="xs">
            <Button size="compact-sm" color="red.9" onClick={() => onAct('approve', run.id)}>
              {t.approveRun}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onAct('cancel', run.id)}>
              {t.cancelRun}
            </Button>
          </Group>
        </>
      )}
    </li>
  );
}

/** The first of those whom the run means, with the reason for each. */
function Reasons({ runId }: { runId: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const triggers = useTexts(triggerNames);
  const items = useQuery({
    queryKey: ['retention', 'runs', runId],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/retention/runs/{id}/items', {
          params: { path: { id: runId }, query: { limit: 50 } },
          signal,
        }),
      ),
  });
  if (!items.data) return null;
  return (
    <ul className={styles.lines}>
      {items.data.items.map((one) => (
        <li key={one.id}>
          {one.name ?? t.erasedPerson}: {t.months(one.months)} {named(triggers, one.trigger)} ({f.date(one.since)}){' '}
          {one.onHold && <Tag>{t.onHold}</Tag>}
        </li>
      ))}
    </ul>
  );
}
