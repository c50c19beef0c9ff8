import { client } from '@api/client';
import { faults, problemOf } from '@api/problem';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { common } from '@shared/common';
import { useTexts } from '@shared/texts';
import { Dialog } from '@shared/ui/Dialog';
import { ErrorState, Loading } from '@shared/ui/States';
import { useTagged } from '@shared/useTagged';
import { useToast } from '@shared/useToast';
import { type FormEvent, useRef, useState } from 'react';
import { ActivityFields } from './ActivityFields';
import { activityKinds, activityTexts } from './activityTexts';
import { type Activity, changesOf, valuesOf } from './activityValues';
import { texts } from './texts';
import { useFreshActivities } from './useActivities';

/** Changes what was written down. */
export function EditActivity({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(activityTexts);
  const names = useTexts(activityKinds);
  const loaded = useTagged(['activity', id], (signal) =>
    client.GET('/api/v1/activities/{id}', { params: { path: { id } }, signal }),
  );
  const [read, setRead] = useState(0);
  const activity: Activity | undefined = loaded.data?.value;
  return (
    <Dialog open onClose={onClose} size="lg" title={t.editTitle(activity ? names[activity.kind as 'note'] : '…')}>
      {loaded.error ? (
        <ErrorState error={loaded.error} onRetry={() => loaded.refetch()} />
      ) : activity ? (
        <Form
          key={read}
          activity={activity}
          tag={loaded.data?.tag ?? ''}
          onClose={onClose}
          onReload={async () => {
            await loaded.refetch();
            setRead(read + 1);
          }}
        />
      ) : (
        <Loading lines={6} />
      )}
    </Dialog>
  );
}

type FormProps = { activity: Activity; tag: string; onClose: () => void; onReload: () => void };

function Form({ activity, tag: now, onClose, onReload }: FormProps) {
  // What was read when one began; a refreshed one behind the form must not pass for it.
  const [tag] = useState(now);
  const c = useTexts(common);
  const t = useTexts(activityTexts);
  const contactTexts = useTexts(texts);
  const show = useToast();
  const fresh = useFreshActivities();
  const first = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState(() => valuesOf(activity));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [stale, setStale] = useState(false);
  const [saving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const { error } = await client.PATCH('/api/v1/activities/{id}', {
      params: { path: { id: activity.id }, header: { 'If-Match': tag } },
      body: changesOf(values),
    });
    setSaving(false);
    if (error) {
      setWrong(faults(error));
      if (problemOf(error).status === 412) setStale(true);
      else if (Object.keys(faults(error)).length === 0) show.failed(error);
      return;
    }
    onClose();
    show.done(t.changed);
    await fresh();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Stack>
        {stale && (
          <Alert color="yellow" title={c.stale}>
            <Button size="compact-sm" variant="default" onClick={onReload}>
              {contactTexts.reload}
            </Button>
          </Alert>
        )}
        <ActivityFields
          values={values}
          onChange={(change) => setValues((now) => ({ ...now, ...change }))}
          faults={wrong}
          first={first}
        />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {c.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {c.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
