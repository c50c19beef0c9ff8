import { client } from '@api/client';
import type { Answer, Body } from '@api/types';
import { TextInput } from '@mantine/core';
import { useFormat } from '@shared/format';
import { named, useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { useRecordForm } from '@shared/useRecordForm';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { activityTexts, educationFields, urgencies } from './activityTexts';
import { NeedFields } from './NeedFields';
import { useFreshActivities, useRemove } from './useActivities';

type Need = Answer<'/api/v1/needs/{id}'>;

const read = (id: string, signal?: AbortSignal) =>
  client.GET('/api/v1/needs/{id}', { params: { path: { id } }, signal });
const valuesOf = ({ text, field, tags, urgency, heardOn }: Need) => ({ text, field, tags, urgency, heardOn });

/** Corrects a need that was written down. */
export function EditNeed({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(activityTexts);
  const loaded = useTagged(['activity', 'need', id], (signal) => read(id, signal));
  if (loaded.data) return <Form need={loaded.data.value} tag={loaded.data.tag} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} size="lg" title={t.editNeed}>
      {loaded.error ? <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} /> : <Loading lines={6} />}
    </Dialog>
  );
}

function Form({ need, tag, onClose }: { need: Need; tag: string; onClose: () => void }) {
  const t = useTexts(activityTexts);
  const fields = useTexts(educationFields);
  const urgency = useTexts(urgencies);
  const f = useFormat();
  const show = useToast();
  const fresh = useFreshActivities();
  const remove = useRemove();
  const { id } = need;
  const record = useRecordForm({
    record: `need/${id}`,
    base: valuesOf(need),
    tag,
    async save(changed, _whole, version) {
      const answer = await client.PATCH('/api/v1/needs/{id}', {
        params: { path: { id }, header: { 'If-Match': version ?? '' } },
        body: changed as Body<'/api/v1/needs/{id}', 'patch'>,
      });
      if (answer.error) return { error: answer.error };
      await fresh();
      return { tag: answer.response.headers.get('ETag') ?? undefined };
    },
    async load() {
      const { data, error, response } = await read(id);
      if (!data) throw error;
      return { value: valuesOf(data), tag: response.headers.get('ETag') ?? undefined };
    },
    onSaved(_values, _id, undo) {
      onClose();
      show.done(t.changed, undo);
    },
  });
  const { form } = record;
  const gone = () => {
    record.drop();
    onClose();
  };
  const { heardOn, ...rest } = form.values;
  return (
    <RecordDialog
      title={`${t.editNeed}: ${need.account.name}`}
      record={record}
      fields={{
        text: { label: t.needText },
        field: { label: t.field, show: (code) => (code ? named(fields, String(code)) : '') },
        tags: { label: t.tags, show: (tags) => (tags as string[]).join(', ') },
        urgency: { label: t.urgency, show: (code) => named(urgency, String(code)) },
        heardOn: { label: t.heardOn, show: (day) => f.date(String(day)) },
      }}
      size="lg"
      onClose={onClose}
      onRemove={() => remove('needs', { id, tag, name: t.need }, gone)}
    >
      <NeedFields
        need={{ ...rest, accountId: null }}
        onChange={({ accountId: _, ...next }) => form.setValues(next)}
        accounts={[]}
        faults={form.errors as Record<string, string>}
      />
      <TextInput type="date" label={t.heardOn} required {...form.getInputProps('heardOn')} value={heardOn} />
    </RecordDialog>
  );
}
