import { api } from '@api/client';
import { Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { basisNames, common, languageNames, roleNames } from '@shared/common';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { ErrorState } from '@shared/ui/States';
import { useToast } from '@shared/useToast';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bulkTexts, reasonNames } from './bulkTexts';
import { kindNamesOfAccounts, relationshipNames, sizeNames, statusNames } from './codes';
import {
  type BulkList,
  type Change,
  cleared,
  type Field,
  fieldsOf,
  mayClear,
  preview,
  said,
  start,
  type Target,
} from './useBulk';

type Props = {
  list: BulkList;
  target: Target;
  count: number;
  first: Field;
  onClose: () => void;
  onStarted: (operation: { operationId: string; jobId: string }) => void;
};

/** What to change of all that are chosen; says first how many it changes, and whom it leaves as they are. */
export function BulkDialog({ list, target, count, first, onClose, onStarted }: Props) {
  const t = useTexts(bulkTexts);
  const c = useTexts(common);
  const f = useFormat();
  const show = useToast();
  const reasons = useTexts(reasonNames);
  const [change, setChange] = useState<Change>({ field: first, value: '', reason: '', basis: '', source: '' });
  const [sending, setSending] = useState(false);
  const put = (next: Partial<Change>) => setChange({ ...change, ...next });

  const [counted] = useDebouncedValue(said(change, true), 250);
  const counts = useQuery({
    queryKey: ['bulk-preview', list, target, counted],
    queryFn: ({ signal }) => preview(list, target, counted as object, signal),
    enabled: counted !== null,
    placeholderData: keepPreviousData,
  });
  const whole = said(change);
  const result = counted ? counts.data : undefined;
  const left = result ? result.matching - result.changed : 0;

  const send = async () => {
    setSending(true);
    try {
      onStarted(await start(list, target, whole as object));
      onClose();
    } catch (error) {
      show.failed(error);
      setSending(false);
    }
  };

  return (
    <Dialog title={t.title(list === 'contacts', count, f.number(count))} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (whole && result?.changed) send();
        }}
      >
        <Stack>
          <Select
            label={t.what}
            data={fieldsOf[list].map((field) => ({ value: field, label: t[field] }))}
            value={change.field}
            allowDeselect={false}
            onChange={(field) => field && put({ field: field as Field, value: '' })}
            data-autofocus
          />
          <Value change={change} put={put} />
          <div role="status" aria-live="polite">
            {counts.error ? (
              <ErrorState error={counts.error} onRetry={() => counts.refetch()} />
            ) : counted && !result ? (
              t.counting
            ) : (
              result && (
                <>
                  <strong>{t.willChange(list === 'contacts', result.changed, f.number(result.changed))}</strong>{' '}
                  {left > 0 &&
                    `${t.willLeave(f.number(left))} ${Object.entries(result.skipped)
                      .map(([reason, n]) => `${named(reasons, reason)} ${f.number(n)}`)
                      .join(', ')}.`}{' '}
                  <span className="muted">{t.undoable}</span>
                </>
              )
            )}
          </div>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={sending} disabled={!whole || !result?.changed}>
              {t.run(f.number(result?.changed ?? count))}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type ValueProps = { change: Change; put: (next: Partial<Change>) => void };

function Value({ change, put }: ValueProps) {
  const t = useTexts(bulkTexts);
  const c = useTexts(common);
  const roles = useTexts(roleNames);
  const bases = useTexts(basisNames);
  const names: Partial<Record<Field, Record<string, unknown>>> = {
    status: useTexts(statusNames),
    language: useTexts(languageNames),
    giveRole: roles,
    endRole: roles,
    kind: useTexts(kindNamesOfAccounts),
    sizeClass: useTexts(sizeNames),
    addRelationship: useTexts(relationshipNames),
    removeRelationship: useTexts(relationshipNames),
  };
  const { field } = change;
  const staff = api.useQuery(
    'get',
    '/api/v1/staff',
    { params: { query: { limit: 200 } } },
    { enabled: field === 'ownerId' },
  );
  const codes =
    field === 'ownerId'
      ? (staff.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))
      : Object.entries(names[field] ?? {}).map(([value, label]) => ({ value, label: String(label) }));

  if (field === 'passivate' || field === 'activate')
    return (
      <Textarea
        label={c.reason}
        description={t.reasonHint}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={change.reason}
        onChange={(event) => put({ reason: event.currentTarget.value })}
      />
    );
  if (field === 'town' || field === 'municipality')
    return (
      <>
        <TextInput
          label={t.value}
          required
          maxLength={100}
          disabled={change.value === cleared}
          value={change.value === cleared ? '' : change.value}
          onChange={(event) => put({ value: event.currentTarget.value })}
        />
        <Checkbox
          label={t.clearIt}
          checked={change.value === cleared}
          onChange={(event) => put({ value: event.currentTarget.checked ? cleared : '' })}
        />
      </>
    );
  return (
    <>
      <Select
        key={field}
        label={t.value}
        data={mayClear(field) ? [...codes, { value: cleared, label: t.clearIt }] : codes}
        value={change.value || null}
        searchable={codes.length > 8}
        required
        onChange={(value) => put({ value: value ?? '' })}
      />
      {field === 'giveRole' && (
        <>
          <Select
            label={t.basis}
            required
            data={Object.entries(bases).map(([value, label]) => ({ value, label }))}
            value={change.basis || null}
            onChange={(basis) => put({ basis: basis ?? '' })}
          />
          <TextInput
            label={t.source}
            description={t.sourceHint}
            required
            maxLength={200}
            value={change.source}
            onChange={(event) => put({ source: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
