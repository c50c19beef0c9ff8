import type { Answer } from '@api/types';
import { zoned } from '@shared/format';
import type { meOf } from '@test/given';
import { open, show } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Timeline } from './Timeline';

type MyWork = Answer<'/api/v1/my-work'>;

const aTask = (over: object = {}) =>
  ({
    id: 't1',
    kind: 'task',
    subject: 'Soita uudelleen',
    text: null,
    at: '2026-11-20T08:00:00Z',
    dueOn: '2020-01-01',
    remindOn: null,
    assignee: { id: 'user-1', name: 'Aino Esimerkki' },
    doneAt: null,
    contacts: [{ id: 'c1', name: 'Räsänen Onni', isPassive: false }],
    accounts: [],
    needs: [],
    createdBy: 'Aino Esimerkki',
    createdAt: '2026-11-20T08:00:00Z',
    updatedAt: '2026-11-20T08:00:00Z',
    version: 1,
    ...over,
  }) as MyWork['tasks'][number];

const work = (over: Partial<MyWork> = {}): MyWork => ({
  today: '2026-11-23',
  tasks: [aTask()],
  taskCount: 1,
  reminders: [],
  meetings: [],
  records: [],
  ...over,
});

const events = [
  {
    id: 'activity-a1',
    at: '2026-11-20T08:00:00Z',
    kind: 'meeting',
    by: 'Aino Esimerkki',
    details: {
      activityId: 'a1',
      subject: 'Syksyn palaveri',
      text: 'Puhuttiin harjoittelusta.',
      people: [
        { id: 'c1', name: 'Räsänen Onni' },
        { id: 'c2', name: 'Laine Helmi' },
      ],
      accounts: [{ id: 'o1', name: 'Taiga Oy' }],
    },
  },
];

const timeline = (as: Parameters<typeof meOf>[0] = ['CustomerManager']) =>
  show(
    <Timeline
      of={{ contactId: 'c1' }}
      contacts={[{ id: 'c1', name: 'Räsänen Onni' }]}
      accounts={[{ id: 'o1', name: 'Taiga Oy' }]}
    />,
    { as },
  );

describe('the timeline', () => {
  beforeEach(() => answer('/api/v1/contacts/{id}/timeline', { items: events as never, nextCursor: null }));

  test('shows what was written and with whom else', async () => {
    timeline();
    const entry = (await screen.findByText('Syksyn palaveri')).closest('li') as HTMLElement;
    expect(within(entry).getByText('Puhuttiin harjoittelusta.')).toBeVisible();
    expect(within(entry).getByRole('link', { name: 'Laine Helmi' })).toBeVisible();
    expect(within(entry).getByRole('link', { name: 'Taiga Oy' })).toBeVisible();
    expect(within(entry).queryByRole('link', { name: 'Räsänen Onni' })).toBeNull();
  });

  test('a meeting and the need heard in it are saved by Ctrl+Enter in one request', async () => {
    const posted = respond('post', '/api/v1/activities', { status: 201, body: aTask() });
    const { user } = timeline();
    await user.click(await screen.findByRole('radio', { name: 'Tapaaminen' }));
    await user.type(screen.getByRole('textbox', { name: /Aihe/ }), 'Kuulumiset');
    await user.click(screen.getByRole('checkbox', { name: 'Kuulin työelämätarpeen' }));
    await user.type(screen.getByRole('textbox', { name: /Mitä tarvitaan/ }), 'Hitsaajia{Control>}{Enter}{/Control}');
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]?.body).toMatchObject({
      kind: 'meeting',
      subject: 'Kuulumiset',
      contactIds: ['c1'],
      accountIds: ['o1'],
      need: { text: 'Hitsaajia', urgency: 'normal' },
    });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /Aihe/ })).toBeNull());
  });

  test('what was typed is there again after a reload', async () => {
    const { user, unmount } = timeline();
    await user.click(await screen.findByRole('radio', { name: 'Muistiinpano' }));
    await user.type(screen.getByRole('textbox', { name: /Kuvaus/ }), 'Kesken');
    unmount();
    timeline();
    expect(await screen.findByDisplayValue('Kesken')).toBeVisible();
  });

  test('a fault of the server stands at its field and the text stays', async () => {
    respond('post', '/api/v1/activities', {
      status: 422,
      body: { status: 422, errors: { '/subject': ['Liian pitkä'] } },
    });
    const { user } = timeline();
    await user.click(await screen.findByRole('radio', { name: 'Puhelu' }));
    await user.type(screen.getByRole('textbox', { name: /Aihe/ }), 'Soitto{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Liian pitkä')).toBeVisible();
    expect(screen.getByDisplayValue('Soitto')).toBeVisible();
  });

  test('who may not write gets no form', async () => {
    timeline(['Communications']);
    await screen.findByText('Syksyn palaveri');
    expect(screen.queryByRole('radio', { name: 'Muistiinpano' })).toBeNull();
  });
});

