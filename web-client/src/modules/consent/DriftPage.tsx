import { client } from '@api/client';
import { Button } from '@mantine/core';
import { topicNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconArrowsDiff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './Consents.module.css';
import { moreTexts, viewNames } from './moreTexts';

/** People whom the newsletter service has closed and the register still allows: somebody looks which is right. */
export function DriftPage() {
  const t = useTexts(moreTexts);
  const views = useTexts(viewNames);
  const topics = useTexts(topicNames);
  const f = useFormat();
  const me = useMe();
  const drift = usePages(
    ['mailing-lists', 'drift'],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/mailing-list-exports/drift', { params: { query: { cursor, count } }, signal })),
    me.may('mailingLists'),
  );
  return (
    <Page title={t.drift} narrow>
      <p className="muted">{t.driftHelp}</p>
      {!me.may('mailingLists') ? (
        <NoRight />
      ) : drift.error ? (
        <ErrorState error={drift.error} onRetry={() => drift.retry()} />
      ) : drift.loading ? (
        <Loading />
      ) : drift.rows.length === 0 ? (
        <EmptyState title={t.noDrift} icon={<IconArrowsDiff stroke={1.5} aria-hidden />}>
          {t.noDriftText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {drift.rows.map((one) => (
            <li key={one.contactId} className={styles.event}>
              <Link to={`/contacts?person=${one.contactId}&tab=messaging` as string}>{one.name}</Link>
              <p>
                {named(views, one.view)} · {one.address} · {f.dateTime(one.at)}
              </p>
              <p className="muted small">
                {t.allowedHere}: {one.topics.map((topic) => named(topics, topic)).join(', ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {drift.more.has && (
        <Button variant="default" loading={drift.more.loading} onClick={() => drift.more.load()}>
          {t.more}
        </Button>
      )}
    </Page>
  );
}
