import { Button } from '@mantine/core';
import { common } from '@shared/common';
import { dictionary, useTexts } from '@shared/texts';
import { ChoiceFilter, SearchFilter } from '@shared/ui/Filters';
import bar from '@shared/ui/ListTools.module.css';
import { type ReactNode, useState } from 'react';
import { DaysFilter, ManyFilter, TextFilter } from './FieldFilters';

const texts = dictionary({
  add: { fi: 'Lisää rajaus', en: 'Add filter' },
});

type Option = { value: string; label: string };

/** What a column can be narrowed by; `pinned` ones always show, the others once they are asked for. */
export type Filter = { key: string; label: string; pinned?: boolean } & (
  | { kind: 'text' }
  | { kind: 'choice'; options: Option[] }
  | { kind: 'many'; options: Option[] }
  | { kind: 'days'; keys: [string, string] }
);

type Search = Record<string, string | number | boolean | undefined>;
type Props = {
  find: string;
  filters: Filter[];
  search: Search;
  change: (next: Search) => void;
  onClear?: () => void;
  tools: ReactNode;
};

const asText = (value: Search[string]) => (value === undefined ? undefined : String(value));

/** Filters of any column. They are the address: what is seen here is what a link to it shows. */
export function FilterBar({ find, filters, search, change, onClear, tools }: Props) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const [asked, setAsked] = useState<string[]>([]);
  const isOn = (filter: Filter) =>
    (filter.kind === 'days' ? filter.keys : [filter.key]).some((key) => search[key] !== undefined);
  const shown = (filter: Filter) => filter.pinned || isOn(filter) || asked.includes(filter.key);
  const rest = filters.filter((filter) => !shown(filter));

  return (
    <div className={bar.bar}>
      <SearchFilter label={find} value={asText(search.q)} onChange={(q) => change({ q })} />
      {filters.filter(shown).map((filter) => (
        <One key={filter.key} filter={filter} search={search} change={change} startOpen={asked.includes(filter.key)} />
      ))}
      {rest.length > 0 && (
        <ChoiceFilter
          label={t.add}
          options={rest.map((filter) => ({ value: filter.key, label: filter.label }))}
          onChange={(key) => key && setAsked([...asked, key])}
        />
      )}
      {onClear && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setAsked([]);
            onClear();
          }}
        >
          {c.clear}
        </Button>
      )}
      {tools}
    </div>
  );
}

type OneProps = Pick<Props, 'search' | 'change'> & { filter: Filter; startOpen: boolean };

function One({ filter, search, change, startOpen }: OneProps) {
  const { label } = filter;
  const value = asText(search[filter.key]);
  switch (filter.kind) {
    case 'text':
      return (
        <TextFilter
          label={label}
          value={value}
          startOpen={startOpen}
          onChange={(next) => change({ [filter.key]: next })}
        />
      );
    case 'many':
      return (
        <ManyFilter
          label={label}
          options={filter.options}
          values={value?.split(',') ?? []}
          startOpen={startOpen}
          onChange={(next) => change({ [filter.key]: next.join(',') || undefined })}
        />
      );
    case 'days': {
      const [from, to] = filter.keys;
      return (
        <DaysFilter
          label={label}
          from={asText(search[from])}
          to={asText(search[to])}
          startOpen={startOpen}
          onChange={(first, last) => change({ [from]: first, [to]: last })}
        />
      );
    }
    case 'choice':
      return (
        <ChoiceFilter
          label={label}
          options={filter.options}
          value={value}
          onChange={(next) => change({ [filter.key]: next === 'true' ? true : next === 'false' ? false : next })}
        />
      );
  }
}
