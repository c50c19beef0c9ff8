import { client } from '@api/client';
import { Button } from '@mantine/core';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { named, useLanguage, useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useState } from 'react';
import styles from './Timeline.module.css';
import { kindNames, texts } from './texts';
import { timelineText } from './timelineText';

/** What has happened with the person, newest first, from every module. */
export function Timeline({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const kinds = useTexts(kindNames);
  const f = useFormat();
  const [kind, setKind] = useState<string>();
  const events = usePages(['timeline', contactId, kind], ({ cursor, signal }) =>
    unwrap(
      client.GET('/api/v1/contacts/{id}/timeline', {
        params: { path: { id: contactId }, query: { kind, cursor, limit: 50 } },
        signal,
      }),
    ),
  );

  if (events.error) return <ErrorState error={events.error} onRetry={() => events.retry()} />;
  return (
    <div>
      <div className={styles.filter}>
        <ChoiceFilter
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {events.loading ? (
        <Loading lines={8} />
      ) : events.rows.length === 0 ? (
        <p className="muted">{t.noEvents}</p>
      ) : (
        <ol className={styles.line}>
          {events.rows.map((event) => (
            <li key={event.id} className={styles.event} data-kind={event.kind}>
              <p className={styles.head}>
                <strong>{named(kinds, event.kind)}</strong>
                <span className="muted">
                  <time dateTime={event.at}>{f.dateTime(event.at)}</time>
                  {event.by && ` · ${event.by}`}
                </span>
              </p>
              <p>{timelineText(language, event.kind, event.details)}</p>
            </li>
          ))}
        </ol>
      )}
      {events.more.has && (
        <Button variant="default" size="compact-md" loading={events.more.loading} onClick={() => events.more.load()}>
          {t.older}
        </Button>
      )}
    </div>
  );
}
