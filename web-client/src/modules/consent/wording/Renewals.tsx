import { client } from '@api/client';
import { Button } from '@mantine/core';
import styles from '@modules/consent/Consents.module.css';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { usePurposeName } from '@shared/purposes';
import { named, useTexts } from '@shared/texts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { texts } from './texts';

/** Whose consents should be asked anew, each list a step from being a target group. */
export function Renewals() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const purpose = usePurposeName();
  const renewals = useQuery({
    queryKey: ['consent-texts', 'renewals'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/consents/renewals', { signal })),
  });
  return (
    <Card title={t.renewals}>
      {renewals.error ? (
        <ErrorState error={renewals.error} onRetry={() => renewals.refetch()} />
      ) : renewals.isPending ? (
        <Loading lines={3} />
      ) : renewals.data.items.length === 0 ? (
        <p className="muted">{t.noRenewals}</p>
      ) : (
        <ul className={styles.list}>
          {renewals.data.items.map((one) => (
            <li key={`${one.field} ${one.purpose}`} className={styles.consent}>
              <div>
                <p className={styles.what}>{purpose(one.purpose)}</p>
                <p className="muted small">{named(t, one.reason)}</p>
              </div>
              <strong>{f.number(one.people)}</strong>
              {me.may('editTargetGroups') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t.toGroupOf(`${purpose(one.purpose)}, ${named(t, one.reason)}`)}
                  renderRoot={(props) => (
                    <Link
                      to={'/target-groups/new' as string}
                      search={{ start: { field: one.field, is: [one.purpose] } } as never}
                      {...props}
                    />
                  )}
                >
                  {t.toGroup}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
