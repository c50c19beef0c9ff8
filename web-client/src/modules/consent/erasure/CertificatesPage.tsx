import { client } from '@api/client';
import { Button } from '@mantine/core';
import styles from '@modules/consent/Consents.module.css';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconEraser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { texts } from './texts';

export const tones = { clean: 'good', waiting: 'warn', found: 'bad' } as const;
export type State = keyof typeof tones;

/** Restrictions that hold, and certificates of what was erased. */
export function CertificatesPage() {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <Page title={t.title} narrow>
      {me.may('officer') ? (
        <>
          <Restrictions />
          <Certificates />
        </>
      ) : (
        <NoRight />
      )}
    </Page>
  );
}

function Restrictions() {
  const t = useTexts(texts);
  const f = useFormat();
  const list = usePages(['restrictions'], ({ cursor, count, signal }) =>
    unwrap(client.GET('/api/v1/restrictions', { params: { query: { cursor, count } }, signal })),
  );
  return (
    <Section title={t.restriction}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => list.retry()} />
      ) : list.loading ? (
        <Loading lines={2} />
      ) : list.rows.length === 0 ? (
        <p className="muted">{t.noRestrictions}</p>
      ) : (
        <ul className={styles.list}>
          {list.rows.map((one) => (
            <li key={one.id} className={styles.event}>
              <Link to={`/contacts?person=${one.contactId}&tab=privacy` as string}>{t.openPerson}</Link>
              <p>{one.reason}</p>
              <p className="muted small">
                {f.dateTime(one.at)} · {one.by}
              </p>
            </li>
          ))}
        </ul>
      )}
      <More pages={list} />
    </Section>
  );
}

function Certificates() {
  const t = useTexts(texts);
  const f = useFormat();
  const list = usePages(['erasure-certificates'], ({ cursor, count, signal }) =>
    unwrap(client.GET('/api/v1/erasure-certificates', { params: { query: { cursor, count } }, signal })),
  );
  return (
    <Section title={t.certificates}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => list.retry()} />
      ) : list.loading ? (
        <Loading />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t.noCertificates} icon={<IconEraser stroke={1.5} aria-hidden />}>
          {t.noCertificatesText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {list.rows.map((one) => (
            <li key={one.id} className={styles.event}>
              <Link to={`/erasure-certificates/${one.id}` as string}>
                {f.dateTime(one.at)}
                {one.isPartial && ` (${t.partial})`}
              </Link>
              <p>{one.reason}</p>
              <p className="muted small">
                {one.by}
                {one.openNotices > 0 && ` · ${t.openNotices(one.openNotices)}`}
              </p>
              {!one.isPartial && (
                <StatusDot tone={tones[one.verification as State]}>{t[one.verification as State]}</StatusDot>
              )}
            </li>
          ))}
        </ul>
      )}
      <More pages={list} />
    </Section>
  );
}

function More({ pages }: { pages: { more: { has: boolean; loading: boolean; load: () => unknown } } }) {
  const t = useTexts(texts);
  return pages.more.has ? (
    <Button variant="default" loading={pages.more.loading} onClick={() => pages.more.load()}>
      {t.more}
    </Button>
  ) : null;
}
