import { client } from '@api/client';
import type { Answer } from '@api/types';
import { Button, CopyButton, Group } from '@mantine/core';
import styles from '@modules/consent/Consents.module.css';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useLanguage, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Facts, Section } from '@shared/ui/Facts';
import { Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { useJob } from '@shared/useJob';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type State, tones } from './CertificatesPage';
import { categories, texts } from './texts';

type Certificate = Answer<'/api/v1/erasure-certificates/{id}'>;

/** What was erased and kept, what the verifier found, and whom to tell; no word of whose it was. */
export function CertificatePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const t = useTexts(texts);
  const { language } = useLanguage();
  const names = useTexts(categories);
  const f = useFormat();
  const me = useMe();
  const certificate = useQuery({
    queryKey: ['erasure-certificate', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/erasure-certificates/{id}', { params: { path: { id } }, signal })),
    enabled: me.may('officer'),
    refetchInterval: (query) =>
      query.state.data?.verification === 'waiting' && !query.state.data.isPartial ? 1500 : false,
  });
  const data = certificate.data;
  const again = () => certificate.refetch();
  return (
    <Page title={t.certificate} narrow>
      {!me.may('officer') ? (
        <NoRight />
      ) : certificate.error ? (
        <ErrorState error={certificate.error} onRetry={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <Facts
            facts={[
              [t.at, f.dateTime(data.at)],
              [t.by, data.by],
              [t.proposer, data.proposedBy],
              [t.reason, data.reason],
              [t.emptyRecord, <code key="id">{data.contactId}</code>],
            ]}
          />
          <Button
            variant="default"
            size="compact-sm"
            component="a"
            href={`/api/v1/erasure-certificates/${data.id}?format=pdf&lang=${language}`}
            download
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
          >
            {t.pdf}
          </Button>
          {!data.isPartial && <Verification data={data} onEnd={again} />}
          <Section title={t.goes}>
            <ul>
              {data.erased.map((item) => (
                <li key={`${item.module}/${item.category}`}>
                  {named(names, item.category)} <span className="muted small">({t.rows(item.items)})</span>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t.stays}>
            {data.kept.length === 0 ? (
              <p className="muted">{t.nothing}</p>
            ) : (
              <ul>
                {data.kept.map((item) => (
                  <li key={`${item.module}/${item.category}/${item.until}`}>
                    {named(names, item.category)}: {item.law}
                    {item.until && `, ${t.until(f.date(item.until))}`}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {!data.isPartial && <Notices data={data} onSent={again} />}
        </>
      )}
    </Page>
  );
}

function Verification({ data, onEnd }: { data: Certificate; onEnd: () => void }) {
  const t = useTexts(texts);
  const show = useToast();
  const f = useFormat();
  const [job, setJob] = useState<string>();
  const running = useJob(job, () => {
    setJob(undefined);
    onEnd();
  });
  const verify = () =>
    unwrap(client.POST('/api/v1/erasure-certificates/{id}/verify', { params: { path: { id: data.id } } }))
      .then((started) => setJob(started.jobId))
      .catch(show.failed);
  return (
    <Section
      title={t.verification}
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={job !== undefined && running === undefined}
          onClick={verify}
        >
          {t.verifyAgain}
        </Button>
      }
    >
      <p className="muted small">{t.verificationHelp}</p>
      <div role="status">
        <StatusDot tone={tones[data.verification as State]}>
          {t[data.verification as State]}
          {data.verifiedAt && `, ${f.dateTime(data.verifiedAt)}`}
        </StatusDot>
      </div>
      {data.found.length > 0 && (
        <ul>
          {data.found.map((one) => (
            <li key={`${one.place}/${one.kind}`}>
              <code>{one.place}</code> ({one.kind}, {t.rows(one.count)})
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Notices({ data, onSent }: { data: Certificate; onSent: () => void }) {
  const t = useTexts(texts);
  const f = useFormat();
  const show = useToast();
  const sent = (id: string) =>
    unwrap(client.POST('/api/v1/erasure-notices/{id}/sent', { params: { path: { id } } }))
      .then(onSent)
      .catch(show.failed);
  return (
    <Section title={t.notices}>
      {data.notices.length === 0 && <p className="muted">{t.noNotices}</p>}
      <ul className={styles.list}>
        {data.notices.map((notice) => (
          <li key={notice.id} className={styles.event}>
            <p className={styles.what}>{notice.recipient}</p>
            <p className={styles.quote} style={{ whiteSpace: 'pre-line' }}>
              {notice.text}
            </p>
            {notice.sentAt ? (
              <p className="muted small">{t.sent(f.dateTime(notice.sentAt), notice.sentBy ?? '')}</p>
            ) : (
              <Group gap={8}>
                <CopyButton value={`${notice.subject}\n\n${notice.text}`}>
                  {({ copied, copy }) => (
                    <Button variant="default" size="compact-sm" onClick={copy}>
                      {copied ? t.copied : t.copy}
                    </Button>
                  )}
                </CopyButton>
                <Button size="compact-sm" onClick={() => sent(notice.id)}>
                  {t.markSent}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
