import { client } from '@api/client';
import { Button } from '@mantine/core';
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
import { IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AlumniNav } from './AlumniNav';
import styles from './alumni.module.css';
import { ContactLimit } from './ContactLimit';
import { choices, cooperationTexts, requestStates } from './cooperationTexts';
import { type Request, RequestForm } from './RequestForm';
import type { RequestsSearch } from './routes';
import { useForms } from './useForms';

const tones = { accepted: 'good', done: 'good', declined: 'quiet', 'no-answer': 'quiet', asked: 'warn' } as const;

/** What alumni were asked for, and what came of it. */
export function RequestsPage() {
  const t = useTexts(cooperationTexts);
  const states = useTexts(requestStates);
  const f = useFormat();
  const me = useMe();
  const forms = useForms();
  const { search, change } = useAddress<RequestsSearch>();
  const [editing, setEditing] = useState<Request>();
  const [setting, setSetting] = useState(false);
  const filters = filtersOf(search);
  const requests = usePages(
    ['alumni-requests', filters],
    ({ cursor, count, signal }) =>
      unwrap(
        client.GET('/api/v1/alumni/requests', { params: { query: { ...filters, cursor, count, limit: 100 } }, signal }),
      ),
    me.may('alumni'),
  );
  const columns: Column<Request>[] = [
    {
      id: 'name',
      header: t.alumnus,
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
    { id: 'form', header: t.form, min: 170, grow: 1.4, drop: 4, cell: (row) => forms.name(row.form) },
    { id: 'askedOn', header: t.askedOn, min: 110, drop: 5, sort: 'askedOn', cell: (row) => f.date(row.askedOn) },
    { id: 'heldOn', header: t.heldOn, min: 110, drop: 3, cell: (row) => f.date(row.heldOn) },
    {
      id: 'state',
      header: t.state,
      min: 130,
      drop: 1,
      cell: (row) => (
        <StatusDot tone={tones[row.state as keyof typeof tones] ?? 'quiet'}>{named(states, row.state)}</StatusDot>
      ),
    },
    {
      id: 'edit',
      header: t.editRequest,
      quiet: true,
      min: 96,
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
            aria-label={t.editRequestOf(row.topic)}
            onClick={() => setEditing(row)}
          >
            {t.outcomeShort}
          </Button>
        ),
    },
  ];
  const filtered = search.state !== undefined || search.form !== undefined;
  const clear = () => change({ state: undefined, form: undefined });

  return (
    <Page
      fill
      title={t.requests}
      note={requests.total !== undefined && f.number(requests.total)}
      actions={
        me.may('editAlumni') && (
          <Button
            variant="default"
            leftSection={<IconSettings size={18} aria-hidden />}
            onClick={() => setSetting(true)}
          >
            {t.limitTitle}
          </Button>
        )
      }
    >
      <AlumniNav />
      <div className={bar.bar}>
        <ChoiceFilter
          label={t.state}
          value={search.state}
          options={choices(states)}
          onChange={(state) => change({ state: state as RequestsSearch['state'] })}
        />
        <ChoiceFilter
          label={t.form}
          value={search.form}
          options={forms.options}
          onChange={(form) => change({ form })}
        />
        {filtered && (
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t.clear}
          </Button>
        )}
      </div>
      <DataTable
        label={t.requests}
        columns={columns}
        rows={requests.rows}
        rowId={(row) => row.id}
        total={requests.total}
        sort={search.sort ?? '-askedOn'}
        onSort={(sort) => change({ sort: sort === '-askedOn' ? undefined : (sort as RequestsSearch['sort']) })}
        loading={requests.loading && me.may('alumni')}
        stale={requests.stale}
        more={requests.more}
        instead={
          !me.may('alumni') ? (
            <ErrorState error={{ status: 403 }} />
          ) : requests.error ? (
            <ErrorState error={requests.error} onRetry={() => requests.retry()} />
          ) : requests.loading || requests.rows.length > 0 ? undefined : filtered ? (
            <EmptyState title={t.noHits} />
          ) : (
            <EmptyState title={t.requestsEmpty}>{t.requestsEmptyText}</EmptyState>
          )
        }
      />
      {editing && (
        <RequestForm
          key={editing.id}
          contactId={editing.contactId}
          name={editing.name}
          request={editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {setting && <ContactLimit onClose={() => setSetting(false)} />}
    </Page>
  );
}
