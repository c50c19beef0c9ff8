import { client } from '@api/client';
import { Button } from '@mantine/core';
import styles from '@modules/consent/Consents.module.css';
import { languageNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { usePurposeName } from '@shared/purposes';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { Card, Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { unwrap } from '@shared/usePages';
import { useToast } from '@shared/useToast';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AddText } from './AddText';
import { Renewals } from './Renewals';
import { stateNames, texts } from './texts';

/** The words by purpose and version, and whose consents rest on words that were replaced. */
export function ConsentTextsPage() {
  const t = useTexts(texts);
  const states = useTexts(stateNames);
  const languages = useTexts(languageNames);
  const purpose = usePurposeName();
  const f = useFormat();
  const me = useMe();
  const show = useToast();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const may = me.may('editConsentTexts');
  const all = useQuery({
    queryKey: ['consent-texts'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/consent-texts', { signal })),
    enabled: me.may('consentTexts'),
  });
  if (!me.may('consentTexts'))
    return (
      <Page title={t.title}>
        <NoRight />
      </Page>
    );
  const publish = async (id: string) => {
    const { data, error } = await client.POST('/api/v1/consent-texts/{id}/publish', { params: { path: { id } } });
    if (!data) return show.failed(error);
    await queries.invalidateQueries({ queryKey: ['consent-texts'] });
    show.done(t.published(f.number(data.toRenew)));
  };
  const add = may && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  );
  return (
    <Page title={t.title} narrow actions={add}>
      <p className="muted">{t.help}</p>
      <Renewals />
      {all.error ? (
        <ErrorState error={all.error} onRetry={() => all.refetch()} />
      ) : all.isPending ? (
        <Loading />
      ) : all.data.items.length === 0 ? (
        <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>
      ) : (
        [...new Set(all.data.items.map((one) => one.purpose))].map((of) => (
          <Card key={of} title={purpose(of)}>
            <ul className={styles.list}>
              {all.data.items
                .filter((one) => one.purpose === of)
                .map((one) => {
                  const what = `${named(languages, one.language)}, ${t.version(one.version)}`;
                  return (
                    <li key={one.id} className={styles.event}>
                      <p>
                        <strong>{what}</strong>{' '}
                        <StatusDot tone={one.state === 'published' ? 'good' : 'quiet'}>
                          {named(states, one.state)}
                        </StatusDot>
                      </p>
                      <blockquote className={styles.quote} lang={one.language}>
                        {one.text}
                      </blockquote>
                      <p className="muted small">
                        {t.by(one.publishedBy ?? one.createdBy, f.dateTime(one.publishedAt ?? one.createdAt))} ·{' '}
                        {t.rests(f.number(one.people))}
                      </p>
                      {may && one.state === 'draft' && (
                        <Button size="compact-sm" aria-label={t.publishOf(what)} onClick={() => publish(one.id)}>
                          {t.publish}
                        </Button>
                      )}
                    </li>
                  );
                })}
            </ul>
          </Card>
        ))
      )}
      {adding && <AddText onClose={() => setAdding(false)} />}
    </Page>
  );
}
