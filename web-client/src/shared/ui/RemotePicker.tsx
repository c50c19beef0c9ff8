import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { dictionary, useTexts } from '@shared/texts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

const texts = dictionary({
  nothing: { fi: 'Ei osumia', en: 'No matches' },
  typeMore: { fi: 'Kirjoita vähintään kaksi merkkiä', en: 'Type at least two characters' },
});

export type Picked = { id: string; name: string; note?: string | null };

type Props = {
  label: string;
  placeholder?: string;
  value?: Picked | null;
  onChange?: (value: Picked | null) => void;
  /** What the answers are kept under. */
  from: string;
  find: (q: string, signal: AbortSignal) => Promise<Picked[]>;
  /** How much must be typed before it asks. */
  least?: number;
  error?: ReactNode;
  required?: boolean;
  autoFocus?: boolean;
};

/** One of the register's records, found as one types. */
export function RemotePicker({ value, onChange, from, find, least = 2, autoFocus, ...field }: Props) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === value?.name ? '' : typed.trim(), 180);
  const found = useQuery({
    queryKey: ['pick', from, q],
    queryFn: ({ signal }) => find(q, signal),
    enabled: q.length >= least,
    placeholderData: keepPreviousData,
  });
  const hits = q.length >= least ? (found.data ?? []) : [];
  const shown = value && !hits.some((hit) => hit.id === value.id) ? [value, ...hits] : hits;
  const why = q.length < least ? t.typeMore : found.isFetching ? '…' : t.nothing;
  const notes = new Map(shown.map((hit) => [hit.id, hit.note]));
  return (
    <Select
      {...field}
      data-autofocus={autoFocus || undefined}
      searchable
      clearable={!field.required}
      clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      value={value?.id ?? null}
      // A list that says why it is empty: one without any option has no place in the page.
      data={
        shown.length > 0
          ? shown.map((hit) => ({ value: hit.id, label: hit.name }))
          : [{ value: '-', label: why, disabled: true }]
      }
      onSearchChange={setTyped}
      onChange={(id) => onChange?.(shown.find((hit) => hit.id === id) ?? null)}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {notes.get(option.value) && <span className="muted small"> · {notes.get(option.value)}</span>}
        </span>
      )}
      rightSection={found.isFetching ? <Loader size={14} /> : undefined}
    />
  );
}
