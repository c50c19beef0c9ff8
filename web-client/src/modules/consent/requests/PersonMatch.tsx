import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useTexts } from '@shared/texts';
import { PassiveTag, Tag } from '@shared/ui/Badges';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './requests.module.css';
import { requestTexts } from './texts';
import { type Request, useStep } from './useRequest';

/** Which person in the register asks: by the address, by the name, or nobody. */
export function PersonMatch({ request }: { request: Request }) {
  const t = useTexts(requestTexts);
  const { busy, take } = useStep(request.id);
  const isNow = request.state === 'received' || request.state === 'identified';
  const candidates = useQuery({
    queryKey: ['requests', request.id, 'candidates'],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/data-subject-requests/{id}/candidates', { params: { path: { id: request.id } }, signal }),
      ),
    enabled: isNow && !request.person,
  });
  const match = (contactId?: string) =>
    take(() =>
      client.POST('/api/v1/data-subject-requests/{id}/match', {
        params: { path: { id: request.id } },
        body: { contactId: contactId ?? null },
      }),
    );
  const { person } = request;
  return (
    <Card title={t.person}>
      {person ? (
        <div className={styles.stack}>
          <p>
            <strong>{person.name}</strong> {person.isPassive && <PassiveTag />}{' '}
            {person.isRestricted && <Tag tone="warn">{t.restricted}</Tag>}
          </p>
          {person.email && <p className="muted">{person.email}</p>}
          <div className={styles.files}>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="." search={((now: object) => ({ ...now, person: person.id })) as never} {...props} />
              )}
            >
              {t.openPerson}
            </Button>
            {isNow && (
              <Button variant="subtle" loading={busy} onClick={() => match()}>
                {t.unlink}
              </Button>
            )}
          </div>
        </div>
      ) : !isNow ? (
        <p className="muted">{request.certificateId ? t.erased : t.notMatched}</p>
      ) : candidates.isPending ? (
        <Loading lines={3} />
      ) : candidates.error ? (
        <ErrorState error={candidates.error} onRetry={() => candidates.refetch()} />
      ) : (
        <>
          <p className="muted">{candidates.data.items.length === 0 ? t.noCandidates : t.candidates}</p>
          <ul className={styles.list}>
            {candidates.data.items.map((one) => (
              <li key={one.id}>
                <span>
                  {one.name} {one.isRestricted && <Tag tone="warn">{t.restricted}</Tag>}
                  <br />
                  <span className="muted small">{one.email ?? '–'}</span>
                </span>
                <Button size="compact-sm" variant="default" loading={busy} onClick={() => match(one.id)}>
                  {t.chooseThis(one.name)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
