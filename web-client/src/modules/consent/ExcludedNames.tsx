import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { exclusionNames } from './listTexts';
import { moreTexts } from './moreTexts';

type Props = { target: object; reason: string; count: number };

/** Who is left out for this reason, by name; the look is logged. */
export function ExcludedNames({ target, reason, count }: Props) {
  const t = useTexts(moreTexts);
  const names = useTexts(exclusionNames);
  const f = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`${named(names, reason)}: ${t.showNames(f.number(count))}`}
        onClick={() => setOpen(true)}
      >
        {t.showNames(f.number(count))}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.namesOf(named(names, reason))}>
        {open && <Names target={target} reason={reason} />}
      </Dialog>
    </>
  );
}

function Names({ target, reason }: { target: object; reason: string }) {
  const t = useTexts(moreTexts);
  const people = usePages(['list-preview', 'excluded', target, reason], ({ cursor, signal }) =>
    unwrap(
      client.POST('/api/v1/mailing-list-exports/excluded', {
        body: { ...target, reason, ...(cursor && { cursor }) } as never,
        signal,
      }),
    ),
  );
  if (people.error) return <ErrorState error={people.error} onRetry={() => people.retry()} />;
  if (people.loading) return <Loading />;
  return (
    <>
      {people.rows.length === 0 && <p className="muted">{t.nobody}</p>}
      <ul>
        {people.rows.map((person) => (
          <li key={person.contactId}>
            <Link to={`/contacts?contact=${person.contactId}` as string}>{person.name}</Link>
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
