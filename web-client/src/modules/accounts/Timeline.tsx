import { client } from '@api/client';
import { Button } from '@mantine/core';
import type { ContactPart } from '@shared/contactTab';
import { listName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useState } from 'react';
import { ActivityComposer } from './ActivityComposer';
import { ActivityEvent } from './ActivityEvent';
import { activityKinds } from './activityTexts';
import type { Linked } from './activityValues';
import styles from './Timeline.module.css';
import { kindNames, texts } from './texts';
import { timelineText } from './timelineText';
import { useContact } from './useContact';

type Props = {
  of: { contactId: string } | { accountId: string };
  isPassive?: boolean;
  /** Who and what a new activity is with, to begin from. */
  contacts?: Linked[];
  accounts?: Linked[];
};

const ofPeople = [
  'alumni-request',
  'mentoring',
  'expert-assignment',
  'role',
  'consent',
  'preference',
  'block',
  'disclosure',
  'import',
];

/** What has happened with a person or an organisation, newest first, from every module; new activities are written above it. */
export function Timeline({ of, isPassive, contacts, accounts }: Props) {
  const t = useTexts(texts);
  const me = useMe();
  const { language } = useLanguage();
  const kinds = useTexts(kindNames);
  const f = useFormat();
  const [kind, setKind] = useState<string>();
  const id = 'contactId' in of ? of.contactId : of.accountId;
  const events = usePages(['timeline', id, kind], ({ cursor, signal }) => {
    const params = { path: { id }, query: { kind, cursor, limit: 50 } };
    return 'contactId' in of
      ? unwrap(client.GET('/api/v1/contacts/{id}/timeline', { params, signal }))
      : unwrap(client.GET('/api/v1/accounts/{id}/timeline', { params, signal }));
  });

  return (
    <div>
      {me.may('writeActivities') && !isPassive && (
        <ActivityComposer key={id} about={id} contacts={contacts} accounts={accounts} />
      )}
      <div className={styles.filter}>
        <ChoiceFilter
          label={t.kind}
          value={kind}
          onChange={setKind}
          options={Object.entries(kinds)
            .filter(([value]) => 'contactId' in of || !ofPeople.includes(value))
            .map(([value, label]) => ({ value, label }))}
        />
      </div>
      {events.error ? (
        <ErrorState error={events.error} onRetry={() => events.retry()} />
      ) : events.loading ? (
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
                  <time dateTime={event.at}>
                    {['affiliation', 'need', 'alumni-request', 'mentoring', 'expert-assignment'].includes(event.kind)
                      ? f.date(event.at)
                      : f.dateTime(event.at)}
                  </time>
                  {event.by && ` · ${event.by}`}
                </span>
              </p>
              {event.kind in activityKinds.fi ? (
                <ActivityEvent details={event.details} about={id} isTask={event.kind === 'task'} />
              ) : (
                <p className={styles.text}>{timelineText(language, event.kind, event.details)}</p>
              )}
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

/** A person's timeline; what is written there is about the person and the present organisation. */
export function ContactTimeline({ contactId, isPassive }: ContactPart) {
  const contact = useContact(contactId).data?.value;
  if (!contact) return <Loading lines={8} />;
  const employer = contact.affiliations?.find((place) => place.isPrimary && !place.validTo)?.account;
  return (
    <Timeline
      of={{ contactId }}
      isPassive={isPassive}
      contacts={[{ id: contactId, name: listName(contact) }]}
      accounts={employer && !employer.isPassive ? [{ id: employer.id, name: employer.name }] : []}
    />
  );
}
