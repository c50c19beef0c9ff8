import { open } from '@test/render';
import { answer } from '@test/server';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

const anEvent = (over: object) => ({
  id: '1',
  at: '2026-11-24T08:00:00Z',
  userId: 'u1',
  by: 'Aino Esimerkki',
  useCase: 'GetContact',
  kind: 'read',
  entity: 'contact',
  entityId: 'c1',
  contactCount: 1,
  contactIds: ['c1'],
  ...over,
});

test('the log is read in Finnish, by the days that were asked for, and old and new values are opened', async () => {
  const asked: string[] = [];
  answer('/api/v1/users', { items: [], nextCursor: null } as never);
  answer('/api/v1/audit-events', ({ url }) => {
    asked.push(url.search);
    return {
      items: [
        anEvent({
          id: '2',
          useCase: 'EditContact',
          kind: 'modified',
          entity: 'Contact',
          changes: { Town: ['Joensuu', 'Lieksa'], Street: [null, 'Karjalankatu 3'], Country: [null, null] },
        }),
        anEvent({}),
      ],
      nextCursor: null,
    } as never;
  });
  const { user } = open('/audit?from=2026-11-23&to=2026-11-24&entity=contact', { as: ['DataProtectionOfficer'] });
  const changed = await screen.findByRole('row', { name: /Muutos/ });
  expect(changed).toHaveTextContent('Henkilö');
  expect(screen.getByRole('row', { name: /Katselu/ })).toHaveTextContent('Henkilö');
  const query = new URLSearchParams(asked[0]);
  expect([query.get('from'), query.get('to'), query.get('entity')]).toEqual(['2026-11-23', '2026-11-24', 'contact']);

  const values = screen.getByRole('button', { name: /Vanhat ja uudet arvot/ });
  await user.click(values);
  expect(values).toHaveAttribute('aria-expanded', 'true');
  const [town, street, ...rest] = within(screen.getByText('Town').closest('dl') as HTMLElement).getAllByRole(
    'definition',
  );
  expect(town).toHaveTextContent('Joensuu → Lieksa');
  expect(street).toHaveTextContent(/^Karjalankatu 3$/);
  expect(rest).toEqual([]);
});
