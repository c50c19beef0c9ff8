import { client } from '@api/client';
import { Anchor } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useTexts } from '@shared/texts';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useQuery } from '@tanstack/react-query';
import styles from './officer.module.css';
import { texts } from './texts';

/** What was published when; each can be read again. */
export function NoticeVersions({ lang }: { lang: string }) {
  const t = useTexts(texts);
  const f = useFormat();
  const versions = useQuery({
    queryKey: ['notice', 'versions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/privacy-notice/versions', { signal })),
  });
  if (versions.error) return <ErrorState error={versions.error} onRetry={() => versions.refetch()} />;
  if (!versions.data) return <Loading />;
  if (versions.data.items.length === 0) return <EmptyState title={t.unpublished} />;
  return (
    <ul className={styles.list}>
      {versions.data.items.map((one) => (
        <li key={one.number} className={styles.item}>
          <h2>
            <Anchor href={`/api/v1/privacy-notice?lang=${lang}&version=${one.number}&format=html`}>
              {t.published(one.number)}
            </Anchor>
          </h2>
          <p className="muted small">
            {one.publishedBy} {f.dateTime(one.publishedAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}
