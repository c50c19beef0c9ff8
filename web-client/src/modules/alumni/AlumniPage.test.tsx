import { aContact, anAlumnus } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

const people = [
  anAlumnus(),
  anAlumnus({ contactId: 'c2', lastName: 'Laine', firstNames: 'Helmi', email: 'helmi@example.com', mailable: false }),
];

beforeEach(() => {
  answer('/api/v1/alumni', { items: people, nextCursor: null, total: 2 });
  answer('/api/v1/alumni/facets', { programmes: ['Liiketalous'], towns: ['Joensuu'], years: { from: 1990, to: 2026 } });
  answer('/api/v1/alumni/cooperation-forms', {
    items: [{ code: 'guest-lecture', fi: 'Vierailuluento', en: 'Guest lecture', active: true }],
    nextCursor: null,
  });
  answer('/api/v1/saved-views', {
    items: [
      {
        id: 'v1',
        list: 'alumni',
        name: 'Joensuulaiset',
        query: 'town=Joensuu',
        shared: false,
        mine: true,
        isDefault: false,
      },
    ],
    nextCursor: null,
  });
});

describe('the alumni list', () => {
  test('shows who they are, and whether they may be mailed, in words', async () => {
    open('/alumni');
    expect(await screen.findByRole('link', { name: 'Räsänen Onni' })).toBeVisible();
    expect(screen.getByText('2 henkilöä')).toBeVisible();
    const row = screen.getByRole('link', { name: 'Laine Helmi' }).closest('[role=row]') as HTMLElement;
    expect(within(row).getByText('Ei voi postittaa')).toBeVisible();
    expect(screen.getByRole('table', { name: 'Alumnit' })).toHaveAttribute('aria-rowcount', '3');
  });

  test('a filter goes to the address and to the API', async () => {
    const calls = respond('get', '/api/v1/alumni', { body: { items: people, nextCursor: null, total: 2 } });
    const { user, router } = open('/alumni');
    await screen.findByRole('link', { name: 'Räsänen Onni' });
    await user.type(screen.getByRole('searchbox'), 'räs');
    await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'räs' }));
    await waitFor(() => expect(calls.at(-1)?.url.searchParams.get('q')).toBe('räs'));
  });

  test('an address with values that make no sense still opens the list', async () => {
    const calls = respond('get', '/api/v1/alumni', { body: { items: people, nextCursor: null, total: 2 } });
    open('/alumni?graduatedFrom=soon&mailable=perhaps&town=Joensuu');
    await screen.findByRole('link', { name: 'Räsänen Onni' });
    const asked = calls.at(-1)?.url.searchParams;
    expect(asked?.get('town')).toBe('Joensuu');
    expect(asked?.has('graduatedFrom')).toBe(false);
    expect(asked?.has('mailable')).toBe(false);
  });

  test('a saved view sets its filters', async () => {
    const { user, router } = open('/alumni');
    await user.click(await screen.findByRole('button', { name: /Joensuulaiset/ }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ town: 'Joensuu' }));
  });

  test('filters are saved as a view on the server', async () => {
    const calls = respond('post', '/api/v1/saved-views', { status: 201, body: {} });
    const { user } = open('/alumni?form=guest-lecture&town=Joensuu');
    await user.click(await screen.findByRole('button', { name: 'Tallenna näkymä' }));
    await user.type(await screen.findByLabelText(/Näkymän nimi/), 'Luennoijat');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));
    await waitFor(() =>
      expect(calls[0]?.body).toEqual({
        list: 'alumni',
        name: 'Luennoijat',
        query: 'form=guest-lecture&town=Joensuu',
        shared: false,
      }),
    );
  });

  test('no hits says so, and clearing the filters brings the list back', async () => {
    answer('/api/v1/alumni', ({ url }) =>
      url.searchParams.has('town')
        ? { items: [], nextCursor: null, total: 0 }
        : { items: people, nextCursor: null, total: 2 },
    );
    const { user } = open('/alumni?town=Nurmes');
    await user.click(await screen.findByRole('button', { name: 'Tyhjennä rajaukset' }));
    expect(await screen.findByRole('link', { name: 'Räsänen Onni' })).toBeVisible();
  });

  test('an empty register tells how to begin', async () => {
    answer('/api/v1/alumni', { items: [], nextCursor: null, total: 0 });
    open('/alumni');
    expect(await screen.findByText('Rekisterissä ei ole vielä alumneja')).toBeVisible();
  });

  test('a fault gives its reference and a way to try again', async () => {
    let broken = true;
    respond('get', '/api/v1/alumni', () =>
      broken
        ? { status: 500, body: { status: 500, traceId: '00-abc' } }
        : { body: { items: people, nextCursor: null, total: 2 } },
    );
    const { user } = open('/alumni');
    expect(await screen.findByText(/00-abc/)).toBeVisible();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Yritä uudelleen' }));
    expect(await screen.findByRole('link', { name: 'Räsänen Onni' })).toBeVisible();
  });

  test('without the role there is no list, and no way to it in the navigation', async () => {
    open('/alumni', { as: ['Sales'] });
    expect(await screen.findByText('Ei oikeutta')).toBeVisible();
    const nav = screen.getByRole('navigation', { name: 'Päävalikko' });
    expect(within(nav).queryByRole('link', { name: 'Alumnit' })).not.toBeInTheDocument();
    expect(within(nav).queryByRole('link', { name: 'Tuonnit' })).not.toBeInTheDocument();
    expect(within(nav).getByRole('link', { name: 'Yhteyshenkilöt' })).toBeVisible();
  });

  test('arrows and j, k move through the rows, Enter opens the person beside the list, Escape returns to the row', async () => {
    answer('/api/v1/contacts/{id}', aContact({ id: 'c2', calledName: 'Helmi', lastName: 'Laine' }), '"3"');
    respond('get', '/api/v1/alumni/{contactId}', { status: 404, body: { status: 404 } });
    const { user, router } = open('/alumni');
    (await screen.findByRole('link', { name: 'Räsänen Onni' })).focus();
    await user.keyboard('j');
    await waitFor(() => expect(screen.getByRole('link', { name: 'Laine Helmi' })).toHaveFocus());
    await user.keyboard('k');
    await waitFor(() => expect(screen.getByRole('link', { name: 'Räsänen Onni' })).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: 'Helmi Laine' })).toBeVisible();
    expect(router.state.location.search).toMatchObject({ person: 'c2' });
    screen.getByRole('button', { name: 'Sulje' }).focus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Helmi Laine' })).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('link', { name: 'Laine Helmi' })).toHaveFocus());
  });

  test('in English everything but the data is in English', async () => {
    open('/alumni', { language: 'en' });
    expect(await screen.findByText('2 people')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Alumni' })).toBeVisible();
    expect((await screen.findAllByText('Cannot be mailed'))[0]).toBeVisible();
  });
});
