import { answerAlumnus } from '@test/alumnus';
import { aContact } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

beforeEach(() => {
  answer('/api/v1/contacts', { items: [], nextCursor: null, total: 0 });
  answer('/api/v1/saved-views', { items: [], nextCursor: null });
  answer('/api/v1/contacts/{id}', aContact(), '"3"');
  answerAlumnus();
});

const consents = {
  standing: [{ purpose: 'email.alumni', state: 'given', since: '2022-01-05T08:41:00Z', eventId: 'e1' }],
  events: [
    {
      id: 'e1',
      purpose: 'email.alumni',
      kind: 'given',
      text: 'Minulle saa lähettää alumnikirjeen.',
      source: 'webropol',
      fileName: 'alumnit.xlsx',
      row: 14,
      at: '2022-01-05T08:41:00Z',
      recordedAt: '2026-11-20T09:00:00Z',
      by: 'Aino Esimerkki',
    },
  ],
} as never;

describe('the person panel', () => {
  test('shows each role with its basis and source, and what the alumnus told', async () => {
    open('/contacts?person=c1');
    expect(await screen.findByRole('heading', { name: 'Onni Räsänen' })).toBeVisible();
    expect(screen.getByText('Peruste: suostumus · Lähde: Webropol-lomake')).toBeVisible();
    expect(await screen.findByText('Vierailuluento')).toBeVisible();
    expect(screen.getByText(/Liiketalous · 2016–2020/)).toBeVisible();
  });

  test('the birth date is shown only for a reason, which is sent', async () => {
    const calls = respond('post', '/api/v1/alumni/{contactId}/reveal', { body: { dateOfBirth: '1988-04-12' } });
    const { user } = open('/contacts?person=c1');
    await user.click(await screen.findByRole('button', { name: 'Näytä' }));
    const dialog = await screen.findByRole('dialog', { name: 'Näytä syntymäaika' });
    await user.type(within(dialog).getByRole('textbox'), 'Henkilöllisyyden varmistus');
    await user.click(within(dialog).getByRole('button', { name: 'Näytä' }));
    expect(await screen.findByText('12.4.1988')).toBeVisible();
    expect(calls[0]?.body).toEqual({ reason: 'Henkilöllisyyden varmistus' });
  });

  test('without the right to birth dates there is nothing to show', async () => {
    open('/contacts?person=c1', { as: ['Communications'] });
    expect(await screen.findByText('Vierailuluento')).toBeVisible();
    expect(screen.queryByText('Syntymäaika')).not.toBeInTheDocument();
  });

  test('a consent stands with its text, file, row and time', async () => {
    answer('/api/v1/contacts/{id}/consents', consents);
    open('/contacts?person=c1&tab=consents');
    expect(await screen.findByText('Minulle saa lähettää alumnikirjeen.')).toBeVisible();
    expect(screen.getByText(/alumnit\.xlsx, rivi 14/)).toBeVisible();
    expect(screen.getByText(/5\.1\.2022 10\.41/)).toBeVisible();
  });

  test('withdrawing records how it was asked, and says what follows', async () => {
    answer('/api/v1/contacts/{id}/consents', consents);
    const calls = respond('post', '/api/v1/contacts/{id}/consents', { status: 201, body: { id: 'e2' } });
    const { user } = open('/contacts?person=c1&tab=consents');
    await user.click(await screen.findByRole('button', { name: /Peru suostumus/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/tulee voimaan heti/)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Peru' }));
    await waitFor(() =>
      expect(calls[0]?.body).toMatchObject({ purpose: 'email.alumni', kind: 'withdrawn', source: 'email' }),
    );
    expect(await screen.findByText(/Suostumus peruttu/)).toBeVisible();
  });

  test('passivating needs a reason, and the toast undoes it', async () => {
    const passivated = respond('post', '/api/v1/contacts/{id}/passivate', { body: { id: 'c1' } });
    const activated = respond('post', '/api/v1/contacts/{id}/activate', { body: { id: 'c1' } });
    const { user } = open('/contacts?person=c1');
    await user.click(await screen.findByRole('button', { name: 'Passivoi' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Muuttanut ulkomaille');
    await user.click(within(dialog).getByRole('button', { name: 'Passivoi' }));
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));
    await waitFor(() => expect(activated).toHaveLength(1));
    expect(passivated[0]?.body).toEqual({ reason: 'Muuttanut ulkomaille' });
  });

  test('a fault that the server finds stands at its field, and nothing typed is lost', async () => {
    respond('post', '/api/v1/contacts/{id}/passivate', {
      status: 422,
      body: { type: '/problems/validation', status: 422, errors: { '/reason': ['Liian lyhyt.'] } },
    });
    const { user } = open('/contacts?person=c1');
    await user.click(await screen.findByRole('button', { name: 'Passivoi' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'x');
    await user.click(within(dialog).getByRole('button', { name: 'Passivoi' }));
    expect(await within(dialog).findByText('Liian lyhyt.')).toBeVisible();
    expect(within(dialog).getByRole('textbox')).toHaveValue('x');
    expect(within(dialog).getByRole('textbox')).toHaveAccessibleDescription(/Liian lyhyt/);
  });

  test('a passive person can neither be mailed nor edited, only activated', async () => {
    answer(
      '/api/v1/contacts/{id}',
      aContact({ isPassive: true, passiveReason: 'Muuttanut', passiveSince: '2026-06-01T10:00:00Z' }),
      '"4"',
    );
    open('/contacts?person=c1');
    expect(await screen.findByText(/Passiivinen 1\.6\.2026 alkaen: Muuttanut/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Aktivoi' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Muokkaa/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Soita' })).not.toBeInTheDocument();
  });

  const edit = async (user: ReturnType<typeof open>['user'], town: string) => {
    await user.click((await screen.findAllByRole('button', { name: /^(Muokkaa|Jatka luonnosta)$/ }))[0] as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    await user.clear(within(dialog).getByLabelText('Paikkakunta'));
    await user.type(within(dialog).getByLabelText('Paikkakunta'), town);
    return dialog;
  };

  test('an edit sends what changed under the version that was read, and can be taken back', async () => {
    const calls = respond('patch', '/api/v1/contacts/{id}', { body: aContact(), etag: '"4"' });
    const { user } = open('/contacts?person=c1');
    const dialog = await edit(user, 'Kuopio');
    await user.click(within(dialog).getByRole('button', { name: 'Tallenna' }));
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[0]?.request.headers.get('If-Match')).toBe('"3"');
    expect(calls[0]?.body).toEqual({ address: expect.objectContaining({ town: 'Kuopio' }) });
    expect(calls[1]?.request.headers.get('If-Match')).toBe('"4"');
    expect(calls[1]?.body).toEqual({ address: expect.objectContaining({ town: 'Joensuu' }) });
  });

  test('who changed the same field first is shown beside mine and what it was; the choice is saved over theirs', async () => {
    let version = 3;
    answerContact();
    function answerContact() {
      respond('get', '/api/v1/contacts/{id}', () => ({
        body:
          version === 3
            ? aContact()
            : aContact({
                calledName: 'Olavi',
                address: { street: null, postalCode: null, town: 'Lieksa', country: null },
              }),
        etag: `"${version}"`,
      }));
    }
    const calls = respond('patch', '/api/v1/contacts/{id}', ({ request }) =>
      request.headers.get('If-Match') === '"3"'
        ? { status: 412, body: { type: '/problems/stale', status: 412 } }
        : { body: aContact(), etag: '"5"' },
    );
    const { user } = open('/contacts?person=c1');
    const dialog = await edit(user, 'Kuopio');
    version = 4;
    await user.click(within(dialog).getByRole('button', { name: 'Tallenna' }));
    const choice = await screen.findByRole('dialog', { name: 'Joku muu muutti samoja tietoja' });
    expect(within(choice).getByText(/Alun perin: Karjalankatu 3, 80200 Joensuu/)).toBeVisible();
    expect(within(choice).getByText(/Kutsumanimi: Olavi/)).toBeVisible();
    expect(within(choice).getByRole('button', { name: 'Tallenna valinnat' })).toBeDisabled();
    await user.click(within(choice).getByRole('radio', { name: /Minun.*Kuopio/ }));
    await user.click(within(choice).getByRole('button', { name: 'Tallenna valinnat' }));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.request.headers.get('If-Match')).toBe('"4"');
    expect(calls[1]?.body).toEqual({ address: expect.objectContaining({ town: 'Kuopio' }) });
  });

  test('what was typed and not saved is there when one comes back, until it is discarded', async () => {
    const { user } = open('/contacts?person=c1');
    await edit(user, 'Kuopio');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click(await screen.findByRole('button', { name: 'Jatka luonnosta' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText('Paikkakunta')).toHaveValue('Kuopio');
    await user.click(within(dialog).getByRole('button', { name: 'Hylkää luonnos' }));
    expect(within(dialog).getByLabelText('Paikkakunta')).toHaveValue('Joensuu');
    await user.click(within(dialog).getByRole('button', { name: 'Peruuta' }));
    expect(await screen.findByRole('button', { name: 'Muokkaa' })).toBeVisible();
  });

  test('a messaging choice sends the whole set, under its version', async () => {
    answer(
      '/api/v1/contacts/{id}/preferences',
      {
        preferences: [{ channel: 'email', topic: 'alumni', choice: 'in' }],
        blocks: [
          {
            id: 'b1',
            channel: 'phone',
            topic: null,
            reason: 'Ei puheluita',
            setBy: 'Ville',
            setAt: '2025-01-04T10:00:00Z',
          },
        ],
      } as never,
      '"7"',
    );
    const calls = respond('put', '/api/v1/contacts/{id}/preferences', { body: { preferences: [], blocks: [] } });
    const { user } = open('/contacts?person=c1&tab=messaging');
    const topic = await screen.findByRole('radiogroup', { name: 'Uutiskirje' });
    await user.click(within(topic).getByLabelText('Ei halua'));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.request.headers.get('If-Match')).toBe('"7"');
    expect(calls[0]?.body).toMatchObject({
      preferences: [
        { channel: 'email', topic: 'alumni', choice: 'in' },
        { channel: 'email', topic: 'newsletter', choice: 'out' },
      ],
      blocks: [{ channel: 'phone', reason: 'Ei puheluita' }],
    });
  });

  test('an unknown person is said to be so', async () => {
    respond('get', '/api/v1/contacts/{id}', { status: 404, body: { status: 404, type: '/problems/unknown' } });
    open('/contacts?person=c9');
    expect(await screen.findByText('Ei löytynyt')).toBeVisible();
  });
});
