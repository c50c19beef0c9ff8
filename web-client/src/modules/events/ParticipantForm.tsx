import { client } from '@api/client';
import { cause, problemOf } from '@api/problem';
import type { Body } from '@api/types';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { common } from '@shared/common';
import { listName } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { PersonPicker } from '@shared/ui/PersonPicker';
import { unwrap } from '@shared/usePages';
import { useRefused } from '@shared/useRefused';
import { useToast } from '@shared/useToast';
import { useQuery } from '@tanstack/react-query';
import { AccountField } from './pickers';
import { modeNames, texts } from './texts';
import { type Event, type Participant, useFreshEvents } from './useEvent';

type Props = { event: Event; participant?: Participant; onClose: () => void };
type Needs = { diet?: string | null; accessibility?: string | null };

/** Adds a person to the event, or corrects what is known of one; special needs are kept apart. */
export function ParticipantForm({ event, participant, onClose }: Props) {
  const needs = useQuery({
    queryKey: ['event', event.id, 'special-needs'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/events/{id}/special-needs', { params: { path: { id: event.id } }, signal })),
    enabled: participant !== undefined,
  });
  if (participant && !needs.data) return null;
  const own = needs.data?.items.find((one) => one.participantId === participant?.id);
  return <Form event={event} participant={participant} needs={own ?? {}} onClose={onClose} />;
}

function Form({ event, participant, needs, onClose }: Props & { needs: Needs }) {
  const t = useTexts(texts);
  const c = useTexts(common);
  const modes = useTexts(modeNames);
  const show = useToast();
  const fresh = useFreshEvents();
  const form = useForm({
    initialValues: {
      contactId: null as { id: string; name: string } | null,
      organisation: participant?.organisation ?? '',
      accountId: participant?.account ?? null,
      task: participant?.task ?? '',
      mode: (participant?.mode ?? null) as string | null,
      diet: needs.diet ?? '',
      accessibility: needs.accessibility ?? '',
    },
  });
  const refused = useRefused(form);
  const submit = form.onSubmit(async (typed) => {
    const body = {
      organisation: typed.organisation || null,
      task: typed.task || null,
      mode: typed.mode,
      ...(typed.accountId?.id !== participant?.account?.id ? { accountId: typed.accountId?.id ?? null } : {}),
    };
    if (!participant && !typed.contactId) return form.setFieldError('contactId', c.needed);
    const { data, error } = participant
      ? await client.PATCH('/api/v1/events/{id}/participants/{participantId}', {
          params: {
            path: { id: event.id, participantId: participant.id },
            header: { 'If-Match': `"${participant.version}"` },
          },
          body: body as Body<'/api/v1/events/{id}/participants/{participantId}', 'patch'>,
        })
      : await client.POST('/api/v1/events/{id}/participants', {
          params: { path: { id: event.id } },
          body: { ...body, contactId: typed.contactId?.id ?? '' } as Body<'/api/v1/events/{id}/participants', 'post'>,
        });
    if (!data) {
      if (cause(problemOf(error)) === 'duplicate') return form.setFieldError('contactId', t.alreadyThere);
      return refused(error);
    }
    if (typed.diet !== (needs.diet ?? '') || typed.accessibility !== (needs.accessibility ?? '')) {
      const kept = await client.PUT('/api/v1/events/{id}/participants/{participantId}/special-needs', {
        params: { path: { id: event.id, participantId: data.id } },
        body: { diet: typed.diet || null, accessibility: typed.accessibility || null },
      });
      if (kept.error) return refused(kept.error);
    }
    onClose();
    show.done(participant ? c.save : data.isFull ? t.addedFull : t.added);
    await fresh();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={participant ? `${t.editParticipant}: ${listName(participant)}` : t.addParticipant}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {!participant && (
            <PersonPicker
              required
              autoFocus
              value={form.values.contactId}
              error={form.errors.contactId}
              onChange={(person) => form.setFieldValue('contactId', person)}
            />
          )}
          <TextInput
            label={t.organisation}
            description={t.organisationHelp}
            maxLength={200}
            {...form.getInputProps('organisation')}
          />
          {participant && (
            <AccountField
              label={t.findAccount}
              value={form.values.accountId}
              error={form.errors.accountId}
              onChange={(account) => form.setFieldValue('accountId', account)}
            />
          )}
          <TextInput label={t.task} maxLength={200} {...form.getInputProps('task')} />
          <Select
            label={t.mode}
            clearable
            clearButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
            data={Object.entries(modes).map(([value, label]) => ({ value, label: String(label) }))}
            {...form.getInputProps('mode')}
          />
          <Textarea label={t.diet} maxLength={500} {...form.getInputProps('diet')} />
          <Textarea label={t.accessibility} maxLength={500} {...form.getInputProps('accessibility')} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {c.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {c.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
