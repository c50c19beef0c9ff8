import type { Item } from '@api/types';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

const person = {
  id: 'c1',
  lastName: 'Räsänen',
  firstNames: 'Onni Olavi',
  calledName: 'Onni',
  employer: 'Taiga Oy',
  roles: ['partner'],
  isPassive: false,
  updatedAt: '2025-03-05T08:41:00Z',
  language: 'fi',
} as Item<'/api/v1/worklists/contacts-to-confirm'>;

const card = async (name: string) => (await screen.findByRole('heading', { name })).closest('section') as HTMLElement;

beforeEach(() => {
  answer('/api/v1/contacts', { items: [], nextCursor: null, total: 12 });
  answer('/api/v1/alumni', { items: [], nextCursor: null, total: 10 });
  answer('/api/v1/imports', { items: [], nextCursor: null });
  answer('/api/v1/events', { items: [], nextCursor: null });
  answer('/api/v1/mailing-list-exports', { items: [], nextCursor: null });
  answer('/api/v1/saved-views', { items: [], nextCursor: null });
  answer('/api/v1/worklists/contacts-to-confirm', { items: [], nextCursor: null, total: 0 });
  answer('/api/v1/my-work', { today: '2026-11-23', tasks: [], taskCount: 0, reminders: [], meetings: [], records: [] });
});

describe('home', () => {
  test('a contact that nobody touched for a year is confirmed from it', async () => {
    let left = [person];
    answer('/api/v1/worklists/contacts-to-confirm', () => ({ items: left, nextCursor: null, total: left.length }));
    const calls = respond('post', '/api/v1/contacts/{id}/confirm', () => {
      left = [];
      return { body: {} };
    });
    const { user } = open('/', { as: ['PartnershipManager'] });
    const list = await card('Vahvistettavat yhteyshenkilöt');
    expect(
      await within(list).findByRole('link', { name: /Räsänen Onni.*Taiga Oy · Viimeksi 5\.3\.2025/ }),
    ).toHaveAttribute('href', expect.stringContaining('person=c1'));
    await user.click(within(list).getByRole('button', { name: 'Vahvista: Onni Räsänen' }));
    await waitFor(() => expect(calls[0]?.params.id).toBe('c1'));
    expect(await within(list).findByText(/on tarkistettu vuoden sisällä/)).toBeVisible();
  });

  test('the officer sees what must be answered first, and nothing of others’ work', async () => {
    answer('/api/v1/data-subject-requests', ({ url }) => {
      expect(url.searchParams.get('sort')).toBe('dueOn');
      return {
        items: [
          { id: 'r1', kind: 'erasure', state: 'received', name: 'Aino Malli', dueOn: '2020-01-01', overdue: true },
        ],
        nextCursor: null,
        total: 7,
      } as never;
    });
    open('/', { as: ['DataProtectionOfficer'] });
    const list = await card('Pyynnöt ja määräajat');
    expect(await within(list).findByRole('link', { name: /Aino Malli.*Myöhässä/ })).toHaveAttribute(
      'href',
      '/data-subject-requests/r1',
    );
    expect(within(list).getByText('ja 6 muuta')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Tehtäväni' })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Vahvistettavat yhteyshenkilöt' })).not.toBeInTheDocument();
  });

  test('who arranges events sees the coming ones', async () => {
    answer('/api/v1/events', ({ url }) => {
      expect(url.searchParams.get('when')).toBe('coming');
      return {
        items: [
          { id: 'e1', name: 'Metsäpäivä', startsAt: '2027-01-05T08:00:00Z', place: 'Joensuu', seats: 12, capacity: 40 },
        ],
        nextCursor: null,
      } as never;
    });
    open('/', { as: ['CustomerManager'] });
    const list = await card('Tulevat tilaisuudet');
    expect(
      await within(list).findByRole('link', { name: /Metsäpäivä.*Joensuu · 12 \/ 40 osallistujaa/ }),
    ).toHaveAttribute('href', '/events/e1');
    expect(within(await card('Keskeneräiset tuonnit')).getByText(/Ei keskeneräisiä tuonteja/)).toBeVisible();
  });
});
