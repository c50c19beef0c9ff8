import { client } from '@api/client';
import { ActionIcon, Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './alumni.module.css';
import { cooperationTexts, mentoringStates, requestStates } from './cooperationTexts';
import { LoadNotice } from './LoadNotice';
import { type Mentoring, MentoringForm } from './MentoringForm';
import { type Request, RequestForm } from './RequestForm';
import { useForms } from './useForms';

type Props = { contactId: string; name: string; mayEdit: boolean };

/** What the alumnus has been asked for and mentors in, with a word about how much that is. */
export function AlumnusCooperation({ contactId, name, mayEdit }: Props) {
  const t = useTexts(cooperationTexts);
  const states = useTexts(requestStates);
  const pairStates = useTexts(mentoringStates);
  const f = useFormat();
  const forms = useForms();
  const [request, setRequest] = useState<{ of?: Request }>();
  const [mentoring, setMentoring] = useState<{ of?: Mentoring }>();
  const asked = useQuery({
    queryKey: ['alumni-requests', contactId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/alumni/{contactId}/requests', { params: { path: { contactId } }, signal })),
  });
  const pairs = useQuery({
    queryKey: ['alumni-mentorings', contactId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/alumni/mentorings', { params: { query: { contactId, limit: 100 } }, signal })),
  });
  const add = (label: string, onClick: () => void) =>
    mayEdit && (
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={onClick}>
        {label}
      </Button>
    );
  const edit = (label: string, onClick: () => void) =>
    mayEdit && (
      <ActionIcon size="sm" aria-label={label} onClick={onClick}>
        <IconPencil size={16} />
      </ActionIcon>
    );

  if (asked.error) return <ErrorState error={asked.error} onRetry={() => asked.refetch()} />;
  if (pairs.error) return <ErrorState error={pairs.error} onRetry={() => pairs.refetch()} />;
  if (asked.isPending || pairs.isPending) return <Loading lines={4} />;
  return (
    <>
      <LoadNotice load={asked.data.load} />
      <Section title={t.requests} action={add(t.record, () => setRequest({}))}>
        {asked.data.items.length === 0 && <p className="muted">{t.noRequests}</p>}
        <ul className={styles.items}>
          {asked.data.items.map((one) => (
            <li key={one.id} className={styles.row}>
              <div>
                {one.topic}{' '}
                <StatusDot tone={one.state === 'asked' ? 'warn' : one.state === 'done' ? 'good' : 'quiet'}>
                  {named(states, one.state)}
                </StatusDot>
                <div className="muted small">
                  {[
                    forms.name(one.form),
                    one.course,
                    one.heldOn && f.date(one.heldOn),
                    `${t.askedOn} ${f.date(one.askedOn)}`,
                    one.askedBy,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {one.outcome && <div className="small">{one.outcome}</div>}
              </div>
              {edit(t.editRequestOf(one.topic), () => setRequest({ of: one }))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.mentoring} action={add(t.addMentoring, () => setMentoring({}))}>
        {pairs.data.items.length === 0 && <p className="muted">{t.noMentoring}</p>}
        <ul className={styles.items}>
          {pairs.data.items.map((pair) => (
            <li key={pair.id} className={styles.row}>
              <div>
                {pair.topic}{' '}
                <StatusDot tone={pair.state === 'active' ? 'good' : pair.state === 'planned' ? 'warn' : 'quiet'}>
                  {named(pairStates, pair.state)}
                </StatusDot>
                <div className="muted small">
                  {[pair.mentee, `${f.date(pair.startsOn)} – ${pair.endsOn ? f.date(pair.endsOn) : ''}`, pair.note]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              {edit(t.editMentoringOf(pair.topic), () => setMentoring({ of: pair }))}
            </li>
          ))}
        </ul>
      </Section>
      {request && (
        <RequestForm
          contactId={contactId}
          name={name}
          request={request.of}
          load={request.of ? undefined : asked.data.load}
          onClose={() => setRequest(undefined)}
        />
      )}
      {mentoring && (
        <MentoringForm
          contactId={contactId}
          name={name}
          mentoring={mentoring.of}
          onClose={() => setMentoring(undefined)}
        />
      )}
    </>
  );
}
