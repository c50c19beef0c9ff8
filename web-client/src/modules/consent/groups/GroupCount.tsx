import { Loader, Switch } from '@mantine/core';
import listStyles from '@modules/consent/lists.module.css';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { ErrorState } from '@shared/ui/States';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Definition } from './definition';
import { texts } from './texts';
import { useCount } from './useGroups';

/** The live count, and some names when asked: each look at names is logged. */
export function GroupCount({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const f = useFormat();
  const [named, setNamed] = useState(false);
  const counted = useCount(definition, named ? 10 : 0);
  if (counted.error) return <ErrorState error={counted.error} onRetry={() => counted.refetch()} />;
  const count = counted.data?.count;
  const isEveryone = !Object.values(definition).some((part) => Array.isArray(part) && part.length > 0);
  return (
    <>
      <div role="status" aria-live="polite" data-stale={counted.counting || undefined} className={listStyles.sum}>
        <p className="muted">
          {t.counted} {counted.counting && <Loader size={13} aria-label={t.counting} />}
        </p>
        <p>
          <strong>{f.number(count)}</strong> {count !== undefined && t.people(count)}
        </p>
      </div>
      {isEveryone && <p className="muted small">{t.everybody}</p>}
      <Switch label={t.showNames} checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} />
      {named && (counted.data?.examples.length ?? 0) > 0 && (
        <ul aria-label={t.examples}>
          {counted.data?.examples.map((person) => (
            <li key={person.contactId}>
              <Link to={`/contacts?person=${person.contactId}` as string}>{person.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
