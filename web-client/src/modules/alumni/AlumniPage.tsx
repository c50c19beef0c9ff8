import { api, client } from '@api/client';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { peopleInOrder } from '@shared/contactTab';
import { useFormat } from '@shared/format';
import { arrange, resized, usual } from '@shared/list/layout';
import { useListLook } from '@shared/list/useListLook';
import { useMe } from '@shared/me';
import { useTexts } from '@shared/texts';
import { DataTable } from '@shared/ui/DataTable';
import { ListTools } from '@shared/ui/ListTools';
import { Page } from '@shared/ui/Page';
import { SavedViews } from '@shared/ui/SavedViews';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconFileImport, IconMailForward, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { AlumniFilters } from './AlumniFilters';
import { AlumniNav } from './AlumniNav';
import type { AlumniSearch } from './routes';
import { texts } from './texts';
import { useAlumniColumns } from './useAlumniColumns';

/** The alumni register: filters, sort and the open person are the address. */
export function AlumniPage() {
  const t = useTexts(texts);
  const c = useTexts(common);
  const f = useFormat();
  const me = useMe();
  const { search, change, open } = useAddress<AlumniSearch>();
  const { columns: _columns, ...filters } = filtersOf(search);
  const look = useListLook('alumni');
  const columns = useAlumniColumns();
  const facets = api.useQuery('get', '/api/v1/alumni/facets', undefined, {
    staleTime: 60_000,
    enabled: me.may('alumni'),
  });
  const alumni = usePages(
    ['alumni', filters],
    ({ cursor, count, signal }) =>
      unwrap(client.GET('/api/v1/alumni', { params: { query: { ...filters, cursor, count, limit: 100 } }, signal })),
    me.may('alumni'),
  );
  useEffect(() => peopleInOrder.set(alumni.rows.map((row) => row.contactId)), [alumni.rows]);

  const { sort: _sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])));
  const { total } = alumni;

  const instead = !me.may('alumni') ? (
    <ErrorState error={{ status: 403 }} />
  ) : alumni.error ? (
    <ErrorState error={alumni.error} onRetry={() => alumni.retry()} />
  ) : alumni.loading || alumni.rows.length > 0 ? undefined : filtered ? (
    <EmptyState
      title={t.noHitsTitle}
      action={
        <Button variant="default" onClick={clear}>
          {t.clearFilters}
        </Button>
      }
    >
      {t.noHitsText}
    </EmptyState>
  ) : (
    <EmptyState title={t.emptyTitle} icon={<IconSchool stroke={1.5} aria-hidden />}>
      {t.emptyText}
    </EmptyState>
  );

  return (
    <Page
      fill
      title={t.title}
      note={total !== undefined && c.people(total, f.number(total))}
      actions={
        <>
          {me.may('makeMailingLists') && (
            <Button
              variant="default"
              leftSection={<IconMailForward size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link
                  to="/mailing-lists/new"
                  search={
                    {
                      roles: 'alumnus',
                      q: search.q,
                      programme: search.programme,
                      form: search.form,
                      graduatedFrom: search.graduatedFrom,
                      graduatedTo: search.graduatedTo,
                    } as never
                  }
                  {...props}
                />
              )}
            >
              {t.newList}
            </Button>
          )}
          {me.may('importAlumni') && (
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
      <AlumniNav />
      <SavedViews
        list="alumni"
        search={filters}
        columns={look.text}
        builtIn={[
          { name: t.everyone, search: {} },
          { name: t.mailable, search: { mailable: true } },
          { name: t.lecturers, search: { form: 'guest-lecture' } },
          { name: t.mentors, search: { form: 'mentor' } },
        ]}
      />
      <AlumniFilters
        search={search}
        change={change}
        facets={facets.data}
        onClear={filtered ? clear : undefined}
        tools={<ListTools look={look} columns={columns} />}
      />
      <DataTable
        label={t.title}
        columns={arrange(columns, look.layout)}
        asChosen={look.layout !== undefined}
        onResize={(id, width) => look.setLayout(resized(look.layout ?? usual(columns), id, width))}
        rows={alumni.rows}
        rowId={(row) => row.contactId}
        total={total}
        selected={search.person}
        onOpen={(row) => open(row.contactId)}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: sort === 'name' ? undefined : (sort as AlumniSearch['sort']) })}
        dense={look.dense}
        loading={alumni.loading && me.may('alumni')}
        stale={alumni.stale}
        more={alumni.more}
        instead={instead}
      />
    </Page>
  );
}
