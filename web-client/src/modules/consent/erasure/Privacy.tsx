import { client } from '@api/client';
import type { Answer } from '@api/types';
import { Button } from '@mantine/core';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { named, useLanguage, useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { StatusDot } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { categories, texts } from './texts';

type Plan = Answer<'/api/v1/contacts/{id}/erasure-plan'>;

/** Restriction and erasure of a person, with what an erasure would do. */
export function Privacy({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const show = useToast();
  const go = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'restrict' | 'erase'>();
  const params = { path: { id: contactId } };
  const plan = useQuery({
    queryKey: ['contact', contactId, 'erasure-plan'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/contacts/{id}/erasure-plan', { params, signal })),
  });
  if (plan.isPending) return <Loading />;
  if (plan.error) return <ErrorState error={plan.error} onRetry={() => plan.refetch()} />;
  const { isRestricted, name, needsTwo, proposedBy } = plan.data;

  const turn = async (reason: string) => {
    const path = isRestricted ? '/api/v1/contacts/{id}/lift-restriction' : '/api/v1/contacts/{id}/restrict';
    await unwrap(client.POST(path, { params, body: { reason } }));
    show.done(isRestricted ? t.liftDone : t.restrictDone);
    await queries.invalidateQueries();
  };
  const erase = async (reason: string) => {
    const done = await unwrap(client.POST('/api/v1/contacts/{id}/erase', { params, body: { reason } }));
    if ('certificateId' in done) {
      show.done(t.erased);
      await go({ to: `/erasure-certificates/${done.certificateId}` as string });
    } else show.done(t.proposed);
    await queries.invalidateQueries();
  };

  return (
    <>
      <Section
        title={t.restriction}
        action={
          <Button variant="default" size="compact-sm" onClick={() => setAsking('restrict')}>
            {isRestricted ? t.lift : t.restrict}
          </Button>
        }
      >
        <StatusDot tone={isRestricted ? 'warn' : 'good'}>{isRestricted ? t.restricted : t.notRestricted}</StatusDot>
      </Section>
      <Section
        title={t.erasure}
        action={
          <Button color="red" variant="light" size="compact-sm" onClick={() => setAsking('erase')}>
            {t.erase}
          </Button>
        }
      >
        {needsTwo && <p className="muted">{proposedBy ? t.proposedBy(proposedBy) : t.needsTwo}</p>}
        <What plan={plan.data} />
      </Section>
      {asking === 'restrict' && (
        <Ask
          reason
          title={isRestricted ? t.lift : t.restrict}
          help={isRestricted ? t.liftHelp : t.restrictHelp}
          act={isRestricted ? t.lift : t.restrict}
          onAct={turn}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'erase' && (
        <Ask
          reason
          title={t.eraseTitle(name)}
          help={needsTwo && !proposedBy ? `${t.eraseHelp} ${t.needsTwo}` : t.eraseHelp}
          act={t.erase}
          confirm={name}
          danger
          onAct={erase}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** What goes, what stays without the person, and what a law keeps. */
function What({ plan }: { plan: Plan }) {
  const t = useTexts(texts);
  const f = useFormat();
  const names = useTexts(categories);
  const { language } = useLanguage();
  const of = (action: string) => plan.items.filter((item) => item.action === action);
  const list = (items: Plan['items']) => (
    <ul>
      {items.map((item) => (
        <li key={`${item.module}/${item.category}`}>
          {item.fields.map((field) => field[language]).join(', ') || named(names, item.category)}{' '}
          <span className="muted small">({t.rows(item.items)})</span>
          {item.law && (
            <div className="small">
              {language === 'fi' ? item.law : item.lawEn}
              {item.until && `, ${t.until(f.date(item.until))}`}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <Facts
      facts={[
        [t.goes, of('erase').length > 0 && list(of('erase'))],
        [t.shared, of('anonymise').length > 0 && list(of('anonymise'))],
        [t.stays, of('keep').length > 0 ? list(of('keep')) : t.nothing],
        [t.recipients, plan.recipients.join(', ')],
      ]}
    />
  );
}
