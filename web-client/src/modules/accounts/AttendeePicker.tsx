import { client } from '@api/client';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { listName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { unwrap } from '@shared/usePages';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { activityTexts } from './activityTexts';
import type { Linked } from './activityValues';

type Props = {
  contacts: Linked[];
  accounts: Linked[];
  onChange: (contacts: Linked[], accounts: Linked[]) => void;
  error?: ReactNode;
  /** Organisations alone. */
  only?: 'accounts';
  label?: string;
  required?: boolean;
};

type Hit = Linked & { note: string };
type Hits = { contacts: Hit[]; accounts: Hit[] };

async function find(q: string, only: Props['only'], signal: AbortSignal): Promise<Hits> {
  // Who is passive cannot be put on anything, and is not offered.
  const query = { q, passive: false, limit: 8 };
  const [people, organisations] = await Promise.all([
    only ? undefined : unwrap(client.GET('/api/v1/contacts', { params: { query }, signal })),
    unwrap(client.GET('/api/v1/accounts', { params: { query }, signal })),
  ]);
  return {
    contacts: (people?.items ?? []).map((one) => ({
      id: one.id,
      name: listName(one),
      note: [one.employer, one.email ?? one.town].filter(Boolean).join(' · '),
    })),
    accounts: organisations.items.map((one) => ({
      id: one.id,
      name: one.name,
      note: [one.businessId, one.municipality].filter(Boolean).join(' · '),
    })),
  };
}

/** People and organisations in one field, found as one types. */
export function AttendeePicker({ contacts, accounts, onChange, error, only, label, required }: Props) {
  const t = useTexts(activityTexts);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 180);
  const found = useQuery({
    queryKey: ['pick', 'attendees', only, q],
    queryFn: ({ signal }) => find(q, only, signal),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
  const hits = q.length >= 2 ? found.data : undefined;
  const merged = (chosen: Linked[], more: Linked[] = []) => [
    ...chosen,
    ...more.filter((one) => !chosen.some((known) => known.id === one.id)),
  ];
  const people = merged(contacts, hits?.contacts);
  const organisations = merged(accounts, hits?.accounts);
  const notes = new Map([...(hits?.contacts ?? []), ...(hits?.accounts ?? [])].map((hit) => [hit.id, hit.note]));
  const items = (list: Linked[]) => list.map((one) => ({ value: one.id, label: one.name }));

  return (
    <MultiSelect
      label={label ?? t.attendees}
      placeholder={contacts.length + accounts.length === 0 ? t.attendeesHint : undefined}
      error={error}
      required={required}
      searchable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...contacts, ...accounts].map((one) => one.id)}
      data={[
        { group: t.people, items: items(people) },
        { group: t.organisations, items: items(organisations) },
      ].filter((group) => group.items.length > 0)}
      filter={({ options }) => (q.length >= 2 ? options : [])}
      nothingFoundMessage={q.length < 2 ? t.typeMore : found.isFetching ? '…' : t.nothing}
      onChange={(ids) => {
        setTyped('');
        onChange(
          people.filter((one) => ids.includes(one.id)),
          organisations.filter((one) => ids.includes(one.id)),
        );
      }}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {notes.get(option.value) && <span className="muted small"> · {notes.get(option.value)}</span>}
        </span>
      )}
    />
  );
}
