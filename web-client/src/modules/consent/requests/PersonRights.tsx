import { client } from '@api/client';
import type { Query } from '@api/types';
import { Button } from '@mantine/core';
import type { ContactPart } from '@shared/contactTab';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { Section } from '@shared/ui/Facts';
import { ErrorState, Loading } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Due } from './Due';
import { RecordRequest } from './RecordRequest';
import styles from './requests.module.css';
import { kindNames, requestTexts } from './texts';

/** What the person has asked for by right; and for the officer, everything that is held of the person. */
export function PersonRights({ contactId }: ContactPart) {
  const t = useTexts(requestTexts);
  const kinds = useTexts(kindNames);
  const { language } = useLanguage();
  const me = useMe();
  const [recording, setRecording] = useState(false);
  const isOfficer = me.may('requests');
  const requests = useQuery({
    queryKey: ['requests', 'of', contactId],
    queryFn: ({ signal }) => {
      const query = { contactId, sort: '-receivedAt' } as Query<'/api/v1/data-subject-requests'>;
      return unwrap(client.GET('/api/v1/data-subject-requests', { params: { query }, signal }));
    },
    enabled: isOfficer,
  });
  const file = (query: string) => `/api/v1/contacts/${contactId}/personal-data?language=${language}&${query}`;
  return (
    <>
      <Section
        title={t.mine}
        action={
          me.may('recordRequests') && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setRecording(true)}
            >
              {t.record}
            </Button>
          )
        }
      >
        {!isOfficer && <p className="muted">{t.recordHelp}</p>}
        {isOfficer && requests.isPending && <Loading lines={2} />}
        {requests.error && <ErrorState error={requests.error} onRetry={() => requests.refetch()} />}
        {requests.data?.items.length === 0 && <p className="muted">{t.none}</p>}
        <ul className={styles.list}>
          {requests.data?.items.map((one) => (
            <li key={one.id}>
              <Link to={`/data-subject-requests/${one.id}` as string}>{named(kinds, one.kind)}</Link>
              <Due dueOn={one.dueOn} state={one.state} />
            </li>
          ))}
        </ul>
      </Section>
      {isOfficer && (
        <Section title={t.package}>
          <p className="muted small">{t.packageHelp}</p>
          <div className={styles.files}>
            {['html', 'pdf', 'xlsx', 'json', 'zip'].map((format) => (
              <Button
                key={format}
                size="compact-md"
                variant="default"
                component="a"
                href={file(`format=${format}`)}
                download
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {format.toUpperCase()}
              </Button>
            ))}
            <Button size="compact-md" variant="subtle" component="a" href={file('format=json&portable=true')} download>
              {t.portable}
            </Button>
          </div>
        </Section>
      )}
      {recording && <RecordRequest contactId={contactId} onClose={() => setRecording(false)} />}
    </>
  );
}
