import { api } from '@api/client';
import { spokenName, useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Link } from '@tanstack/react-router';
import styles from './imports.module.css';
import { keptNames } from './names';
import { texts } from './texts';
import type { Import } from './useImport';

/** What an undo left as it was, since somebody has relied on it. */
export function UndoKept({ undo }: { undo: NonNullable<Import['undo']> }) {
  const t = useTexts(texts);
  const f = useFormat();
  const accounts = undo.keptAccounts ?? [];
  if (undo.kept.length + accounts.length === 0 && undo.skippedFields === 0) return null;
  return (
    <div className={styles.kept}>
      <h3>{t.kept}</h3>
      {undo.skippedFields > 0 && <p>{t.keptFields(f.number(undo.skippedFields))}</p>}
      <ul>
        {undo.kept.map((kept) => (
          <Kept key={kept.contactId} {...kept} />
        ))}
        {accounts.map((id) => (
          <KeptAccount key={id} id={id} />
        ))}
      </ul>
    </div>
  );
}

function KeptAccount({ id }: { id: string }) {
  const t = useTexts(texts);
  const account = api.useQuery('get', '/api/v1/accounts/{id}', { params: { path: { id } } });
  return (
    <li>
      <Link to="." search={((now: object) => ({ ...now, person: undefined, account: id })) as never}>
        {account.data?.name ?? t.open}
      </Link>
      , {t.keptAccount}
    </li>
  );
}

function Kept({ contactId, reason }: { contactId: string; reason: string }) {
  const t = useTexts(texts);
  const reasons = useTexts(keptNames);
  const person = api.useQuery('get', '/api/v1/contacts/{id}', { params: { path: { id: contactId } } });
  return (
    <li>
      <Link to="." search={((now: object) => ({ ...now, person: contactId })) as never}>
        {person.data ? spokenName(person.data) : t.open}
      </Link>
      , {named(reasons, reason)}
    </li>
  );
}
