import { aContact } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

const side = (id: string, name: string) => ({
  id,
  name,
  email: 'onni@example.com',
  phone: null,
  employer: null,
  town: 'Joensuu',
  businessId: null,
  isPassive: false,
  updatedAt: '2026-01-01T00:00:00Z',
});
const pair = {
  kind: 'contact',
  first: side('c1', 'Räsänen Onni'),
  second: side('c2', 'Räsänen Onni Olavi'),
  reasons: ['same-email'],
  isExact: true,
  foundAt: '2026-01-01T00:00:00Z',
  dismissedAt: null,
  dismissedBy: null,
  dismissReason: null,
};

const listed = () => answer('/api/v1/duplicates', { items: [pair], nextCursor: null, total: 1 } as never);

describe('duplicates', () => {
  test('a pair tells why, and is said to be two, with a way back', async () => {
    listed();
    const dismissed = respond('post', '/api/v1/duplicates/dismiss', { body: { ...pair, isDismissed: true } });
    const restored = respond('post', '/api/v1/duplicates/restore', { body: { ...pair, isDismissed: false } });
    const { user } = open('/duplicates', { as: ['CustomerManager'] });
    expect(await screen.findByText('Sama sähköposti')).toBeVisible();

    await user.click(screen.getByRole('button', { name: /^Eri tietueita:/ }));
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));

    await waitFor(() => expect(restored).toHaveLength(1));
    expect(dismissed[0]?.body).toEqual({ kind: 'contact', firstId: 'c1', secondId: 'c2' });
  });

  test('two are compared by keyboard, merged with the values chosen, and parted again', async () => {
    listed();
    answer('/api/v1/contacts/{id}', ({ params }) =>
      params.id === 'c1'
        ? aContact({ id: 'c1', firstNames: 'Onni', createdAt: '2020-01-01T00:00:00Z', version: 3 })
        : aContact({ id: 'c2', firstNames: 'Onni Olavi', version: 8 }),
    );
    const merged = respond('post', '/api/v1/contacts/{id}/merge', {
      body: { mergeId: 'm1', survivorId: 'c1', otherIds: ['c2'], moved: [], version: 9 },
    });
    const undone = respond('post', '/api/v1/merges/{id}/undo', {
      body: { id: 'm1', kind: 'contact', survivorId: 'c1', restored: ['c2'], kept: [] },
    });
    const { user } = open('/duplicates', { as: ['CustomerManager'] });
    await user.click(await screen.findByRole('button', { name: /^Vertaa ja yhdistä/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Yhdistä 2 tietuetta' });
    expect(await within(dialog).findByRole('radio', { name: 'Jää: Räsänen Onni' })).toBeChecked();

    const names = within(dialog).getByRole('group', { name: 'Etunimet' });
    within(names).getByRole('radio', { name: 'Onni' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(within(names).getByRole('status')).toHaveTextContent('Onni Olavi');
    await user.click(within(dialog).getByRole('button', { name: 'Yhdistä' }));

    await waitFor(() =>
      expect(merged[0]?.body).toMatchObject({
        others: ['c2'],
        fields: { firstNames: 'c2' },
        versions: { c1: 3, c2: 8 },
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Kumoa' }));
    expect(await screen.findByText('Yhdistäminen purettu')).toBeVisible();
    expect(undone).toHaveLength(1);
  });

  test('a reader looks and does nothing', async () => {
    listed();
    open('/duplicates', { as: ['Reader'] });
    expect(await screen.findByText('Räsänen Onni')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Vertaa|Eri tietueita:/ })).not.toBeInTheDocument();
  });
});
