import { respond } from '@test/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DoorQueue, type Tick } from './doorQueue';

const key = 'crm.door.u1.e1';
const path = '/api/v1/events/{id}/attendance';
type Sent = { ticks: Tick[] };

/** A server that holds states as the real one does; some ticks it answers with another outcome. */
function door(outcomeOf: (tick: Tick) => string = () => 'applied') {
  const states = new Map<string, string>();
  const before = new Map<string, string>();
  const apply = ({ participantId: id, state }: Tick) => {
    if (state === 'attended') before.set(id, states.get(id) ?? 'registered');
    states.set(id, state === 'taken-back' ? (before.get(id) ?? 'registered') : state);
  };
  const calls = respond('put', path, ({ body }) => {
    const { ticks } = body as Sent;
    if (ticks.some((tick) => outcomeOf(tick) === 'bad')) return { status: 422, body: { status: 422 } };
    for (const tick of ticks) if (outcomeOf(tick) === 'applied') apply(tick);
    return {
      body: {
        ticks: ticks.map((tick) => ({ ...tick, outcome: outcomeOf(tick) })),
        participants: [],
        counts: { registered: 0, attended: 0, cancelled: 0, noShow: 0 },
      },
    };
  });
  return { states, sent: () => calls.map(({ body }) => (body as Sent).ticks.map((tick) => tick.participantId)) };
}

const opened: DoorQueue[] = [];
const open = () => {
  const queue = new DoorQueue(key, 'e1', () => {});
  opened.push(queue);
  queue.start();
  return queue;
};
const settled = (queue: DoorQueue) => vi.waitFor(() => expect(queue.now().waiting).toEqual([]), { timeout: 10_000 });
const whys = (queue: DoorQueue) => queue.now().refused.map((tick) => [tick.participantId, tick.why]);

afterEach(() => {
  for (const queue of opened.splice(0)) queue.stop();
});

describe('the queue of the door', () => {
  test('tells of those that the server knows not or may not change, and not of those that came late', async () => {
    door((tick) => tick.participantId);
    const queue = open();
    for (const outcome of ['applied', 'repeated', 'older', 'passive', 'unknown']) queue.touch(outcome, 'registered');
    await settled(queue);
    expect(whys(queue)).toEqual([
      ['passive', 'passive'],
      ['unknown', 'unknown'],
    ]);
  });

  test('what was refused stays over a reload, goes again when asked, or is dismissed', async () => {
    let outcome = 'passive';
    const { states } = door(() => outcome);
    const before = open();
    before.touch('p1', 'registered');
    before.touch('p2', 'registered');
    await settled(before);

    const queue = open();
    const [first, second] = queue.now().refused;
    queue.dismiss(second as never);
    outcome = 'applied';
    queue.again();
    expect(queue.now().waiting).toEqual([{ ...first, why: undefined }]);
    await settled(queue);
    expect(queue.now().refused).toEqual([]);
    expect([...states]).toEqual([['p1', 'attended']]);
  });

  test('a new touch of somebody takes the place of a refused one', async () => {
    let outcome = 'passive';
    door(() => outcome);
    const queue = open();
    queue.touch('p1', 'registered');
    await settled(queue);
    outcome = 'applied';
    queue.touch('p1', 'registered');
    expect(queue.now().refused).toEqual([]);
    await settled(queue);
  });

  test('one bad tick does not take the rest with it', async () => {
    const { states, sent } = door((tick) => (tick.participantId === 'p4' ? 'bad' : 'applied'));
    const queue = open();
    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']) queue.touch(id, 'registered');
    await settled(queue);
    expect(whys(queue)).toEqual([['p4', 'invalid']]);
    expect([...states.keys()]).toEqual(['p1', 'p2', 'p3', 'p5', 'p6']);
    expect(sent().filter((batch) => batch.length === 1 && batch[0] === 'p4')).toHaveLength(1);
  });

  test('a role that does not allow it refuses them all at once', async () => {
    const calls = respond('put', path, { status: 403, body: { status: 403 } });
    const queue = open();
    queue.touch('p1', 'registered');
    queue.touch('p2', 'registered');
    await settled(queue);
    expect(whys(queue).map(([, why]) => why)).toEqual(['forbidden', 'forbidden']);
    expect(calls).toHaveLength(1);
  });

  test.each(['registered', 'cancelled', 'no-show'])(
    'a tick taken back brings back %s, and ticks again',
    async (was) => {
      const { states } = door();
      states.set('p1', was);
      const first = open();
      first.touch('p1', was);
      await settled(first);
      expect(states.get('p1')).toBe('attended');

      // Also after the tick has been sent, and on a page loaded anew.
      const queue = open();
      queue.touch('p1', 'attended');
      await settled(queue);
      expect(states.get('p1')).toBe(was);
      queue.touch('p1', was);
      queue.touch('p1', 'attended');
      queue.touch('p1', was);
      await settled(queue);
      expect(states.get('p1')).toBe('attended');
      queue.touch('p1', 'attended');
      await settled(queue);
      expect(states.get('p1')).toBe(was);

      // By a phone that did not tick too.
      queue.touch('p1', was);
      await settled(queue);
      localStorage.clear();
      const other = open();
      other.touch('p1', 'attended');
      await settled(other);
      expect(states.get('p1')).toBe(was);
    },
  );

  test('goes on asking when the server is busy, with the same numbers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let busy = true;
      const calls = respond('put', path, ({ body }) =>
        busy
          ? { status: 503, body: { status: 503 } }
          : {
              body: { ticks: (body as Sent).ticks.map((tick) => ({ ...tick, outcome: 'applied' })), participants: [] },
            },
      );
      const queue = open();
      queue.touch('p1', 'registered');
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(500);
        expect(calls.length).toBeGreaterThan(1);
      });
      busy = false;
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(5_000);
        expect(queue.now().waiting).toEqual([]);
      });
      const ids = calls.map(({ body }) => (body as Sent).ticks[0]?.clientId);
      expect(new Set(ids).size).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
