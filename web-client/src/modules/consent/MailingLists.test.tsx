import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

const excluded = { noBasis: 3, withdrawn: 1, blocked: 0, passive: 0, restricted: 0, noAddress: 0 };
const made = {
  id: 'm1',
  included: 42,
  excluded,
  fileUrl: '/api/v1/mailing-list-exports/m1/file',
  blockListUrl: '/api/v1/mailing-list-exports/m1/block-list',
};
const kept = {
  ...made,
  name: 'Joulukirje',
  channel: 'email',
  topic: 'alumni',
  purpose: 'Joulutervehdys',
  recipient: 'liana',
  unit: 'communications',
  createdAt: '2026-11-23T09:00:00Z',
  createdBy: 'Viivi Malli',
  kind: 'marketing',
  expiresAt: '2099-01-01T00:00:00Z',
  contactFilter: { roles: ['alumnus'] },
};

beforeEach(() => {
  answer('/api/v1/target-groups', { items: [], nextCursor: null } as never);
  answer('/api/v1/mailing-list-schedules', { items: [], nextCursor: null } as never);
  answer('/api/v1/alumni/facets', { programmes: ['Liiketalous'], towns: [], years: {} } as never);
  answer('/api/v1/alumni/cooperation-forms', { items: [], nextCursor: null });
});

describe('a new mailing list', () => {
  test('counts who gets it, and explains everyone who does not', async () => {
    const asked = respond('post', '/api/v1/mailing-list-exports/preview', {
      body: { included: 42, excluded, examples: [{ contactId: 'c1', name: 'Laine Helmi', reason: 'withdrawn' }] },
    });
    open('/mailing-lists/new?roles=alumnus&graduatedFrom=2015');
    expect(await screen.findByText('42')).toBeVisible();
    expect(screen.getByText('Jää pois 4')).toBeVisible();
    expect(screen.getByText('Ei suostumusta aiheeseen')).toBeVisible();
    expect(screen.getByText('Laine Helmi')).toBeVisible();
    expect(screen.queryByText('Viestintäesto')).not.toBeInTheDocument();
    expect(asked[0]?.body).toEqual({
      channel: 'email',
      topic: 'alumni',
      contactFilter: { roles: ['alumnus'], alumni: { graduatedFrom: 2015 } },
    });
  });

  test('is made with its purpose, and offers both files', async () => {
    respond('post', '/api/v1/mailing-list-exports/preview', { body: { included: 42, excluded, examples: [] } });
    const calls = respond('post', '/api/v1/mailing-list-exports', { status: 201, body: made });
    answer('/api/v1/mailing-list-exports/{id}', kept as never);
    const { user, router } = open('/mailing-lists/new?roles=alumnus');
    await user.type(await screen.findByLabelText(/Listan nimi/), 'Joulukirje');
    await user.type(screen.getByLabelText(/Käyttötarkoitus/), 'Joulutervehdys');
    await user.click(await screen.findByRole('button', { name: 'Muodosta lista (42)' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/mailing-lists/m1'));
    expect(calls[0]?.body).toMatchObject({
      name: 'Joulukirje',
      purpose: 'Joulutervehdys',
      recipient: 'liana',
      unit: 'communications',
    });
    expect(await screen.findByRole('link', { name: 'Lataa lista Liana Maileriin' })).toHaveAttribute(
      'href',
      made.fileUrl,
    );
    expect(screen.getByRole('link', { name: 'Lataa estolista' })).toHaveAttribute('href', made.blockListUrl);
    expect(screen.getByText('Jätettiin pois 4')).toBeVisible();
  });

  test('faults stand at their fields and what was typed stays', async () => {
    respond('post', '/api/v1/mailing-list-exports/preview', { body: { included: 1, excluded, examples: [] } });
    respond('post', '/api/v1/mailing-list-exports', {
      status: 422,
      body: { status: 422, errors: { '/purpose': ['Kerro tarkemmin.'] } },
    });
    const { user } = open('/mailing-lists/new');
    await user.type(await screen.findByLabelText(/Listan nimi/), 'Joulukirje');
    await user.type(screen.getByLabelText(/Käyttötarkoitus/), 'x');
    await user.click(await screen.findByRole('button', { name: 'Muodosta lista (1)' }));
    expect(await screen.findByText('Kerro tarkemmin.')).toBeVisible();
    expect(screen.getByLabelText(/Listan nimi/)).toHaveValue('Joulukirje');
  });

  test('a list without anybody cannot be made', async () => {
    respond('post', '/api/v1/mailing-list-exports/preview', { body: { included: 0, excluded, examples: [] } });
    open('/mailing-lists/new');
    expect(await screen.findByText(/ei osu ketään/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Muodosta lista' })).toBeDisabled();
  });
});

test('the history tells who made which list, when and why', async () => {
  answer('/api/v1/mailing-list-exports', { items: [kept], nextCursor: null, total: 1 } as never);
  open('/mailing-lists', { as: ['DataProtectionOfficer'] });
  expect(await screen.findByRole('link', { name: 'Joulukirje' })).toBeVisible();
  expect(screen.getByText('Joulutervehdys')).toBeVisible();
  expect(screen.getByText('Viivi Malli')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Uusi postituslista' })).not.toBeInTheDocument();
});
