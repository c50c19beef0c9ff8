import { client } from '@api/client';
import type { Item } from '@api/types';
import { Button, Select, TextInput } from '@mantine/core';
import { channelNames } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { listName, useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { Tag } from '@shared/ui/Badges';
import { SearchFilter } from '@shared/ui/Filters';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState, Loading } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { useEffect, useState } from 'react';
import { AlumniNav } from './AlumniNav';
import { choices, cooperationTexts } from './cooperationTexts';
import styles from './find.module.css';
import { RequestForm } from './RequestForm';
import type { FindSearch } from './routes';
import { useCodes } from './useCodes';
import { useForms } from './useForms';
import { useReason } from './useReason';

type Candidate = Item<'/api/v1/alumni/candidates'>;

/** 'Who could lecture on forestry on 12 March in Joensuu': the question is a sentence, each answer says why. */
export function FindPage() {
  const t = useTexts(cooperationTexts);
  const channels = useTexts(channelNames);
  const f = useFormat();
  const me = useMe();
  const forms = useForms();
  const programmes = useCodes('programmes');
  const regions = useCodes('regions');
  const reason = useReason();
  const { search, change, open } = useAddress<FindSearch>();
  const [asking, setAsking] = useState<Candidate>();
  const filters = filtersOf(search);
  const found = usePages(
    ['candidates', filters],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/alumni/candidates', {
          params: { query: { ...filters, cursor, count, limit: 50 } },
          signal,
        }),
      ),
    me.may('alumni'),
  );
  useEffect(() => peopleInOrder.set(found.rows.map((row) => row.contactId)), [found.rows]);
  const set = (key: keyof FindSearch) => (value: string | null) => change({ [key]: value || undefined });

  return (
    <Page title={t.findTitle} note={found.total !== undefined && f.number(found.total)}>
      <AlumniNav />
      <fieldset className={styles.question}>
        <legend>{t.whoCould}</legend>
        <Select
          aria-label={t.form}
          placeholder={t.anyForm}
          data={forms.options}
          value={search.form ?? null}
          onChange={set('form')}
          searchable
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
          className={styles.wide}
        />
        <span aria-hidden>{t.onWhat}</span>
        <SearchFilter label={t.field} value={search.q} onChange={(q) => change({ q })} />
        <Select
          aria-label={t.programme}
          placeholder={t.anyProgramme}
          data={programmes.options}
          value={search.programme ?? null}
          onChange={set('programme')}
          searchable
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        />
        <span aria-hidden>{t.on}</span>
        <TextInput
          type="date"
          aria-label={t.day}
          value={search.freeOn ?? ''}
          onChange={(event) => set('freeOn')(event.currentTarget.value)}
        />
        <span aria-hidden>{t.in}</span>
        <Select
          aria-label={t.region}
          placeholder={t.anyRegion}
          data={regions.options}
          value={search.region ?? null}
          onChange={set('region')}
          searchable
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        />
        <SearchFilter label={t.town} value={search.town} onChange={(town) => change({ town })} />
        <Select
          aria-label={t.channel}
          placeholder={t.anyChannel}
          data={choices(channels)}
          value={search.channel ?? null}
          onChange={set('channel')}
          clearable
          clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        />
        <TextInput
          type="date"
          label={t.notSince}
          className={styles.labelled}
          value={search.notContactedSince ?? ''}
          onChange={(event) => set('notContactedSince')(event.currentTarget.value)}
        />
      </fieldset>
      <p className="muted small">{t.byName}</p>
      {!me.may('alumni') ? (
        <ErrorState error={{ status: 403 }} />
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => found.retry()} />
      ) : found.loading ? (
        <Loading lines={8} />
      ) : found.rows.length === 0 ? (
        <EmptyState title={t.nobody}>{t.nobodyText}</EmptyState>
      ) : (
        <ol className={styles.people} aria-label={t.findTitle} aria-busy={found.stale || undefined}>
          {found.rows.map((row) => (
            <li key={row.contactId} className={styles.person}>
              <div className={styles.words}>
                <button type="button" className={styles.name} onClick={() => open(row.contactId)}>
                  {listName(row)}
                </button>
                {row.load.isMany && <Tag tone="warn">{t.many}</Tag>}
                <p className="muted small">
                  {[row.task, row.employer, row.town].filter(Boolean).join(' · ') ||
                    row.forms.map((form) => named({}, forms.name(form))).join(', ')}
                </p>
                <ul className={styles.reasons} aria-label={t.why}>
                  {row.reasons.map((one) => (
                    <li key={`${one.code}${one.value ?? ''}`}>{reason(one)}</li>
                  ))}
                </ul>
              </div>
              {me.may('editAlumni') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t.recordFor(listName(row))}
                  onClick={() => setAsking(row)}
                >
                  {t.record}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {found.more.has && (
        <Button
          variant="default"
          className={styles.more}
          loading={found.more.loading}
          onClick={() => found.more.load()}
        >
          {t.moreOf}
        </Button>
      )}
      {asking && (
        <RequestForm
          contactId={asking.contactId}
          name={listName(asking)}
          start={{ form: search.form, topic: search.q, heldOn: search.freeOn }}
          load={asking.load}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Page>
  );
}
