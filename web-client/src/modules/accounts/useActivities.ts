import { client } from '@api/client';
import { useTexts } from '@shared/texts';
import { useToast } from '@shared/useToast';
import { useQueryClient } from '@tanstack/react-query';
import { activityTexts } from './activityTexts';

type Removed = { id: string; tag: string; name: string };

/** After a change to an activity or a need, whatever shows them asks again. */
export function useFreshActivities() {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [first, path] }) =>
        (typeof first === 'string' && ['timeline', 'activity', 'needs'].includes(first)) || path === '/api/v1/my-work',
    });
}

/** Takes away what was written down by mistake; the toast brings it back as it was. */
export function useRemove() {
  const t = useTexts(activityTexts);
  const show = useToast();
  const fresh = useFreshActivities();
  return async (what: 'activities' | 'needs', { id, tag, name }: Removed, onGone: () => void) => {
    const path = { id };
    const gone = { params: { path, header: { 'If-Match': tag } } };
    const { error } = await (what === 'needs'
      ? client.DELETE('/api/v1/needs/{id}', gone)
      : client.DELETE('/api/v1/activities/{id}', gone));
    if (error) return show.failed(error);
    onGone();
    await fresh();
    show.done(t.removed(name), async () => {
      const back = await (what === 'needs'
        ? client.POST('/api/v1/needs/{id}/restore', { params: { path } })
        : client.POST('/api/v1/activities/{id}/restore', { params: { path } }));
      if (back.error) return show.failed(back.error);
      await fresh();
    });
  };
}

/** Ticks a task, or opens it again; the toast takes it back. */
export function useTick() {
  const t = useTexts(activityTexts);
  const show = useToast();
  const fresh = useFreshActivities();
  const turn = async (id: string, done: boolean) => {
    const params = { path: { id } };
    const { error } = done
      ? await client.POST('/api/v1/activities/{id}/complete', { params })
      : await client.POST('/api/v1/activities/{id}/reopen', { params });
    if (error) throw error;
    await fresh();
  };
  return async (task: { id: string; subject: string }, done: boolean) => {
    try {
      await turn(task.id, done);
      show.done((done ? t.completed : t.reopened)(task.subject), () => turn(task.id, !done).catch(show.failed));
    } catch (error) {
      show.failed(error);
    }
  };
}
