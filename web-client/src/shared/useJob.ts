import { background, client } from '@api/client';
import type { Answer } from '@api/types';
import { useEffect, useState } from 'react';

export type Job = Answer<'/api/v1/jobs/{id}'>;

const over = (job: Job) => !['queued', 'running'].includes(job.state);

/** A job as it goes: server-sent events while they come, polling when they do not. */
export function useJob(id: string | null | undefined, onEnd?: (job: Job) => void) {
  const [job, setJob] = useState<Job>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another job starts over, not another callback
  useEffect(() => {
    if (!id) return;
    setJob(undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let events: EventSource | undefined;
    let done = false;

    const stop = () => {
      done = true;
      clearTimeout(timer);
      events?.close();
    };
    const take = (next: Job) => {
      if (done) return;
      setJob(next);
      if (!over(next)) return;
      stop();
      onEnd?.(next);
    };
    const poll = async () => {
      const { data } = await client
        .GET('/api/v1/jobs/{id}', { params: { path: { id } }, headers: background })
        .catch(() => ({ data: undefined }));
      if (data) take(data);
      if (!done) timer = setTimeout(poll, 1000);
    };

    if (typeof EventSource === 'undefined') poll();
    else {
      events = new EventSource(`/api/v1/jobs/${id}/progress`);
      events.addEventListener('progress', (event) => take(JSON.parse((event as MessageEvent<string>).data)));
      // The stream also errors when it simply ends: polling then asks how it went.
      events.onerror = () => {
        events?.close();
        if (!done) poll();
      };
    }
    return stop;
  }, [id]);

  return job;
}
