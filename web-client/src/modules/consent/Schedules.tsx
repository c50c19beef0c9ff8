import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Card } from '@shared/ui/Page';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import styles from './Consents.module.css';
import { moreTexts } from './moreTexts';

/** Lists that come anew each month; those that wait stand first. Nothing is shown where there are none. */
export function Schedules() {
  const t = useTexts(moreTexts);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const show = useToast();
  const queries = useQueryClient();
  const schedules = useQuery({
    queryKey: ['mailing-lists', 'schedules'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/mailing-list-schedules', { signal })),
  });
  if (!schedules.data?.items.length) return null;
  const take = async (id: string) => {
    const { data, error } = await client.POST('/api/v1/mailing-list-schedules/{id}/take', { params: { path: { id } } });
    if (!data) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['mailing-lists'] });
    await go({ to: `/mailing-lists/${data.id}` as string });
  };
  const end = async (id: string) => {
    const { error } = await client.DELETE('/api/v1/mailing-list-schedules/{id}', { params: { path: { id } } });
    if (error) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['mailing-lists', 'schedules'] });
    show.done(t.ended);
  };
  return (
    <Card title={t.schedules}>
      <ul className={styles.list}>
        {schedules.data.items.map((one) => (
          <li key={one.id} className={styles.block}>
            <div>
              <p className={styles.what}>{one.name}</p>
              {one.waitingSince ? (
                <StatusDot tone="warn">{t.waiting(f.date(one.waitingSince))}</StatusDot>
              ) : (
                <p className="muted small">{t.next(f.date(one.nextOn))}</p>
              )}
            </div>
            {me.may('makeMailingLists') && (
              <div>
                {one.waitingSince && (
                  <Button size="compact-sm" aria-label={t.takeOf(one.name)} onClick={() => take(one.id)}>
                    {t.take}
                  </Button>
                )}{' '}
                <Button variant="default" size="compact-sm" aria-label={t.endOf(one.name)} onClick={() => end(one.id)}>
                  {t.end}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
