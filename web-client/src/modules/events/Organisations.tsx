import { client } from '@api/client';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './events.module.css';
import { texts } from './texts';

/** Which organisations are represented, the most people first. */
export function Organisations({ id }: { id: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const read = useQuery({
    queryKey: ['event', id, 'organisations'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/events/{id}/organisations', { params: { path: { id } }, signal })),
  });
  return (
    <Card title={t.organisations}>
      {read.error ? (
        <ErrorState error={read.error} onRetry={() => read.refetch()} />
      ) : !read.data ? (
        <Loading lines={3} />
      ) : read.data.items.length === 0 ? (
        <p className="muted">{t.noOrganisations}</p>
      ) : (
        <ul className={styles.plain}>
          {read.data.items.map((one) => (
            <li key={one.account?.id ?? one.name} className={styles.line}>
              {one.account ? (
                <Link to="." search={((now: object) => ({ ...now, account: one.account?.id })) as never}>
                  {one.name}
                </Link>
              ) : (
                <span>{one.name}</span>
              )}
              <span className="muted">{f.number(one.participants)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What the kitchen and the doors must know; gone a month after the event. */
export function SpecialNeeds({ id }: { id: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const read = useQuery({
    queryKey: ['event', id, 'special-needs'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/events/{id}/special-needs', { params: { path: { id } }, signal })),
  });
  const accessibility = read.data?.items.filter((one) => one.accessibility) ?? [];
  return (
    <Card title={t.needs}>
      {read.error ? (
        <ErrorState error={read.error} onRetry={() => read.refetch()} />
      ) : !read.data ? (
        <Loading lines={3} />
      ) : read.data.items.length === 0 ? (
        <p className="muted">{t.noNeeds}</p>
      ) : (
        <>
          <ul className={styles.plain}>
            {read.data.diets.map((one) => (
              <li key={one.diet} className={styles.line}>
                <span>{one.diet}</span>
                <span className="muted">{f.number(one.count)}</span>
              </li>
            ))}
            {accessibility.map((one) => (
              <li key={one.participantId}>
                {one.name}: {one.accessibility}
              </li>
            ))}
          </ul>
          <p className="muted small">{t.needsGo(f.date(read.data.eraseOn))}</p>
        </>
      )}
    </Card>
  );
}
