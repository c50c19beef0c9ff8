import { client } from '@api/client';
import type { Item } from '@api/types';
import { Anchor, Button, Group } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useLanguage, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { StatusDot } from '@shared/ui/Badges';
import { EmptyState } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NoteBreach } from './NoteBreach';
import { OfficerPage } from './Officer';
import styles from './officer.module.css';
import { texts } from './texts';

type Breach = Item<'/api/v1/breaches'>;

/** Breaches with the 72 hours, whom they touch, and the letters. */
export function BreachesPage() {
  const t = useTexts(texts);
  const me = useMe();
  const [noting, setNoting] = useState(false);
  const breaches = usePages(
    ['breaches'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/breaches', { params: { query: { cursor, count } }, signal })),
    me.may('officer'),
  );
  return (
    <OfficerPage
      title={t.breaches}
      actions={<Button onClick={() => setNoting(true)}>{t.noteBreach}</Button>}
      of={{ isPending: breaches.loading, error: breaches.error, refetch: breaches.retry }}
    >
      {() => (
        <>
          {breaches.rows.length === 0 ? (
            <EmptyState title={t.noBreaches}>{t.noBreachesText}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {breaches.rows.map((one) => (
                <BreachItem key={one.id} one={one} />
              ))}
            </ul>
          )}
          {noting && <NoteBreach onClose={() => setNoting(false)} />}
        </>
      )}
    </OfficerPage>
  );
}

function BreachItem({ one }: { one: Breach }) {
  const t = useTexts(texts);
  const f = useFormat();
  const { language } = useLanguage();
  const show = useToast();
  const queries = useQueryClient();
  const [affected, setAffected] = useState<{ total: number; some: string[] }>();
  const [declining, setDeclining] = useState(false);

  const edit = async (changes: object) => {
    const { error } = await client.PATCH('/api/v1/breaches/{id}', {
      params: { path: { id: one.id }, header: { 'If-Match': `"${one.version}"` } },
      body: changes as never,
    });
    if (error) throw error;
    await queries.invalidateQueries({ queryKey: ['breaches'] });
    show.done(t.saved);
  };
  const look = async () => {
    const { data, error } = await client.GET('/api/v1/breaches/{id}/affected', {
      params: { path: { id: one.id }, query: { limit: 20, count: true } },
    });
    if (!data) return show.failed(error);
    setAffected({ total: data.total ?? 0, some: data.items.map((person) => person.name ?? t.erasedPerson) });
  };
  const letter = (to: string) => `/api/v1/breaches/${one.id}/letter?to=${to}&lang=${language}&format=pdf`;

  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <h2>{one.what}</h2>
        {one.closedAt ? (
          <StatusDot tone="good">{t.closed}</StatusDot>
        ) : one.isOverdue ? (
          <StatusDot tone="bad">{t.overdue}</StatusDot>
        ) : (
          <StatusDot tone="warn">{t.open}</StatusDot>
        )}
      </div>
      <p>
        {t.noticedAt} {f.dateTime(one.noticedAt)},{' '}
        {one.reportedAt
          ? t.reportedAt(f.dateTime(one.reportedAt))
          : one.notReported
            ? `${t.notReported}: ${one.notReported}`
            : t.reportBy(f.dateTime(one.dueAt))}
      </p>
      {affected && (
        <p role="status">
          {t.affectedCount(f.number(affected.total))}
          {affected.total > 0 && `: ${affected.some.join(', ')}`}
          {affected.total > affected.some.length && ' …'}
        </p>
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={look}>
          {t.affected}
        </Button>
        <Anchor href={letter('authority')}>{t.letterAuthority}</Anchor>
        <Anchor href={letter('people')}>{t.letterPeople}</Anchor>
        {!one.reportedAt && !one.notReported && (
          <>
            <Button size="compact-sm" onClick={() => edit({ reportedAt: new Date().toISOString() }).catch(show.failed)}>
              {t.markReported}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDeclining(true)}>
              {t.notReported}
            </Button>
          </>
        )}
        {!one.closedAt && (
          <Button size="compact-sm" variant="default" onClick={() => edit({ closed: true }).catch(show.failed)}>
            {t.close}
          </Button>
        )}
      </Group>
      {declining && (
        <Ask
          title={t.notReported}
          help={one.what}
          act={t.notReported}
          reason
          onAct={(reason) => edit({ notReported: reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  );
}
