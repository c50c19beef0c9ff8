import { client } from '@api/client';
import { Button } from '@mantine/core';
import { channelNames, languageNames, roleNames, topicNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Facts } from '@shared/ui/Facts';
import { Card, Page } from '@shared/ui/Page';
import { ErrorState, Loading, NoRight } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { IconBan, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Exclusions } from './Exclusions';
import styles from './lists.module.css';
import { listTexts } from './listTexts';
import { moreTexts } from './moreTexts';
import { useFormNames } from './useFormNames';

/** One list as it left: its files, its numbers, its reason and its filter. */
export function MailingListPage() {
  const t = useTexts(listTexts);
  const f = useFormat();
  const me = useMe();
  const m = useTexts(moreTexts);
  const topics = useTexts(topicNames);
  const channels = useTexts(channelNames);
  const roles = useTexts(roleNames);
  const languages = useTexts(languageNames);
  const formName = useFormNames();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const list = useQuery({
    queryKey: ['mailing-lists', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/mailing-list-exports/{id}', { params: { path: { id } }, signal })),
    enabled: me.may('mailingLists'),
  });
  if (!me.may('mailingLists'))
    return (
      <Page title={t.title}>
        <NoRight />
      </Page>
    );
  if (list.isPending)
    return (
      <Page title={t.title}>
        <Loading lines={8} />
      </Page>
    );
  if (list.error)
    return (
      <Page title={t.title}>
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      </Page>
    );

  const it = list.data;
  const isOver = new Date(it.expiresAt) <= new Date();
  const { alumni, ...filter } = it.contactFilter ?? {};
  const join = (codes: string[] | null | undefined, names?: Record<string, unknown>) =>
    codes?.map((code) => (names ? named(names, code) : code)).join(', ');
  const narrowing: [string, string | undefined | null][] = [
    [m.group, it.targetGroup?.name],
    [t.roles, join(filter.roles, roles)],
    [t.languages, join(filter.languages, languages)],
    [t.q, filter.q],
    [t.programmes, join(alumni?.programmes)],
    [t.forms, alumni?.forms?.map(formName).join(', ')],
    [
      t.years,
      alumni?.graduatedFrom || alumni?.graduatedTo
        ? `${alumni.graduatedFrom ?? ''}–${alumni.graduatedTo ?? ''}`
        : undefined,
    ],
  ];

  return (
    <Page title={it.name} note={`${it.createdBy} · ${f.dateTime(it.createdAt)}`} narrow>
      <div className={styles.result}>
        <Card>
          <div className={styles.sum}>
            <p className="muted">{t.recipients}</p>
            <p>
              <strong>{f.number(it.included)}</strong> {t.people(it.included)}
            </p>
          </div>
          {isOver && <p className="muted">{m.expired}</p>}
          {me.may('makeMailingLists') && !isOver && (
            <div className={styles.buttons}>
              <Button
                size="md"
                component="a"
                href={it.fileUrl}
                download
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t.downloadList}
              </Button>
              <Button
                size="md"
                variant="default"
                component="a"
                href={it.blockListUrl}
                download
                leftSection={<IconBan size={18} aria-hidden />}
              >
                {t.downloadBlocks}
              </Button>
              <p className="muted small">{t.downloadHelp}</p>
            </div>
          )}
        </Card>
        <Card>
          <Exclusions excluded={it.excluded} done />
        </Card>
        <Card title={t.details}>
          <Facts
            facts={[
              [t.purpose, it.purpose],
              [m.kind, it.kind === 'service' ? m.service : m.marketing],
              [t.topic, named(topics, it.topic)],
              [t.channel, named(channels, it.channel)],
              [t.unit, it.unit === 'rector' ? t.rector : it.unit === 'communications' ? t.communications : it.unit],
              [m.expires, f.dateTime(it.expiresAt)],
              [t.recipient, it.recipient === 'liana' ? 'Liana Mailer' : it.recipient],
              ...(narrowing.some(([, value]) => value) ? narrowing : ([[t.filter, t.noFilter]] as typeof narrowing)),
            ]}
          />
        </Card>
      </div>
    </Page>
  );
}
