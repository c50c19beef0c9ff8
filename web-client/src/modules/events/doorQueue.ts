import { client } from '@api/client';
import { problemOf } from '@api/problem';
import type { Answer } from '@api/types';
import { useEffect, useMemo, useSyncExternalStore } from 'react';

export type Tick = { participantId: string; state: string; at: string; clientId: string };
/** Why a tick did nothing: the server's words of one tick, or of a whole request. */
export type Refused = Tick & { why: 'unknown' | 'passive' | 'forbidden' | 'gone' | 'invalid' };
export type Answered = Answer<'/api/v1/events/{id}/attendance', 'put'>;
type Kept = {
  waiting: Tick[];
  refused: Refused[];
};

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
  private size = most;
  private sending = false;
  private open = true;

  constructor(
    private readonly key: string,
    private readonly event: string,
    private readonly answered: (answer: Answered) => void,
  ) {
    this.kept = this.stored();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly now = () => this.kept;

  /** Somebody of this state was touched: came, or had not come after all. */
  touch(participantId: string, from: string) {
    // What somebody was before the tick the server knows, whichever door ticked.
    const state = from === 'attended' ? 'taken-back' : 'attended';
    const tick = { participantId, state, at: new Date().toISOString(), clientId: newId() };
    this.change((kept) => ({ waiting: [...kept.waiting, tick], refused: others(kept.refused, [tick]) }));
    this.soon();
  }

  /** Those that were refused, once more. */
  readonly again = () => {
    this.change((kept) => ({
      ...kept,
      waiting: [...kept.refused.map(({ why: _, ...tick }) => tick), ...kept.waiting],
      refused: [],
    }));
    this.soon();
  };

  readonly dismiss = (tick: Refused) =>
    this.change((kept) => ({ ...kept, refused: kept.refused.filter((one) => one.clientId !== tick.clientId) }));

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
    const batch = this.stored().waiting.slice(0, this.size);
    if (batch.length === 0) return;
    this.sending = true;
    try {
      const { data, error } = await client.PUT('/api/v1/events/{id}/attendance', {
        params: { path: { id: this.event } },
        body: { ticks: batch as never },
        signal: AbortSignal.timeout(15_000),
      });
      if (data) {
        const outcomes = new Map(data.ticks.map((one) => [one.clientId, one.outcome]));
        // Of an older one nobody need know: the newer state shows.
        this.drop(batch, (tick) => {
          const outcome = outcomes.get(tick.clientId);
          return outcome === 'unknown' || outcome === 'passive' ? outcome : undefined;
        });
        this.pause = firstPause;
        this.size = most;
        this.answered(data);
      } else {
        const { status } = problemOf(error);
        // One bad tick does not take the rest with it.
        if (isBad(status) && batch.length > 1) {
          this.size = Math.ceil(batch.length / 2);
          this.pause = 0;
        } else if (isBad(status)) {
          this.drop(batch, () => 'invalid');
          this.pause = 0;
        } else if (status === 403 || status === 404) this.drop(batch, () => (status === 403 ? 'forbidden' : 'gone'));
      }
    } catch {
      // No network, or no answer in time: the same ticks go again.
    } finally {
      this.sending = false;
    }
    if (this.kept.waiting.length === 0) return;
    this.later(this.pause);
    this.pause = Math.min(Math.max(this.pause * 2, firstPause), longestPause);
  }

  private drop(sent: Tick[], why: (tick: Tick) => Refused['why'] | undefined) {
    const ids = new Set(sent.map((tick) => tick.clientId));
    const refused = sent.flatMap((tick) => {
      const reason = why(tick);
      return reason ? [{ ...tick, why: reason }] : [];
    });
    this.change((kept) => ({
      ...kept,
      waiting: kept.waiting.filter((tick) => !ids.has(tick.clientId)),
      refused: [...others(kept.refused, refused), ...refused],
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
      return raw ? { ...none, ...(JSON.parse(raw) as Partial<Kept>) } : (this.kept ?? none);
    } catch {
      return this.kept ?? none;
    }
  }
}

/** Of one person, only the latest touch is worth telling. */
const others = (refused: Refused[], later: Tick[]) =>
  refused.filter((one) => later.every((tick) => tick.participantId !== one.participantId));

/** The ticks themselves are at fault; anything else but a missing right or event may pass when asked again. */
const isBad = (status: number | undefined) => status === 400 || status === 413 || status === 422;

export function useDoorQueue(user: string, event: string, answered: (answer: Answered) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one queue a door; what it tells of its answers does not change
  const queue = useMemo(() => new DoorQueue(`crm.door.${user}.${event}`, event, answered), [user, event]);
  useEffect(() => {
    queue.start();
    return () => queue.stop();
  }, [queue]);
  const kept = useSyncExternalStore(queue.subscribe, queue.now);
  return { queue, ...kept };
}
