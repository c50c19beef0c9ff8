import { client } from '@api/client';
import { Button } from '@mantine/core';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { consentStates, usePurposeName } from '@shared/purposes';
import { named, useTexts } from '@shared/texts';
import { StatusDot, type Tone } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useSourceText } from '@shared/useSourceText';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './Consents.module.css';
import { EntryActs } from './EntryActs';
import { RecordConsent } from './RecordConsent';
import { texts } from './texts';
import { WithdrawConsent } from './WithdrawConsent';

const tones: Record<string, Tone> = {
  given: 'good',
  confirmed: 'good',
  refused: 'bad',
  withdrawn: 'bad',
  expired: 'warn',
  'legacy-unproven': 'warn',
};

/** What the person has said yes and no to, and the proof of it. */
export function Consents({ contactId, isPassive }: ContactPart) {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const purpose = usePurposeName();
  const states = useTexts(consentStates);
  const source = useSourceText();
  const [withdrawing, setWithdrawing] = useState<string>();
  const [recording, setRecording] = useState(false);
  const consents = useQuery({
    queryKey: ['contact', contactId, 'consents'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/contacts/{id}/consents', { params: { path: { id: contactId } }, signal })),
  });

  if (consents.isPending) return <Loading />;
  if (consents.error) return <ErrorState error={consents.error} onRetry={() => consents.refetch()} />;
  const { standing, events } = consents.data;
  return (
    <>
      <Section
        title={t.standing}
        action={
          me.may('editConsents') &&
          !isPassive && (
            <Button variant="subtle" size="compact-sm" onClick={() => setRecording(true)}>
              {t.record}
            </Button>
          )
        }
      >
        {standing.length === 0 && <p className="muted">{t.noConsents}</p>}
        <ul className={styles.list}>
          {standing.map((consent) => (
            <li key={consent.purpose} className={styles.consent}>
              <div>
                <p className={styles.what}>{purpose(consent.purpose)}</p>
                <p className="muted small">{f.date(consent.since)}</p>
              </div>
              <StatusDot tone={tones[consent.state] ?? 'quiet'}>{named(states, consent.state)}</StatusDot>
              {me.may('editConsents') && ['given', 'confirmed', 'legacy-unproven'].includes(consent.state) && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t.withdrawOf(purpose(consent.purpose))}
                  onClick={() => setWithdrawing(consent.purpose)}
                >
                  {t.withdraw}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {events.length > 0 && (
        <Section title={t.history}>
          <ol className={styles.list}>
            {events.map((event) => (
              <li key={event.id} className={styles.event}>
                <p>
                  <strong>{purpose(event.purpose)}</strong>: {named(states, event.kind)}
                </p>
                {event.text && <blockquote className={styles.quote}>{event.text}</blockquote>}
                <p className="muted small">
                  {f.dateTime(event.at)} · {t.evidence(source(event.source))}
                  {event.fileName && ` · ${t.fileRow(event.fileName, event.row ? String(event.row) : '')}`}
                </p>
                <p className="muted small">{t.recordedBy(event.by ?? '–', f.dateTime(event.recordedAt))}</p>
                {me.may('editConsents') && (
                  <EntryActs
                    contactId={contactId}
                    event={event}
                    what={`${purpose(event.purpose)}, ${named(states, event.kind)}`}
                    fixed={isPassive || events.some((other) => other.annuls === event.id)}
                  />
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {withdrawing && (
        <WithdrawConsent contactId={contactId} purpose={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
      {recording && <RecordConsent contactId={contactId} onClose={() => setRecording(false)} />}
    </>
  );
}
