import { client } from '@api/client';
import type { Body, Item } from '@api/types';
import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { useRecordForm } from '@shared/useRecordForm';
import { useToast } from '@shared/useToast';
import { askChannels, choices, cooperationTexts, requestStates } from './cooperationTexts';
import { type Load, LoadNotice } from './LoadNotice';
import { useForms } from './useForms';
import { useFreshAlumni } from './useFreshAlumni';

export type Request = Item<'/api/v1/alumni/requests'>;

type Props = {
  contactId: string;
  name: string;
  request?: Request;
  /** What the search that found the person was about. */
  start?: { form?: string; topic?: string; heldOn?: string };
  load?: Load | null;
  onClose: () => void;
};

const valuesOf = (request?: Request) => ({
  form: request?.form ?? '',
  topic: request?.topic ?? '',
  heldOn: request?.heldOn ?? '',
  course: request?.course ?? '',
  organiser: request?.organiser ?? '',
  askedOn: request?.askedOn ?? zoned.today(),
  channel: request?.channel ?? '',
  state: request?.state ?? 'asked',
  outcome: request?.outcome ?? '',
});

/** What an alumnus is asked for, and what came of it. */
export function RequestForm({ contactId, name, request, start, load, onClose }: Props) {
  const t = useTexts(cooperationTexts);
  const states = useTexts(requestStates);
  const channels = useTexts(askChannels);
  const forms = useForms();
  const show = useToast();
  const fresh = useFreshAlumni();
  const record = useRecordForm({
    record: `alumnus/${contactId}/request/${request?.id ?? 'new'}`,
    base: valuesOf(request),
    start: Object.fromEntries(Object.entries(start ?? {}).filter(([, value]) => value)),
    tag: request && `"${request.version}"`,
    async save(changed, whole, tag) {
      const { form: _form, askedOn: _askedOn, ...rest } = changed;
      const filled = (values: object) =>
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, (value as string).trim() || null]));
      const answer = request
        ? await client.PATCH('/api/v1/alumni/{contactId}/requests/{requestId}', {
            params: { path: { contactId, requestId: request.id }, header: { 'If-Match': tag ?? '' } },
            body: filled(rest),
          })
        : await client.POST('/api/v1/alumni/{contactId}/requests', {
            params: { path: { contactId } },
            body: { ...filled(whole), form: whole.form, topic: whole.topic } as Body<
              '/api/v1/alumni/{contactId}/requests',
              'post'
            >,
          });
      if (answer.error) return { error: answer.error };
      await fresh();
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    onSaved(_values, _id, undo) {
      onClose();
      show.done(t.requestSaved, undo);
    },
  });
  const { form } = record;
  return (
    <RecordDialog
      title={request ? `${t.editRequest}: ${name}` : t.recordFor(name)}
      record={record}
      fields={{
        form: { label: t.form },
        topic: { label: t.topic },
        heldOn: { label: t.heldOn },
        course: { label: t.course },
        organiser: { label: t.organiser },
        askedOn: { label: t.askedOn },
        channel: { label: t.askedThrough },
        state: { label: t.state },
        outcome: { label: t.outcome },
      }}
      size="lg"
      onClose={onClose}
    >
      <LoadNotice load={load} />
      {!request && (
        <Select
          label={t.form}
          required
          data={forms.options}
          searchable
          allowDeselect={false}
          {...form.getInputProps('form')}
        />
      )}
      <TextInput label={t.topic} required maxLength={300} data-autofocus {...form.getInputProps('topic')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t.heldOn} {...form.getInputProps('heldOn')} />
        {!request && <TextInput type="date" label={t.askedOn} {...form.getInputProps('askedOn')} />}
        <TextInput label={t.course} maxLength={200} {...form.getInputProps('course')} />
        <TextInput label={t.organiser} maxLength={200} {...form.getInputProps('organiser')} />
        <Select label={t.askedThrough} data={choices(channels)} {...form.getInputProps('channel')} />
        <Select label={t.state} data={choices(states)} allowDeselect={false} {...form.getInputProps('state')} />
      </SimpleGrid>
      <Textarea label={t.outcome} autosize minRows={2} maxLength={4000} {...form.getInputProps('outcome')} />
    </RecordDialog>
  );
}
