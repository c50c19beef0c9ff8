import { client } from '@api/client';
import { useFormat, zoned } from '@shared/format';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { RecordDialog } from '@shared/ui/RecordDialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { useRecordForm } from '@shared/useRecordForm';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { useRef } from 'react';
import { ActivityFields } from './ActivityFields';
import { activityKinds, activityTexts } from './activityTexts';
import { type Activity, changesOf, type Linked, type NeedValues, valuesOf } from './activityValues';
import { useFreshActivities, useRemove } from './useActivities';

const read = (id: string, signal?: AbortSignal) =>
  client.GET('/api/v1/activities/{id}', { params: { path: { id } }, signal });

/** Changes what was written down. */
export function EditActivity({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(activityTexts);
  const loaded = useTagged(['activity', id], (signal) => read(id, signal));
  if (loaded.data) return <Form activity={loaded.data.value} tag={loaded.data.tag} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} size="lg" title={t.editTitle('…')}>
      {loaded.error ? <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} /> : <Loading lines={6} />}
    </Dialog>
  );
}

const names = (linked: unknown) => (linked as Linked[]).map((one) => one.name).join(', ');

function Form({ activity, tag, onClose }: { activity: Activity; tag: string; onClose: () => void }) {
  const t = useTexts(activityTexts);
  const kinds = useTexts(activityKinds);
  const f = useFormat();
  const show = useToast();
  const fresh = useFreshActivities();
  const remove = useRemove();
  const first = useRef<HTMLInputElement>(null);
  const { id } = activity;
  const record = useRecordForm({
    record: `activity/${id}`,
    base: valuesOf(activity),
    tag,
    async save(changed, whole, version) {
      const answer = await client.PATCH('/api/v1/activities/{id}', {
        params: { path: { id }, header: { 'If-Match': version ?? '' } },
        body: changesOf(changed, whole),
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

  return (
    <RecordDialog
      title={t.editTitle(kinds[form.values.kind])}
      record={record}
      fields={{
        kind: { label: t.write },
        need: { label: t.need, show: (need) => (need as NeedValues | null)?.text ?? '' },
        subject: { label: t.subject },
        text: { label: t.text },
        at: { label: t.when, show: (at) => f.dateTime(zoned.instant(String(at))) },
        dueOn: { label: t.dueOn, show: (day) => f.date(String(day)) },
        remindOn: { label: t.remindOn, show: (day) => f.date(String(day)) },
        assignee: { label: t.assignee, show: (one) => (one as Linked | null)?.name ?? '' },
        contacts: { label: t.people, show: names },
        accounts: { label: t.organisations, show: names },
      }}
      size="lg"
      onClose={onClose}
      onRemove={() => remove('activities', { id, tag, name: activity.subject }, gone)}
    >
      <ActivityFields
        values={form.values}
        onChange={(change) => form.setValues(change)}
        faults={form.errors as Record<string, string>}
        first={first}
      />
    </RecordDialog>
  );
}
