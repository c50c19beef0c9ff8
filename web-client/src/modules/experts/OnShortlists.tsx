import { named, useTexts } from '@shared/texts';
import { Tag } from '@shared/ui/Badges';
import { Section } from '@shared/ui/Facts';
import { Link } from '@tanstack/react-router';
import { AddToShortlist } from './AddToShortlist';
import styles from './experts.module.css';
import { candidateStates, listTexts } from './listTexts';
import type { Expert } from './useExpert';

/** The shortlists that an expert is on, and what was answered. */
export function OnShortlists({ expert, name, may }: { expert: Expert; name: string; may: boolean }) {
  const t = useTexts(listTexts);
  const states = useTexts(candidateStates);
  return (
    <Section title={t.onLists} action={may && <AddToShortlist contactId={expert.contactId} name={name} />}>
      {expert.shortlists.length === 0 && <p className="muted">{t.onNone}</p>}
      <ul className={styles.lines}>
        {expert.shortlists.map((list) => (
          <li key={list.id} className={styles.line}>
            <Link to={'/expert-shortlists/$id' as string} params={{ id: list.id } as never}>
              {list.name}
            </Link>
            <Tag tone={list.state === 'yes' ? 'good' : list.state === 'no' ? 'quiet' : 'info'}>
              {named(states, list.state)}
            </Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
