import { client } from '@api/client';
import type { ContactPart } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Section } from '@shared/ui/Facts';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import styles from './officer.module.css';
import { texts } from './texts';

/** Who has seen this person, by the audit log. */
export function Viewers({ contactId }: ContactPart) {
  const t = useTexts(texts);
  const f = useFormat();
  const viewers = useQuery({
    queryKey: ['contact', contactId, 'viewers'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/contacts/{id}/viewers', { params: { path: { id: contactId } }, signal })),
  });
  if (viewers.isPending) return <Loading />;
  if (viewers.error) return <ErrorState error={viewers.error} onRetry={() => viewers.refetch()} />;
  if (viewers.data.items.length === 0) return <EmptyState title={t.noViewers} />;
  return (
    <Section title={t.viewersTitle}>
      <ul className={styles.list}>
        {viewers.data.items.map((one) => (
          <li key={one.userId} className={styles.item}>
            <div className={styles.head}>
              <strong>{one.by || '–'}</strong>
              <span className="muted small">{t.lastAt(f.dateTime(one.last))}</span>
            </div>
            <p>{t.looked(f.number(one.reads), f.number(one.changes), f.number(one.others))}</p>
            <p className="muted small">{one.useCases.join(', ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
