import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconArrowBackUp, IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './duplicates.module.css';
import { duplicateTexts } from './duplicateTexts';
import { useUndoMerge } from './useUndoMerge';

/** What was merged, with the way back. */
export function Merges({ kind }: { kind: 'contact' | 'account' }) {
  const t = useTexts(duplicateTexts);
  const f = useFormat();
  const me = useMe();
  const undo = useUndoMerge();
  const { open, openAccount } = useAddress<object>();
  const [busy, setBusy] = useState<string>();
  const merges = usePages(['merges', kind], ({ cursor, signal }) =>
    unwrap(client.GET('/api/v1/merges', { params: { query: { kind, cursor } }, signal })),
  );
  if (merges.error) return <ErrorState error={merges.error} onRetry={() => merges.retry()} />;
  if (merges.loading) return <Loading />;
  if (merges.rows.length === 0)
    return <EmptyState title={t.noMerges} icon={<IconArrowMerge stroke={1.5} aria-hidden />} />;

  const takeBack = async (id: string) => {
    setBusy(id);
    await undo.run(id);
    setBusy(undefined);
  };

  return (
    <>
      <ul className={styles.list}>
        {merges.rows.map((merge) => (
          <li key={merge.id} className={styles.merge}>
            <div>
              <button
                type="button"
                className={styles.name}
                onClick={() => (kind === 'contact' ? open(merge.survivorId) : openAccount(merge.survivorId))}
              >
                {merge.name}
              </button>
              <p className="muted">
                {t.mergedWith(merge.otherIds.length)} · {t.dismissedBy(merge.by, f.dateTime(merge.at))}
                {merge.undoneAt && ` · ${t.undoneAt(merge.undoneBy ?? '', f.dateTime(merge.undoneAt))}`}
              </p>
            </div>
            {!merge.undoneAt && me.may(kind === 'contact' ? 'editContacts' : 'editAccounts') && (
              <Button
                variant="default"
                size="compact-md"
                fz="sm"
                loading={busy === merge.id}
                leftSection={<IconArrowBackUp size={17} aria-hidden />}
                onClick={() => takeBack(merge.id)}
              >
                {t.undoMerge}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {merges.more.has && (
        <Button variant="default" loading={merges.more.loading} onClick={() => merges.more.load()}>
          {t.more}
        </Button>
      )}
    </>
  );
}
