import { client } from '@api/client';
import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { useFormat } from '@shared/format';
import { useMe } from '@shared/me';
import { named, useTexts } from '@shared/texts';
import { StatusDot } from '@shared/ui/Badges';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ChoiceFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { Page } from '@shared/ui/Page';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { filtersOf, useAddress } from '@shared/useAddress';
import { unwrap, usePages } from '@shared/usePages';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AlumniNav } from './AlumniNav';
import styles from './alumni.module.css';
import { choices, cooperationTexts, mentoringStates } from './cooperationTexts';
import { type Mentoring, MentoringForm } from './MentoringForm';
import type { MentoringSearch } from './routes';

/** Mentors and what they mentor in. */
export function MentoringPage() {
  const t = useTexts(cooperationTexts);
  const c = useTexts(common);
  const states = useTexts(mentoringStates);
  const f = useFormat();
  const me = useMe();
  const { search, change } = useAddress<MentoringSearch>();
  const [editing, setEditing] = useState<Mentoring>();
  const filters = filtersOf(search);
  const pairs = usePages(
    ['alumni-mentorings', filters],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/alumni/mentorings', {
          params: { query: { ...filters, cursor, count, limit: 100 } },
          signal,
        }),
      ),
    me.may('alumni'),
  );
  const columns: Column<Mentoring>[] = [
    {
      id: 'name',
      header: t.mentor,
      min: 130,
      grow: 1.3,
      drop: 0,
      cell: (row, tabIndex) => (
        <span className={styles.two}>
          <Link to="." search={(now: object) => ({ ...now, person: row.contactId })} data-row-link tabIndex={tabIndex}>
            {row.name}
          </Link>
          <span className="brief">{row.topic}</span>
        </span>
      ),
    },
    { id: 'topic', header: t.topic, min: 170, grow: 2, drop: 2, cell: (row) => row.topic },
    { id: 'mentee', header: t.mentee, min: 120, drop: 4, cell: (row) => row.mentee ?? '–' },
    {
      id: 'period',
      header: t.startsOn,
      min: 190,
      drop: 3,
      sort: 'startsOn',
      cell: (row) => `${f.date(row.startsOn)} – ${row.endsOn ? f.date(row.endsOn) : ''}`,
    },
    {
      id: 'state',
      header: t.state,
      min: 130,
      drop: 1,
      cell: (row) => (
        <StatusDot tone={row.state === 'active' ? 'good' : row.state === 'planned' ? 'warn' : 'quiet'}>
          {named(states, row.state)}
        </StatusDot>
      ),
    },
    {
      id: 'edit',
      header: t.mentoring,
      quiet: true,
      min: 108,
      grow: 0.4,
      drop: 0,
      align: 'end',
      cell: (row, tabIndex) =>
        me.may('editAlumni') && (
          <Button
            variant="default"
            size="compact-sm"
            tabIndex={tabIndex}
            data-row-link
            aria-label={t.editMentoringOf(row.topic)}
            onClick={() => setEditing(row)}
          >
            {c.edit}
          </Button>
        ),
    },
  ];
  return (
    <Page fill title={t.mentoring} note={pairs.total !== undefined && f.number(pairs.total)}>
      <AlumniNav />
      <div className={bar.bar}>
        <ChoiceFilter
          label={t.state}
          value={search.state}
          options={choices(states)}
          onChange={(state) => change({ state: state as MentoringSearch['state'] })}
        />
      </div>
      <DataTable
        label={t.mentoring}
        columns={columns}
        rows={pairs.rows}
        rowId={(row) => row.id}
        total={pairs.total}
        sort={search.sort ?? '-startsOn'}
        onSort={(sort) => change({ sort: sort === '-startsOn' ? undefined : (sort as MentoringSearch['sort']) })}
        loading={pairs.loading && me.may('alumni')}
        stale={pairs.stale}
        more={pairs.more}
        instead={
          !me.may('alumni') ? (
            <ErrorState error={{ status: 403 }} />
          ) : pairs.error ? (
            <ErrorState error={pairs.error} onRetry={() => pairs.retry()} />
          ) : pairs.loading || pairs.rows.length > 0 ? undefined : search.state ? (
            <EmptyState title={t.noHits} />
          ) : (
            <EmptyState title={t.mentoringEmpty}>{t.mentoringEmptyText}</EmptyState>
          )
        }
      />
      {editing && (
        <MentoringForm
          key={editing.id}
          contactId={editing.contactId}
          name={editing.name}
          mentoring={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
