import { api } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import styles from './ContactsToConfirm.module.css';
import { confirmTexts } from './confirmTexts';
import { toConfirm, useConfirm } from './useConfirm';

/** People in one's care whose data nobody has touched for a year. */
export function ContactsToConfirm({ most, action }: { most: number; action?: ReactNode }) {
  const t = useTexts(confirmTexts);
  const f = useFormat();
  const list = api.useQuery('get', toConfirm, { params: { query: { limit: most, count: true } } });
  const people = list.data?.items ?? [];
  const rest = (list.data?.total ?? 0) - people.length;
  return (
    <Card title={t.title} action={action}>
      {list.isPending ? (
        <Loading lines={4} />
      ) : list.error ? (
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      ) : people.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <p className="muted small">{t.help}</p>
          <ul className={styles.lines}>
            {people.map((one) => (
              <li key={one.id}>
                <Link to={'/contacts' as string} search={{ person: one.id } as never} className={styles.person}>
                  <span>
                    {one.lastName} {one.calledName ?? one.firstNames}
                  </span>
                  <span className="muted small">
                    {[one.employer, t.untouched(f.date(one.updatedAt))].filter(Boolean).join(' · ')}
                  </span>
                </Link>
                <Confirm id={one.id} name={`${one.calledName ?? one.firstNames} ${one.lastName}`} />
              </li>
            ))}
          </ul>
          {rest > 0 && <p className="muted small">{t.more(f.number(rest))}</p>}
        </>
      )}
    </Card>
  );
}

export function Confirm({ id, name }: { id: string; name: string }) {
  const t = useTexts(confirmTexts);
  const confirm = useConfirm();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      aria-label={t.confirmOf(name)}
      onClick={async () => {
        setBusy(true);
        await confirm(id, name);
        setBusy(false);
      }}
    >
      {t.confirm}
    </Button>
  );
}
