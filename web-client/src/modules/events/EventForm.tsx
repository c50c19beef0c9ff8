import { client } from '@api/client';
import type { Body } from '@api/types';
import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useFormat, zoned } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { IconPlus, IconX } from '@tabler/icons-react';
import styles from './events.module.css';
import { AccountField, StaffField } from './pickers';
import { kindNames, stateNames, texts } from './texts';
import { type Event, readEvent, useFreshEvents } from './useEvent';

type SessionValue = { starts: string; ends: string; place: string };

const hour = (day: string, at: string) => `${day}T${at}`;
const newSession = (after?: SessionValue): SessionValue => {
  // Not today, whose usual hours may be past: an event that is over at once would be missing from the coming ones.
  const day = after?.starts.slice(0, 10) || zoned.inDays(1);
  return { starts: hour(day, '09:00'), ends: hour(day, '15:00'), place: after?.place ?? '' };
};

const valuesOf = (decimal: string, event?: Event) => ({
  name: event?.name ?? '',
  kind: (event?.kind ?? 'event') as string,
  state: (event?.state ?? 'planned') as string,
  description: event?.description ?? '',
  // As text: a field of numbers would read 1.5 as 15 where the comma is the decimal mark.
  credits: String(event?.credits ?? '').replace('.', decimal),
  capacity: (event?.capacity ?? '') as number | string,
  account: event?.account ?? null,
  organisers: event?.organisers ?? [],
  sessions: event
    ? event.sessions.map((one) => ({
        starts: zoned.input(one.startsAt),
        ends: zoned.input(one.endsAt),
        place: one.place ?? '',
      }))
    : [newSession()],
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = (changed: Partial<Values>) => {
  const body: Record<string, unknown> = {};
  for (const key of ['name', 'kind', 'state'] as const) if (key in changed) body[key] = changed[key];
  if ('description' in changed) body.description = changed.description || null;
  if ('capacity' in changed) body.capacity = changed.capacity === '' ? null : Number(changed.capacity);
  if (changed.credits !== undefined) {
    const credits = Number(changed.credits.replace(',', '.'));
    // What is no number, the server refuses as it does what is too many.
    body.credits = changed.credits.trim() === '' ? null : Number.isNaN(credits) ? -1 : credits;
  }
  if ('account' in changed) body.accountId = changed.account?.id ?? null;
  if ('organisers' in changed) body.organiserIds = changed.organisers?.map((one) => one.id) ?? [];
  if ('sessions' in changed)
    body.sessions = changed.sessions?.map((one) => ({
      startsAt: one.starts ? zoned.instant(one.starts) : null,
      endsAt: one.ends ? zoned.instant(one.ends) : null,
      place: one.place || null,
    }));
  return body;
};

type Props = { event?: Event; tag?: string; onClose: () => void; onAdded?: (id: string) => void };

/** Adds an event, or edits one. */
export function EventForm({ event, tag, onClose, onAdded }: Props) {
  const t = useTexts(texts);
  const kinds = useTexts(kindNames);
  const states = useTexts(stateNames);
  const f = useFormat();
  const show = useToast();
  const fresh = useFreshEvents();
  const record = useRecordForm<Values>({
    record: event ? `event/${event.id}` : 'event/new',
    base: valuesOf(f.decimal, event),
    tag,
    async save(changed, whole, version) {
      if (!event) {
        const answer = await client.POST('/api/v1/events', { body: bodyOf(whole) as Body<'/api/v1/events', 'post'> });
        if (answer.error) return { error: answer.error };
        await fresh();
        return { id: answer.data?.id };
      }
      const answer = await client.PATCH('/api/v1/events/{id}', {
        params: { path: { id: event.id }, header: { 'If-Match': version ?? '' } },
        body: bodyOf(changed) as Body<'/api/v1/events/{id}', 'patch'>,
      });
      if (answer.error) return { error: answer.error };
      await fresh();
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    load: event
      ? async () => {
          const { data, error, response } = await readEvent(event.id);
          if (!data) throw error;
          return { value: valuesOf(f.decimal, data), tag: response.headers.get('ETag') ?? undefined };
        }
      : undefined,
    rename: { accountId: 'account', organiserIds: 'organisers' },
    onSaved(_values, id, undo) {
      onClose();
      show.done(t.saved, undo);
      if (id) onAdded?.(id);
    },
  });
  const { form } = record;
  const { sessions } = form.values;
  const setSession = (at: number, change: Partial<SessionValue>) =>
    form.setFieldValue(
      'sessions',
      sessions.map((one, i) => (i === at ? { ...one, ...change } : one)),
    );
  const options = (names: Record<string, unknown>) =>
    Object.entries(names).map(([value, label]) => ({ value, label: String(label) }));
  return (
    <RecordDialog
      title={event ? t.edit : t.add}
      record={record}
      onClose={onClose}
      fields={{
        name: { label: t.name },
        kind: { label: t.kind, show: (code) => named(kinds, code) },
        state: { label: t.state, show: (code) => named(states, code) },
        description: { label: t.description },
        credits: { label: t.credits },
        capacity: { label: t.capacity },
        account: { label: t.account, show: (one) => one?.name ?? '' },
        organisers: { label: t.organiser, show: (all) => all.map((one) => one.name).join(', ') },
        sessions: {
          label: t.sessions,
          show: (all) => all.map((one) => f.dateTime(zoned.instant(one.starts))).join(', '),
        },
      }}
    >
      <TextInput label={t.name} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <div className={styles.pair}>
        <Select label={t.kind} data={options(kinds)} allowDeselect={false} {...form.getInputProps('kind')} />
        <Select label={t.state} data={options(states)} allowDeselect={false} {...form.getInputProps('state')} />
        <TextInput label={t.credits} inputMode="decimal" maxLength={10} {...form.getInputProps('credits')} />
        <NumberInput
          label={t.capacity}
          min={1}
          max={100_000}
          clampBehavior="strict"
          allowDecimal={false}
          {...form.getInputProps('capacity')}
        />
      </div>
      {sessions.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sessions have no other name while they are typed
        <fieldset key={i} className={styles.session}>
          <legend>{t.session(i + 1)}</legend>
          <TextInput
            type="datetime-local"
            label={t.starts}
            required
            value={one.starts}
            error={form.errors[`sessions.${i}.startsAt`]}
            onChange={(typed) => {
              const starts = typed.currentTarget.value;
              const day = starts.slice(0, 10);
              setSession(
                i,
                day && day !== one.starts.slice(0, 10) ? { starts, ends: day + one.ends.slice(10) } : { starts },
              );
            }}
          />
          <TextInput
            type="datetime-local"
            label={t.ends}
            required
            value={one.ends}
            error={form.errors[`sessions.${i}.endsAt`]}
            onChange={(typed) => setSession(i, { ends: typed.currentTarget.value })}
          />
          <TextInput
            label={t.place}
            maxLength={200}
            value={one.place}
            onChange={(typed) => setSession(i, { place: typed.currentTarget.value })}
          />
          {sessions.length > 1 && (
            <ActionIcon
              aria-label={t.removeSession(i + 1)}
              onClick={() =>
                form.setFieldValue(
                  'sessions',
                  sessions.filter((_, at) => at !== i),
                )
              }
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        className={styles.start}
        onClick={() => form.setFieldValue('sessions', [...sessions, newSession(sessions.at(-1))])}
      >
        {t.addSession}
      </Button>
      <AccountField
        label={t.account}
        value={form.values.account}
        error={form.errors.account}
        onChange={(account) => form.setFieldValue('account', account)}
      />
      <StaffField
        label={t.organiser}
        value={form.values.organisers}
        error={form.errors.organisers}
        onChange={(organisers) => form.setFieldValue('organisers', organisers)}
      />
      <Textarea label={t.description} maxLength={5000} {...form.getInputProps('description')} />
    </RecordDialog>
  );
}
