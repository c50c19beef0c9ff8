import { client } from '@api/client';
import { Button } from '@mantine/core';
import { Exclusions } from '@modules/consent/Exclusions';
import lists from '@modules/consent/lists.module.css';
import { listTexts } from '@modules/consent/listTexts';
import { moreTexts } from '@modules/consent/moreTexts';
import { OfficerPage } from '@modules/consent/officer/Officer';
import { channelNames, topicNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Facts } from '@shared/ui/Facts';
import { Card } from '@shared/ui/Page';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { recipientName } from './DisclosuresPage';
import styles from './disclosures.module.css';
import { columnNames, texts } from './texts';

/** One disclosure whole: why, to whom, which fields, the files with their hashes, and whose data. */
export function DisclosurePage() {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  const m = useTexts(moreTexts);
  const f = useFormat();
  const topics = useTexts(topicNames);
  const channels = useTexts(channelNames);
  const columns = useTexts(columnNames);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useQuery({
    queryKey: ['disclosures', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/disclosures/{id}', { params: { path: { id } }, signal })),
  });
  const it = read.data;
  return (
    <OfficerPage title={it?.name ?? t.title} note={it && `${it.by} · ${f.dateTime(it.at)}`} of={read}>
      {() =>
        it && (
          <>
            <div className={lists.result}>
              <Card title={l.details}>
                <Facts
                  facts={[
                    [l.purpose, it.purpose],
                    [l.recipient, recipientName(it.recipient)],
                    [t.region, it.region],
                    [m.kind, it.kind === 'service' ? m.service : m.marketing],
                    [l.topic, named(topics, it.topic)],
                    [l.channel, named(channels, it.channel)],
                    [
                      l.unit,
                      it.unit === 'rector' ? l.rector : it.unit === 'communications' ? l.communications : it.unit,
                    ],
                    [m.group, it.targetGroup?.name],
                    [t.fields, it.fields.map((field) => named(columns, field)).join(', ')],
                  ]}
                />
              </Card>
              <Card title={t.files}>
                {it.files.length === 0 && <p className="muted">{t.noFiles}</p>}
                <ul className={styles.list}>
                  {it.files.map((file) => (
                    <li key={`${file.at}${file.sha256}`}>
                      <p>{f.dateTime(file.at)}</p>
                      <p className="muted small">{t.file(f.number(file.rows), file.by)}</p>
                      <p className="muted small">{t.hash}</p>
                      <code className={styles.hash}>{file.sha256}</code>
                    </li>
                  ))}
                </ul>
              </Card>
              <Card>
                <Exclusions excluded={it.excluded} done />
              </Card>
            </div>
            <Card title={`${t.people} (${f.number(it.people)})`}>
              <People id={id} />
            </Card>
          </>
        )
      }
    </OfficerPage>
  );
}

function People({ id }: { id: string }) {
  const t = useTexts(texts);
  const people = usePages(['disclosures', id, 'contacts'], ({ cursor, signal }) =>
    unwrap(
      client.GET('/api/v1/disclosures/{id}/contacts', {
        params: { path: { id }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  if (people.error) return <ErrorState error={people.error} onRetry={() => people.retry()} />;
  if (people.loading) return <Loading lines={4} />;
  return (
    <>
      <ul className={styles.people}>
        {people.rows.map((one) => (
          <li key={one.contactId}>
            {one.name ? (
              <Link to={`/contacts?person=${one.contactId}` as string}>{one.name}</Link>
            ) : (
              <span className="muted">{t.erased}</span>
            )}
          </li>
        ))}
      </ul>
      {people.more.has && (
        <Button variant="default" loading={people.more.loading} onClick={() => people.more.load()}>
          {t.more}
        </Button>
      )}
    </>
  );
}
