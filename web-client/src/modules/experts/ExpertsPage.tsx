import { api, client } from '@api/client';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { SearchFilter } from '@shared/ui/Filters';
import { Page } from '@shared/ui/Page';
import { SavedViews } from '@shared/ui/SavedViews';
import { EmptyState, ErrorState, Loading, NoRight } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconFileImport, IconListDetails, IconPlus, IconUserStar } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { AddExpert } from './AddExpert';
import { AskToRenew } from './AskToRenew';
import { ExpertFilters } from './ExpertFilters';
import { ExpertHit } from './ExpertHit';
import styles from './experts.module.css';
import type { ExpertsSearch } from './routes';
import { texts } from './texts';

/** The expert pool: what is asked, the filters and the open person are the address. */
export function ExpertsPage() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const { search, change } = useAddress<ExpertsSearch>();
  const filters = filtersOf(search);
  const allowed = me.may('experts');
  const facets = api.useQuery('get', '/api/v1/experts/facets', undefined, { staleTime: 60_000, enabled: allowed }).data;
  const experts = usePages(
    ['experts', filters],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/experts', { params: { query: { ...filters, cursor, count, limit: 50 } }, signal })),
    allowed,
  );
  useEffect(() => peopleInOrder.set(experts.rows.map((row) => row.contactId)), [experts.rows]);
  const { sort: _sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])));
  const { total } = experts;
  const [adding, setAdding] = useState(false);

  return (
    <Page
      title={t.title}
      note={total !== undefined && c.people(total, f.number(total))}
      actions={
        <>
          {allowed && (
            <Button
              variant="default"
              leftSection={<IconListDetails size={18} aria-hidden />}
              renderRoot={(props) => <Link to={'/expert-shortlists' as string} {...props} />}
            >
              {t.shortlists}
            </Button>
          )}
          {me.may('editExperts') && search.renewBefore && <AskToRenew />}
          {me.may('editExperts') && (
            <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
              {t.addExpert}
            </Button>
          )}
          {me.may('importExperts') && (
            <Button
              leftSection={<IconFileImport size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/imports/new" {...props} />}
            >
              {t.import}
            </Button>
          )}
        </>
      }
    >
      {!allowed ? (
        <NoRight />
      ) : (
        <>
          <SavedViews
            list="experts"
            search={filters}
            columns={undefined}
            builtIn={[
              { name: t.everyone, search: {} },
              ...(facets && facets.toRenew > 0
                ? [
                    {
                      name: t.toRenew(facets.toRenew),
                      search: { renewBefore: facets.renewBefore, sort: 'consentValidUntil' },
                    },
                  ]
                : []),
            ]}
          />
          <div className={styles.ask}>
            <SearchFilter label={t.ask} value={search.q} onChange={(q) => change({ q })} />
          </div>
          <ExpertFilters search={search} change={change} facets={facets} onClear={filtered ? clear : undefined} />
          {experts.error ? (
            <ErrorState error={experts.error} onRetry={() => experts.retry()} />
          ) : experts.loading ? (
            <Loading lines={8} height={64} />
          ) : experts.rows.length === 0 ? (
            <EmptyState
              title={filtered ? t.noHitsTitle : t.emptyTitle}
              icon={filtered ? undefined : <IconUserStar stroke={1.5} aria-hidden />}
              action={
                filtered && (
                  <Button variant="default" onClick={clear}>
                    {t.clearFilters}
                  </Button>
                )
              }
            >
              {filtered ? t.noHitsText : t.emptyText}
            </EmptyState>
          ) : (
            <section aria-label={t.results} data-stale={experts.stale || undefined}>
              {search.q && <p className="muted small">{t.byMatch}</p>}
              <ul className={styles.hits}>
                {experts.rows.map((expert) => (
                  <ExpertHit key={expert.contactId} expert={expert} selected={search.person === expert.contactId} />
                ))}
              </ul>
              {experts.more.has && (
                <Button variant="default" loading={experts.more.loading} onClick={() => experts.more.load()}>
                  {t.more}
                </Button>
              )}
            </section>
          )}
        </>
      )}
      {adding && <AddExpert onClose={() => setAdding(false)} onAdded={(person) => change({ person, tab: 'expert' })} />}
    </Page>
  );
}
