import { client } from '@api/client';
import { problemOf } from '@api/problem';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import type { ContactPart } from '@shared/contactTab';
import { listName, useFormat, zoned } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { Ask } from '@shared/ui/Ask';
import { StatusDot, Tag } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useSourceText } from '@shared/useSourceText';
import { useToast } from '@shared/useToast';
import { IconPencil, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { Assignments } from './Assignments';
import { EditExpert } from './EditExpert';
import { ExpertFiles } from './ExpertFiles';
import styles from './experts.module.css';
import { OnShortlists } from './OnShortlists';
import { texts } from './texts';
import { useCodes, useLanguageNames } from './useCodes';
import { type Expert, useExpert, useFreshExperts } from './useExpert';

/** What the expert told, the consent, files, assignments and shortlists. */
export function ExpertFacts({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const source = useSourceText();
  const [editing, setEditing] = useState(false);
  const loaded = useExpert(contactId);
  const codes = { tags: useCodes('competences'), fields: useCodes('expert-fields'), forms: useCodes('expert-forms') };
  const languageOf = useLanguageNames();

  if (loaded.isPending) return <Loading lines={6} />;
  if (loaded.error)
    return problemOf(loaded.error).status === 404 ? (
      <EmptyState title={t.notInPool}>{t.notInPoolText}</EmptyState>
    ) : (
      <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
    );
  const { value: expert, tag } = loaded.data;
  const may = me.may('editExperts') && !expert.isPassive;
  const listed = (of: string[], name: (code: string) => string) =>
    of.length > 0 && (
      <ul className={styles.list}>
        {of.map((code) => (
          <li key={code}>
            <Tag>{name(code)}</Tag>
          </li>
        ))}
      </ul>
    );
  return (
    <div className={styles.sections}>
      <Section
        title={t.expert}
        action={
          may && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={15} aria-hidden />}
              aria-label={t.editExpert}
              onClick={() => setEditing(true)}
            >
              {c.edit}
            </Button>
          )
        }
      >
        {expert.competence && <p className={styles.text}>{expert.competence}</p>}
        <Facts
          facts={[
            [t.tags, listed(expert.tags, codes.tags.name)],
            [t.fields, listed(expert.fields, codes.fields.name)],
            [t.forms, listed(expert.forms, codes.forms.name)],
            [t.languages, expert.languages.map(languageOf).join(', ')],
            [
              t.availability,
              [expert.availability, expert.availableFrom && t.freeFrom(f.date(expert.availableFrom))]
                .filter(Boolean)
                .join(' · '),
            ],
            [t.employer, [expert.task, expert.employer].filter(Boolean).join(' · ')],
            [t.rateNote, expert.rateNote],
            [t.registered, `${f.date(expert.registeredAt)} · ${source(expert.source)}`],
          ]}
        />
      </Section>
      <PoolConsent expert={expert} may={may} />
      <ExpertFiles expert={expert} tag={tag} may={may} />
      <Assignments expert={expert} tag={tag} may={may} />
      <OnShortlists expert={expert} name={listName(expert)} may={may} />
      {editing && <EditExpert expert={expert} tag={tag} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** Until when the consent to the pool is good, and its renewal. */
function PoolConsent({ expert, may }: { expert: Expert; may: boolean }) {
  const t = useTexts(texts);
  const f = useFormat();
  const show = useToast();
  const fresh = useFreshExperts();
  const [asking, setAsking] = useState(false);
  const soon = zoned.inDays(90);
  const renew = async (how: string) => {
    const params = { path: { id: expert.contactId } };
    const body = { purpose: 'expert-pool', kind: 'confirmed', source: how } as const;
    await unwrap(client.POST('/api/v1/contacts/{id}/consents', { params, body }));
    show.done(t.renewed);
    await fresh();
  };
  return (
    <Section
      title={t.consent}
      action={
        may && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRefresh size={15} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t.renew}
          </Button>
        )
      }
    >
      <p>{t.consentLine(f.date(expert.consentSince), f.date(expert.consentValidUntil))}</p>
      {expert.renewalAskedAt && <p className="muted small">{t.renewalAsked(f.date(expert.renewalAskedAt))}</p>}
      {expert.consentValidUntil < soon && <StatusDot tone="warn">{t.renewSoon}</StatusDot>}
      {asking && (
        <Ask
          title={t.renew}
          help={t.renewHelp}
          act={t.renew}
          reason={t.renewHow}
          onAct={renew}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
