import type { Item } from '@api/types';
import { listName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { PassiveTag, PersonName, Tag } from '@shared/ui/Badges';
import { Link } from '@tanstack/react-router';
import { AddToShortlist } from './AddToShortlist';
import styles from './experts.module.css';
import { reasonTexts, texts, whereTexts } from './texts';
import { useCodes, useLanguageNames } from './useCodes';

type Row = Item<'/api/v1/experts'>;

/** One expert of the list: who it is, why it was found, and where. */
export function ExpertHit({ expert, selected }: { expert: Row; selected: boolean }) {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const fields = useCodes('expert-fields');
  const tags = useCodes('competences');
  const languageOf = useLanguageNames();
  const facts = [
    expert.fields.map(fields.name).join(', '),
    expert.languages.map(languageOf).join(', '),
    expert.town,
    expert.availableFrom && t.freeFrom(f.date(expert.availableFrom)),
  ].filter(Boolean);
  return (
    <li className={styles.hit} data-selected={selected || undefined}>
      <div className={styles.who}>
        <PersonName
          id={expert.contactId}
          name={listName(expert)}
          note={[expert.task, expert.employer].filter(Boolean).join(' · ')}
          passive={expert.isPassive}
          tab="expert"
        />
        {me.may('editExperts') && !expert.isPassive && (
          <AddToShortlist contactId={expert.contactId} name={listName(expert)} />
        )}
      </div>
      {expert.match ? <Match match={expert.match} tagOf={tags.name} fieldOf={fields.name} /> : null}
      {!expert.match && expert.competence && <p className={styles.words}>{expert.competence}</p>}
      <p className={styles.facts}>
        {expert.isPassive && <PassiveTag />}
        {expert.tags.slice(0, 4).map((code) => (
          <Tag key={code}>{tags.name(code)}</Tag>
        ))}
        <span className="muted small">{facts.join(' · ')}</span>
        <Link to={'/experts/$id' as string} params={{ id: expert.contactId } as never} className="small">
          {t.open}
          <span className="visually-hidden"> {listName(expert)}</span>
        </Link>
      </p>
    </li>
  );
}

type MatchProps = {
  match: NonNullable<Row['match']>;
  tagOf: (code: string) => string;
  fieldOf: (code: string) => string;
};

/** Why: the reasons as words, the places with the words marked. */
function Match({ match, tagOf, fieldOf }: MatchProps) {
  const t = useTexts(texts);
  const reasons = useTexts(reasonTexts);
  const where = useTexts(whereTexts);
  const said = (kind: string) => reasons[kind as keyof typeof reasons] ?? reasons.exact;
  return (
    <>
      {match.snippets.map((snippet, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no identity
        <p key={place} className={styles.words}>
          {snippet.where === 'assignment' && <span className="muted">{named(where, snippet.where)}: </span>}
          {snippet.parts.map((part, index) =>
            part.isHit ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: likewise
              <mark key={index}>{part.text}</mark>
            ) : (
              part.text
            ),
          )}
        </p>
      ))}
      <ul className={styles.reasons} aria-label={t.why}>
        {match.reasons.map((reason) => {
          const found =
            reason.where === 'tag'
              ? tagOf(reason.found)
              : reason.where === 'field'
                ? fieldOf(reason.found)
                : reason.found;
          const place = reason.where === 'competence' ? '' : ` (${named(where, reason.where)})`;
          return (
            <li key={`${reason.word} ${reason.kind} ${reason.where}`}>
              <Tag tone={reason.kind === 'near' ? 'warn' : reason.kind === 'synonym' ? 'info' : 'good'}>
                {reason.word} → {said(reason.kind)(found)}
                {place}
              </Tag>
            </li>
          );
        })}
      </ul>
    </>
  );
}
