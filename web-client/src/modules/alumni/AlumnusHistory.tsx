import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './alumni.module.css';
import { cooperationTexts, historyFields } from './cooperationTexts';
import { useForms } from './useForms';

/** What alumni data was before, who changed it and when. */
export function AlumnusHistory({ contactId }: { contactId: string }) {
  const t = useTexts(cooperationTexts);
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t.history}
      action={
        <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.hideHistory : t.showHistory}
        </Button>
      }
    >
      {open && <Changes contactId={contactId} />}
    </Section>
  );
}

function Changes({ contactId }: { contactId: string }) {
  const t = useTexts(cooperationTexts);
  const fields = useTexts(historyFields);
  const f = useFormat();
  const forms = useForms();
  const changes = usePages(['alumni-history', contactId], ({ cursor, signal }) =>
    unwrap(
      client.GET('/api/v1/alumni/{contactId}/history', {
        params: { path: { contactId }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
  const read = (field: string, value: unknown) =>
    value == null || value === '' ? t.empty : field === 'forms' ? forms.name(String(value)) : String(value);
  if (changes.error) return <ErrorState error={changes.error} onRetry={() => changes.retry()} />;
  if (changes.loading) return <Loading lines={4} />;
  if (changes.rows.length === 0) return <p className="muted">{t.noHistory}</p>;
  return (
    <>
      <ol className={styles.items}>
        {changes.rows.map((change) => (
          <li key={change.id}>
            <strong>{named(fields, change.field)}</strong>{' '}
            <span className="muted small">
              <time dateTime={change.at}>{f.dateTime(change.at)}</time> · {change.by}
            </span>
            <div>
              <s>{read(change.field, change.old)}</s> <IconArrowRight size={14} aria-hidden />
              <span className="visually-hidden">{t.became}</span> {read(change.field, change.new)}
            </div>
          </li>
        ))}
      </ol>
      {changes.more.has && (
        <Button variant="default" size="compact-md" loading={changes.more.loading} onClick={() => changes.more.load()}>
          {t.moreOf}
        </Button>
      )}
    </>
  );
}