test('an edit sends what changed, under the version that was read', async () => {
  answer('/api/v1/contacts/{id}/timeline', { items: events as never, nextCursor: null });
  answer('/api/v1/activities/{id}', aTask({ id: 'a1', kind: 'meeting', subject: 'Syksyn palaveri' }), '"4"');
  const patched = respond('patch', '/api/v1/activities/{id}', { body: aTask(), etag: '"5"' });
  const { user } = timeline();
  await user.click(await screen.findByRole('button', { name: 'Muokkaa: Syksyn palaveri' }));
  const dialog = await screen.findByRole('dialog', { name: 'Muokkaa: Tapaaminen' });
  await user.type(within(dialog).getByRole('textbox', { name: /Aihe/ }), ' jatkuu');
  await user.click(within(dialog).getByRole('button', { name: 'Tallenna' }));
  await waitFor(() => expect(patched).toHaveLength(1));
  expect(patched[0]?.body).toEqual({ subject: 'Syksyn palaveri jatkuu' });
  expect(patched[0]?.request.headers.get('if-match')).toBe('"4"');
});

test('what was written by mistake is removed under its version, and the toast brings it back', async () => {
  answer('/api/v1/contacts/{id}/timeline', { items: events as never, nextCursor: null });
  answer('/api/v1/activities/{id}', aTask({ id: 'a1', kind: 'meeting', subject: 'Syksyn palaveri' }), '"4"');
  const removed = respond('delete', '/api/v1/activities/{id}', {});
  const back = respond('post', '/api/v1/activities/{id}/restore', { body: aTask() });
  const { user } = timeline();
  await user.click(await screen.findByRole('button', { name: 'Muokkaa: Syksyn palaveri' }));
  const dialog = await screen.findByRole('dialog', { name: 'Muokkaa: Tapaaminen' });
  await user.click(within(dialog).getByRole('button', { name: 'Poista' }));
  expect(await screen.findByText('Poistettu: Syksyn palaveri')).toBeVisible();
  expect(removed[0]?.request.headers.get('if-match')).toBe('"4"');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Kumoa' }));
  await waitFor(() => expect(back[0]?.params.id).toBe('a1'));
});

test('a refusal is told, and the form stays', async () => {
  answer('/api/v1/contacts/{id}/timeline', { items: events as never, nextCursor: null });
  answer('/api/v1/activities/{id}', aTask({ id: 'a1', kind: 'meeting', subject: 'Syksyn palaveri' }), '"4"');
  respond('delete', '/api/v1/activities/{id}', {
    status: 409,
    body: { type: '/problems/held-for-officer', status: 409 },
  });
  const { user } = timeline();
  await user.click(await screen.findByRole('button', { name: 'Muokkaa: Syksyn palaveri' }));
  await user.click(await screen.findByRole('button', { name: 'Poista' }));
  expect(await screen.findByText('Tietosuojavastaava päättää tästä.')).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

describe('my work', () => {
  test('a tick completes a task, and the toast takes it back', async () => {
    answer('/api/v1/my-work', work());
    const done = respond('post', '/api/v1/activities/{id}/complete', { body: aTask() });
    const back = respond('post', '/api/v1/activities/{id}/reopen', { body: aTask() });
    const { user } = open('/my-work', { as: ['CustomerManager'] });
    expect(await screen.findByText(/^Myöhässä \d+ päivää$/)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Valmis: Soita uudelleen' }));
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));
    await waitFor(() => expect(back).toHaveLength(1));
    expect(done[0]?.params.id).toBe('t1');
  });

  test('says so when there is nothing to do', async () => {
    answer('/api/v1/my-work', work({ tasks: [], taskCount: 0 }));
    open('/my-work', { as: ['Reader'] });
    expect(await screen.findByText('Ei avoimia tehtäviä.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Uusi tehtävä' })).toBeNull();
  });
});

test('needs are listed by the filters of the address', async () => {
  let asked = '';
  answer('/api/v1/needs', ({ url }) => {
    asked = url.search;
    return {
      items: [
        {
          id: 'n1',
          account: { id: 'o1', name: 'Taiga Oy', isPassive: false },
          contact: null,
          activityId: null,
          text: 'Hitsaajia puuttuu',
          field: '07',
          tags: ['hitsaus'],
          urgency: 'high',
          heardOn: '2026-10-02',
          createdBy: 'Aino Esimerkki',
          createdAt: '2026-10-02T08:00:00Z',
          updatedAt: '2026-10-02T08:00:00Z',
          version: 1,
        },
      ],
      nextCursor: null,
      total: 1,
    } as Answer<'/api/v1/needs'>;
  });
  open('/needs?field="07"&urgency=high&heardFrom=2026-10-01', { as: ['CustomerManager'] });
  expect(await screen.findByText('Hitsaajia puuttuu')).toBeVisible();
  expect(screen.getAllByText('Tekniikan alat').length).toBeGreaterThan(0);
  expect(asked).toContain('field=07');
  expect(asked).toContain('heardFrom=2026-10-01');
});

test("date fields hold Finland's time, summer and winter", () => {
  expect(zoned.input('2026-07-01T09:00:00Z')).toBe('2026-07-01T12:00');
  expect(zoned.instant('2026-07-01T12:00')).toBe('2026-07-01T09:00:00.000Z');
  expect(zoned.instant('2026-12-01T12:00')).toBe('2026-12-01T10:00:00.000Z');
});
