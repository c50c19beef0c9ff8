import { client } from '@api/client';
import { problemOf } from '@api/problem';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

export type Tick = { participantId: string; state: string; at: string; clientId: string };
type Counted = { attended: number };
type Answered = { id: string; state: string; stateAt: string }[];
type Kept = { waiting: Tick[]; refused: Tick[] };

const none: Kept = { waiting: [], refused: [] };
const most = 200;
const firstPause = 1_000;
const longestPause = 30_000;

/** Ids are made where nobody can ask the server for one; the same one sent twice does nothing more. */
const newId = () => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/**
 * Ticks of one door: written to this browser before anything is sent, and taken away only when the server has answered that it has
 * them. They survive a reload, a dead network, and an answer that was lost after the server had written.
 */
export class DoorQueue {
  private kept: Kept;
  private listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = firstPause;
  private sending = false;
  private open = true;

  constructor(
    private readonly key: string,
    private readonly event: string,
    private readonly answered: (participants: Answered, counts: Counted) => void,
  ) {
    this.kept = this.stored();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly now = () => this.kept;

  add(participantId: string, state: string) {
    const tick = { participantId, state, at: new Date().toISOString(), clientId: newId() };
    this.change((kept) => ({ ...kept, waiting: [...kept.waiting, tick] }));
    this.soon();
  }

  /** Now, whatever the pause: somebody asks, or the network is back. */
  readonly soon = () => {
    this.pause = firstPause;
    this.later(0);
  };

  start() {
    this.open = true;
    window.addEventListener('online', this.soon);
    if (this.kept.waiting.length > 0) this.soon();
  }

  stop() {
    this.open = false;
    window.removeEventListener('online', this.soon);
    clearTimeout(this.timer);
  }

  private later(after: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), after);
  }

  private async send() {
    if (this.sending || !this.open) return;
    const batch = this.stored().waiting.slice(0, most);
    if (batch.length === 0) return;
    this.sending = true;
    try {
      const { data, error } = await client.PUT('/api/v1/events/{id}/attendance', {
        params: { path: { id: this.event } },
        body: { ticks: batch as never },
        signal: AbortSignal.timeout(15_000),
      });
      if (data) {
        this.drop(batch, []);
        this.pause = firstPause;
        this.answered(data.participants as Answered, data.counts as Counted);
      } else if (isFinal(problemOf(error).status)) {
        this.drop(batch, batch);
      }
    } catch {
      // No network, or no answer in time: the same ticks go again.
    } finally {
      this.sending = false;
    }
    if (this.kept.waiting.length === 0) return;
    this.later(this.pause);
    this.pause = Math.min(this.pause * 2, longestPause);
  }

  private drop(sent: Tick[], refused: Tick[]) {
    const ids = new Set(sent.map((tick) => tick.clientId));
    this.change((kept) => ({
      waiting: kept.waiting.filter((tick) => !ids.has(tick.clientId)),
      refused: [...kept.refused, ...refused],
    }));
  }

  /** Over what is stored now: another tab of the same door may have added to it. */
  private change(to: (kept: Kept) => Kept) {
    this.kept = to(this.stored());
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // Storage is full or forbidden: the ticks last as long as the page.
    }
    for (const listener of this.listeners) listener();
  }

  private stored(): Kept {
    try {
      const raw = localStorage.getItem(this.key);
      return raw ? (JSON.parse(raw) as Kept) : (this.kept ?? none);
    } catch {
      return this.kept ?? none;
    }
  }
}

/** What asking again does not help. */
const isFinal = (status: number | undefined) =>
  status !== undefined && status >= 400 && status < 500 && ![401, 408, 409, 429].includes(status);

export function useDoorQueue(user: string, event: string, answered: (people: Answered, counts: Counted) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one queue a door; what it tells of its answers does not change
  const queue = useMemo(() => new DoorQueue(`crm.door.${user}.${event}`, event, answered), [user, event]);
  useEffect(() => {
    queue.start();
    return () => queue.stop();
  }, [queue]);
  const kept = useSyncExternalStore(queue.subscribe, queue.now);
  return { queue, ...kept };
}
