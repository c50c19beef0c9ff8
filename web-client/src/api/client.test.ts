import { faults, problemOf } from '@api/problem';
import { server } from '@test/server';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { client, send } from './client';
import { signIn } from './signIn';

describe('requests', () => {
  beforeEach(() => signIn.succeeded());

  test('an unsafe method carries the header that a foreign page cannot send; a read does not', async () => {
    const seen: Array<string | null> = [];
    server.use(
      http.all('*/api/v1/thing', ({ request }) => {
        seen.push(request.headers.get('X-CSRF'));
        return HttpResponse.json({});
      }),
    );
    await send(new Request('http://localhost:3000/api/v1/thing'));
    await send(new Request('http://localhost:3000/api/v1/thing', { method: 'POST', body: '{}' }));
    expect(seen).toEqual([null, '1']);
  });

  test('a request that meets an ended session waits, and is repeated with its body after signing in again', async () => {
    const bodies: string[] = [];
    let signedIn = false;
    server.use(
      http.post('*/api/v1/thing', async ({ request }) => {
        bodies.push(await request.text());
        return signedIn ? HttpResponse.json({ ok: true }, { status: 201 }) : HttpResponse.json({}, { status: 401 });
      }),
    );
    const waiting = send(
      new Request('http://localhost:3000/api/v1/thing', { method: 'POST', body: '{"typed":"kept"}' }),
    );
    await vi.waitFor(() => expect(signIn.state()).toBe('ended'));
    signedIn = true;
    signIn.resume();
    expect((await waiting).status).toBe(201);
    expect(bodies).toEqual(['{"typed":"kept"}', '{"typed":"kept"}']);
  });

  test('a problem keeps its cause and its field faults', async () => {
    server.use(
      http.post('*/api/v1/contacts', () =>
        HttpResponse.json(
          { type: '/problems/validation', status: 422, errors: { '/emails/0/address': ['Not an address.'] } },
          { status: 422 },
        ),
      ),
    );
    const { error } = await client.POST('/api/v1/contacts', { body: { lastName: 'X', firstNames: 'Y' } as never });
    expect(faults(error)).toEqual({ 'emails.0.address': 'Not an address.' });
  });

  test('a line that is down is not a fault of the server', () => {
    expect(problemOf(new TypeError('Failed to fetch')).status).toBe(0);
    expect(problemOf('<html>').status).toBe(500);
  });
});
