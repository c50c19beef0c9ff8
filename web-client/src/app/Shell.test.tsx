import { signIn } from '@api/signIn';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => {
  answer('/api/v1/contacts', { items: [], nextCursor: null, total: 12 });
  answer('/api/v1/alumni', { items: [], nextCursor: null, total: 10 });
  answer('/api/v1/imports', { items: [], nextCursor: null });
  answer('/api/v1/mailing-list-exports', { items: [], nextCursor: null });
  answer('/api/v1/saved-views', { items: [], nextCursor: null });
});

describe('the frame', () => {
  test('without a session the browser leaves for the sign-in page and comes back to the same address', async () => {
    const leave = vi.spyOn(signIn, 'leave').mockImplementation(() => {});
    vi.spyOn(signIn, 'state').mockReturnValue('unknown');
    open('/alumni');
    respond('get', '/api/v1/me', { status: 401, body: { status: 401 } });
    await waitFor(() => expect(leave).toHaveBeenCalledWith(expect.stringContaining('/bff/login?returnUrl=')));
    vi.restoreAllMocks();
  });

  test('Ctrl+K finds a person by a part of a name and opens them', async () => {
    respond('get', '/api/v1/search', {
      body: {
        items: [
          {
            kind: 'contact',
            id: 'c1',
            title: 'Ala-Korhonen Anni',
            subtitle: 'Joensuu',
            roles: ['alumnus'],
            isPassive: false,
            isNear: false,
          },
        ],
      },
    });
    respond('get', '/api/v1/contacts/{id}', { status: 404, body: { status: 404 } });
    const { user, router } = open('/');
    await screen.findByRole('heading', { name: 'Hei, Aino Esimerkki' });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByPlaceholderText('Nimi, sähköposti, puhelin tai Y-tunnus'), 'korho');
    expect(await screen.findByRole('option', { name: /Ala-Korhonen Anni/ })).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('option', { name: /Ala-Korhonen Anni/ })).toHaveAttribute('data-combobox-selected'),
    );
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(router.state.location).toMatchObject({ pathname: '/contacts', search: { person: 'c1' } }),
    );
  });

  test('the language changes at once and is remembered by the server', async () => {
    const calls = respond('put', '/api/v1/me/language', { body: { language: 'en' } });
    const { user } = open('/');
    await user.click(await screen.findByRole('button', { name: 'In English (englanniksi)' }));
    expect(await screen.findByRole('heading', { name: 'Hello, Aino Esimerkki' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(calls[0]?.body).toEqual({ language: 'en' }));
  });

  test('a session that ended asks to sign in again over the page, and goes on', async () => {
    let ended = true;
    open('/');
    await screen.findByRole('heading', { name: 'Hei, Aino Esimerkki' });
    respond('put', '/api/v1/me/language', () =>
      ended ? { status: 401, body: { status: 401 } } : { body: { language: 'en' } },
    );
    await act(() => screen.getByRole('button', { name: 'In English (englanniksi)' }).click());
    expect(await screen.findByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
    ended = false;
    act(() => signIn.resume());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  test('signing out goes where the host says', async () => {
    const leave = vi.spyOn(signIn, 'leave').mockImplementation(() => {});
    const logout = vi.fn();
    const { http, HttpResponse } = await import('msw');
    const { server } = await import('@test/server');
    server.use(
      http.post('*/bff/logout', ({ request }) => {
        logout(request.headers.get('X-CSRF'));
        return HttpResponse.json({ location: 'https://login.example/logout' });
      }),
    );
    const { user } = open('/');
    await user.click(await screen.findByRole('button', { name: 'Käyttäjä Aino Esimerkki' }));
    await user.click(await screen.findByRole('button', { name: 'Kirjaudu ulos' }));
    await waitFor(() => expect(leave).toHaveBeenCalledWith('https://login.example/logout'));
    expect(logout).toHaveBeenCalledWith('1');
    leave.mockRestore();
  });

  test('an address that is not ours says so', async () => {
    open('/nowhere');
    expect(await screen.findByText('Ei löytynyt')).toBeVisible();
  });
});
