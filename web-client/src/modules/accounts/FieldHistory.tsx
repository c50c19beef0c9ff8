import { client } from '@api/client';
import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { dictionary, useTexts } from '@shared/texts';
import { ChoiceFilter } from '@shared/ui/Filters';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap, usePages } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import styles from './FieldHistory.module.css';
import { useFieldValue, useHistoryFields } from './fieldTexts';
import { type Change, restoring } from './restoring';
import { type Account, useFreshAccounts } from './useAccount';
import { type Contact, useFreshPeople } from './useContact';

const texts = dictionary({
  field: { fi: 'Kenttä', en: 'Field' },
  none: { fi: 'Tietoja ei ole muutettu.', en: 'Nothing has been changed.' },
  empty: { fi: '(tyhjä)', en: '(empty)' },
  restore: { fi: 'Palauta', en: 'Restore' },
  restoreOf: {
    fi: (field: string, value: string) => `Palauta ${field}: ${value}`,
    en: (field: string, value: string) => `Restore ${field}: ${value}`,
  },
  restored: {
    fi: (field: string, value: string) => `Palautettu ${field}: ${value}`,
    en: (field: string, value: string) => `Restored ${field}: ${value}`,
  },
  to: { fi: 'muuttui:', en: 'became:' },
  older: { fi: 'Näytä vanhempia', en: 'Show older' },
});

type Props = { id: string; tag: string; mayRestore: boolean } & (
  | { of: 'contact'; record: Contact }
  | { of: 'account'; record: Account }
);

/** What each field was before, who changed it and when; an old value can be brought back. */
export function FieldHistory({ of, id, tag, record, mayRestore }: Props) {
  const t = useTexts(texts);
  const f = useFormat();
  const names = useHistoryFields(of);
  const read = useFieldValue();
  const show = useToast();
  const freshPeople = useFreshPeople();
  const freshAccounts = useFreshAccounts();
  const [field, setField] = useState<string>();
  const changes = usePages<Change>(['history', of, id, field], ({ cursor, signal }) => {
    const options = { params: { path: { id }, query: { field: field as never, cursor, limit: 50 } }, signal };
    return unwrap<{ items: Change[]; nextCursor: string | null }>(
      of === 'contact'
        ? client.GET('/api/v1/contacts/{id}/history', options)
        : client.GET('/api/v1/accounts/{id}/history', options),
    );
  });

  const send = async (body: Record<string, unknown>, version: string, partId?: string) => {
    const header = { 'If-Match': version };
    const { error, response } = partId
      ? await client.PATCH('/api/v1/contacts/{id}/affiliations/{affiliationId}', {
          params: { path: { id, affiliationId: partId }, header },
          body,
        })
      : of === 'contact'
        ? await client.PATCH('/api/v1/contacts/{id}', { params: { path: { id }, header }, body })
        : await client.PATCH('/api/v1/accounts/{id}', { params: { path: { id }, header }, body });
    if (error) throw error;
    await Promise.all([freshPeople(), freshAccounts()]);
    return response.headers.get('ETag') ?? '';
  };

  const restore = async (change: Change, patch: NonNullable<ReturnType<typeof restoring>>, value: string) => {
    try {
      const next = await send(patch.body, tag, patch.partId);
      show.done(t.restored(names[change.field] ?? change.field, value), () =>
        send(patch.back, next, patch.partId).catch(show.failed),
      );
    } catch (error) {
      show.failed(error);
    }
  };

  if (changes.error) return <ErrorState error={changes.error} onRetry={() => changes.retry()} />;
  return (
    <div className={styles.history}>
      <div>
        <ChoiceFilter
          label={t.field}
          value={field}
          onChange={setField}
          options={Object.entries(names).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {changes.loading ? (
        <Loading lines={8} />
      ) : changes.rows.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <ol className={styles.changes}>
          {changes.rows.map((change) => {
            const name = names[change.field] ?? change.field;
            const old = read(change.field, change.old, change.oldName) || t.empty;
            const patch = mayRestore ? restoring(change, record) : undefined;
            return (
              <li key={change.id} className={styles.change}>
                <p className={styles.head}>
                  <strong>{name}</strong>
                  <span className="muted small">
                    <time dateTime={change.at}>{f.dateTime(change.at)}</time> · {change.by}
                  </span>
                </p>
                <div className={styles.values}>
                  <p>
                    <span className={styles.old} data-empty={change.old === null || undefined}>
                      {old}
                    </span>
                    <IconArrowRight size={15} aria-hidden className={styles.arrow} />
                    <span className="visually-hidden">{t.to}</span>
                    <span>{read(change.field, change.new, change.newName) || t.empty}</span>
                  </p>
                  {patch && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<IconArrowBackUp size={15} aria-hidden />}
                      aria-label={t.restoreOf(name, old)}
                      onClick={() => restore(change, patch, old)}
                    >
                      {t.restore}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {changes.more.has && (
        <Button variant="default" size="compact-md" loading={changes.more.loading} onClick={() => changes.more.load()}>
          {t.older}
        </Button>
      )}
    </div>
  );
}
