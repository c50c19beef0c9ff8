import { Button } from '@mantine/core';
import { useFormat } from '@shared/format';
import { type Filter, FilterBar } from '@shared/list/FilterBar';
import { JumpRail } from '@shared/list/JumpRail';
import { arrange, resized, usual } from '@shared/list/layout';
import { countOf, nothing, target } from '@shared/list/selection';
import { useChoice } from '@shared/list/useChoice';
import { useListLook } from '@shared/list/useListLook';
import { useLanguage, useTexts } from '@shared/texts';
import { type Column, DataTable } from '@shared/ui/DataTable';
import { ListTools } from '@shared/ui/ListTools';
import { Page } from '@shared/ui/Page';
import { type BuiltInView, SavedViews } from '@shared/ui/SavedViews';
import { EmptyState, ErrorState } from '@shared/ui/States';
import { useAddress } from '@shared/useAddress';
import type { usePages } from '@shared/usePages';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BulkDialog } from './BulkDialog';
import { BulkProgress } from './BulkProgress';
import { bulkTexts } from './bulkTexts';
import { SelectionBar } from './SelectionBar';
import { texts } from './texts';
import { type BulkList, type Field, fieldsOf } from './useBulk';

type Search = Record<string, string | number | boolean | undefined>;

type Props<T extends { id: string }> = {
  list: BulkList;
  title: string;
  note: (total: number, shown: string) => string;
  find: string;
  actions?: ReactNode;
  /** The address, without what is open beside the list and without its columns. */
  search: Search;
  /** The same as the API takes it, without order. */
  filter: Record<string, unknown>;
  columns: Column<T>[];
  filters: Filter[];
  builtIn: BuiltInView[];
  rows: ReturnType<typeof usePages<T>>;
  rowName: (row: T) => string;
  selected?: string;
  onOpen: (row: T) => void;
  mayChange: boolean;
  empty: { title: string; text: string; icon: ReactNode; noHits: string };
};

/** A register's list: views, filters of every column, columns as one likes them, and what is done with many rows at once. */
export function RecordList<T extends { id: string }>(props: Props<T>) {
  const { list, search, filter, columns, rows, empty } = props;
  const t = useTexts(texts);
  const b = useTexts(bulkTexts);
  const f = useFormat();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { change } = useAddress<Search>();
  const look = useListLook(list);
  const shown = arrange(columns, look.layout);
  const { sort = 'name', ...narrowing } = search;
  const { selection, choice, set } = useChoice<T>(JSON.stringify(filter), (row) => row.id, props.rowName, {
    row: b.select,
    all: b.selectAll,
  });
  const [asking, setAsking] = useState<Field>();
  const [started, setStarted] = useState<{ operationId: string; jobId: string }>();

  const total = rows.total ?? 0;
  const count = countOf(selection, total);
  const filtered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => change(Object.fromEntries(Object.keys(narrowing).map((key) => [key, undefined])));
  const file = new URLSearchParams(
    Object.entries({ ...filter, sort, columns: shown.map((column) => column.id), headings: language }).flatMap(
      ([key, value]) => (value === undefined ? [] : [value].flat().map((one): [string, string] => [key, String(one)])),
    ),
  );
  const reload = () => {
    queries.invalidateQueries({ queryKey: [list] });
    queries.invalidateQueries({ queryKey: [list === 'contacts' ? 'contact' : 'account'] });
  };

  return (
    <Page
      fill
      title={props.title}
      note={rows.total !== undefined && props.note(rows.total, f.number(rows.total))}
      actions={
        <>
          <Button
            variant="default"
            component="a"
            href={`/api/v1/${list}.xlsx?${file}`}
            download
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          >
            {b.export}
          </Button>
          {props.actions}
        </>
      }
    >
      <SavedViews list={list} search={search} builtIn={props.builtIn} columns={look.text} />
      <FilterBar
        find={props.find}
        filters={props.filters}
        search={search}
        change={change}
        onClear={filtered ? clear : undefined}
        tools={<ListTools look={look} columns={columns} />}
      />
      {sort === 'name' && (
        <JumpRail
          from={search.from === undefined ? undefined : String(search.from)}
          onJump={(from) => change({ from })}
        />
      )}
      <DataTable
        label={props.title}
        columns={shown}
        asChosen={look.layout !== undefined}
        onResize={(id, width) => look.setLayout(resized(look.layout ?? usual(columns), id, width))}
        rows={rows.rows}
        rowId={(row) => row.id}
        total={rows.total}
        selected={props.selected}
        onOpen={props.onOpen}
        sort={String(sort)}
        onSort={(next) => change({ sort: next === 'name' ? undefined : next })}
        dense={look.dense}
        loading={rows.loading}
        stale={rows.stale}
        more={rows.more}
        choice={props.mayChange ? choice : undefined}
        instead={
          rows.error ? (
            <ErrorState error={rows.error} onRetry={() => rows.retry()} />
          ) : rows.loading || rows.rows.length > 0 ? undefined : filtered ? (
            <EmptyState
              title={empty.noHits}
              action={
                <Button variant="default" onClick={clear}>
                  {t.clearFilters}
                </Button>
              }
            >
              {t.noHitsText}
            </EmptyState>
          ) : (
            <EmptyState title={empty.title} icon={empty.icon}>
              {empty.text}
            </EmptyState>
          )
        }
      />
      {count > 0 && <SelectionBar of={list} selection={selection} total={total} onSelect={set} onChange={setAsking} />}
      {started && (
        <BulkProgress
          key={started.operationId}
          started={started}
          onChanged={reload}
          onClose={() => setStarted(undefined)}
        />
      )}
      {asking && count > 0 && (
        <BulkDialog
          list={list}
          target={target(selection, filter)}
          count={count}
          first={fieldsOf[list].find((field) => field === asking) ?? 'status'}
          onClose={() => setAsking(undefined)}
          onStarted={(operation) => {
            setStarted(operation);
            set(nothing);
          }}
        />
      )}
    </Page>
  );
}
