import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { StatusDot, Tag } from '@shared/ui/Badges';
import { EmptyState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OfficerPage } from './Officer';
import styles from './officer.module.css';
import { causeNames, texts } from './texts';
import { usePurposeNames } from './usePurposes';

type Task = Item<'/api/v1/erasure-queue'>;
const states = ['open', 'kept', 'done', 'returned'] as const;

/** What lost its only purpose: erase it, or keep it with a reason. */
export function ErasureQueuePage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const queries = useQueryClient();
  const causes = useTexts(causeNames);
  const purpose = usePurposeNames();
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [asked, setAsked] = useState<{ task: Task; act: 'erase' | 'keep' }>();
  const queue = usePages(
    ['erasure-queue', state],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/erasure-queue', { params: { query: { state, cursor, count } }, signal })),
    me.may('officer'),
  );

  const decide = async (task: Task, act: 'erase' | 'keep', reason: string) => {
    const params = { path: { id: task.id } };
    const { error } =
      act === 'erase'
        ? await client.POST('/api/v1/erasure-queue/{id}/erase', { params })
        : await client.POST('/api/v1/erasure-queue/{id}/keep', { params, body: { reason } });
    if (error) throw error;
    await queries.invalidateQueries({ queryKey: ['erasure-queue'] });
    show.done(act === 'erase' ? t.erased : t.keptNow);
  };

  return (
    <OfficerPage
      title={t.queue}
      note={t.queueNote}
      of={{ isPending: queue.loading, error: queue.error, refetch: queue.retry }}
    >
      {() => (
        <>
          <div className={styles.tools}>
            <SegmentedControl
              aria-label={t.state}
              value={state}
              onChange={(value) => setState(value as typeof state)}
              data={states.map((value) => ({ value, label: t[value] }))}
            />
          </div>
          {queue.rows.length === 0 ? (
            <EmptyState title={t.emptyQueue}>{t.emptyQueueText}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {queue.rows.map((task) => (
                <li key={task.id} className={styles.item}>
                  <div className={styles.head}>
                    <h2>
                      {task.name ? (
                        <Link to="." search={((now: object) => ({ ...now, person: task.contactId })) as never}>
                          {task.name}
                        </Link>
                      ) : (
                        t.erasedPerson
                      )}
                    </h2>
                    {task.isOverdue ? (
                      <StatusDot tone="bad">{t.overdue}</StatusDot>
                    ) : (
                      task.onHold && <StatusDot tone="warn">{t.onHold}</StatusDot>
                    )}
                  </div>
                  <p>
                    {purpose(task.purpose)}: {named(causes, task.cause)} {f.date(task.lostAt)}
                    {task.state === 'open' && `, ${t.due(f.date(task.dueOn))}`}
                  </p>
                  {task.reason && <p className="muted">{task.reason}</p>}
                  {task.decidedBy && (
                    <p className="muted small">
                      {task.decidedBy} {f.dateTime(task.decidedAt)}
                    </p>
                  )}
                  {task.isAll && <p>{t.goesAll}</p>}
                  <Goes task={task} />
                  {task.state === 'open' && (
                    <Group gap="xs">
                      <Button
                        size="compact-sm"
                        color="red.9"
                        disabled={task.onHold}
                        aria-label={t.eraseOf(task.name ?? t.erasedPerson)}
                        onClick={() => setAsked({ task, act: 'erase' })}
                      >
                        {t.erase}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t.keepOf(task.name ?? t.erasedPerson)}
                        onClick={() => setAsked({ task, act: 'keep' })}
                      >
                        {t.keep}
                      </Button>
                    </Group>
                  )}
                </li>
              ))}
            </ul>
          )}
          {queue.more.has && (
            <Button variant="default" mt="md" loading={queue.more.loading} onClick={() => queue.more.load()}>
              …
            </Button>
          )}
          {asked && (
            <Ask
              title={(asked.act === 'erase' ? t.eraseOf : t.keepOf)(asked.task.name ?? t.erasedPerson)}
              help={asked.act === 'erase' ? t.eraseHelp : t.keepHelp}
              act={asked.act === 'erase' ? t.erase : t.keep}
              reason={asked.act === 'keep'}
              danger={asked.act === 'erase'}
              onAct={(reason) => decide(asked.task, asked.act, reason)}
              onClose={() => setAsked(undefined)}
            />
          )}
        </>
      )}
    </OfficerPage>
  );
}

/** Fields by kind of rows. */
function Goes({ task }: { task: Task }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (task.goes.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label={t.goes}>
      {task.goes.map((part) => (
        <li key={part.category}>
          <Tag>{t.rows(part.rows)}</Tag> {part.fields.map((field) => field[language]).join(', ')}
        </li>
      ))}
    </ul>
  );
}
