import { client } from '@api/client';
import { Button, TextInput } from '@mantine/core';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { EventForm } from './EventForm';
import styles from './events.module.css';
import type { EventsSearch } from './routes';
import { kindNames, stateNames, texts } from './texts';
import type { EventRow } from './useEvent';

const options = (names: Record<string, unknown>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: String(label) }));

/** Events, the coming ones first; the filters are the address. */
export function EventsPage() {
  const t = useTexts(texts);
  const f = useFormat();
  const me = useMe();
  const go = useNavigate();
  const kinds = useTexts(kindNames);
  const states = useTexts(stateNames);
  const { search, change } = useAddress<EventsSearch>();
  const [adding, setAdding] = useState(false);
  const { when, ...filters } = filtersOf(search);
  const events = usePages(
    ['events', when, filters],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/events', {
          params: {
            query: { ...filters, when: when === 'all' ? undefined : (when ?? 'coming'), cursor, count, limit: 100 },
          },
          signal,
        }),
      ),
    me.may('contacts'),
  );
  const columns = useMemo<Column<EventRow>[]>(
    () => [
      {
        id: 'name',
        header: t.event,
        min: 200,
        grow: 2,
        drop: 0,
        sort: 'name',
        cell: (row, tabIndex) => (
          <span className={styles.two}>
            <Link to={`/events/${row.id}` as string} data-row-link tabIndex={tabIndex} className={styles.name}>
              {row.name}
            </Link>
            <span className="brief">{[f.dateTime(row.startsAt), row.place].filter(Boolean).join(' · ')}</span>
          </span>
        ),
      },
      {
        id: 'time',
        header: t.time,
        min: 150,
        drop: 1,
        sort: 'startsAt',
        cell: (row) => (
          <span className={styles.two}>
            <span>{f.dateTime(row.startsAt)}</span>
            {row.sessions > 1 && <span className="muted small">{t.more(row.sessions - 1)}</span>}
          </span>
        ),
      },
      { id: 'kind', header: t.kind, min: 150, drop: 3, cell: (row) => named(kinds, row.kind) },
      { id: 'place', header: t.place, min: 130, drop: 5, cell: (row) => row.place ?? '–' },
      {
        id: 'seats',
        header: t.seats,
        min: 130,
        drop: 2,
        cell: (row) => (
          <span>
            {row.capacity ? t.seatsOf(f.number(row.seats), f.number(row.capacity)) : f.number(row.seats)}
            {row.capacity && row.seats >= row.capacity ? ` · ${row.seats > row.capacity ? t.over : t.full}` : ''}
          </span>
        ),
      },
      {
        id: 'state',
        header: t.state,
        min: 130,
        drop: 4,
        cell: (row) => (
          <StatusDot tone={row.state === 'cancelled' ? 'bad' : row.state === 'held' ? 'good' : 'info'}>
            {named(states, row.state)}
          </StatusDot>
        ),
      },
    ],
    [t, f, kinds, states],
  );
  const { sort: _sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])));
  const usual = when === undefined ? 'startsAt' : '-startsAt';
  return (
    <Page
      fill
      title={t.title}
      note={events.total !== undefined && t.count(events.total, f.number(events.total))}
      actions={
        me.may('editEvents') && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        )
      }
    >
      <div className={bar.bar}>
        <SearchFilter label={t.find} value={search.q} onChange={(q) => change({ q })} />
        <ChoiceFilter
          label={t.when}
          value={when ?? 'coming'}
          onChange={(next) => change({ when: next === 'past' || next === 'all' ? next : undefined, sort: undefined })}
          options={[
            { value: 'coming', label: t.coming },
            { value: 'past', label: t.past },
            { value: 'all', label: t.all },
          ]}
        />
        <ChoiceFilter
          label={t.kind}
          value={search.kind}
          onChange={(kind) => change({ kind: kind as EventsSearch['kind'] })}
          options={options(kinds)}
        />
        <ChoiceFilter
          label={t.state}
          value={search.state}
          onChange={(state) => change({ state: state as EventsSearch['state'] })}
          options={options(states)}
        />
        <fieldset className={styles.days}>
          <legend className="visually-hidden">{t.time}</legend>
          <TextInput
            type="date"
            aria-label={t.from}
            value={search.from ?? ''}
            onChange={(event) => change({ from: event.currentTarget.value || undefined })}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="date"
            aria-label={t.to}
            value={search.to ?? ''}
            onChange={(event) => change({ to: event.currentTarget.value || undefined })}
          />
        </fieldset>
        {filtered && (
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t.clear}
          </Button>
        )}
      </div>
      <DataTable
        label={t.title}
        columns={columns}
        rows={events.rows}
        rowId={(row) => row.id}
        total={events.total}
        onOpen={(row) => go({ to: `/events/${row.id}` as string })}
        sort={search.sort ?? usual}
        onSort={(sort) => change({ sort: sort === usual ? undefined : (sort as EventsSearch['sort']) })}
        loading={events.loading && me.may('contacts')}
        stale={events.stale}
        more={events.more}
        instead={
          !me.may('contacts') ? (
            <ErrorState error={{ status: 403 }} />
          ) : events.error ? (
            <ErrorState error={events.error} onRetry={() => events.retry()} />
          ) : events.loading || events.rows.length > 0 ? undefined : filtered ? (
            <EmptyState
              title={t.noHits}
              action={
                <Button variant="default" onClick={clear}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t.emptyTitle} icon={<IconCalendarEvent stroke={1.5} aria-hidden />}>
              {t.emptyText}
            </EmptyState>
          )
        }
      />
      {adding && <EventForm onClose={() => setAdding(false)} onAdded={(id) => go({ to: `/events/${id}` as string })} />}
    </Page>
  );
}
