import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

const field = (name: string, fi: string, operators: string[], values: object[] = []) => ({
  field: name,
  kind: 'choice',
  operators,
  fi,
  en: fi,
  values,
});

beforeEach(() => {
  answer('/api/v1/target-groups/{id}/members', { items: [], nextCursor: null } as never);
  answer('/api/v1/target-groups/{id}', {
    id: 'g1',
    name: 'Alumnit 2010',
    isStatic: false,
    isShared: true,
    ownerName: 'Viivi Malli',
    count: 7,
    definition: { all: [] },
  } as never);
  // After the one with an id, whose address it fits too.
  answer('/api/v1/target-groups/fields', {
    items: [
      field('contact.role', 'Rooli', ['is'], [{ value: 'alumnus', fi: 'Alumni', en: 'Alumnus' }]),
      field('alumni.graduated', 'Valmistumisvuosi', ['years']),
    ],
    nextCursor: null,
  } as never);
});

test('a group is built, counted as it is built, and saved', async () => {
  const counts = respond('post', '/api/v1/target-groups/count', { body: { count: 7, examples: [] } });
  const saves = respond('post', '/api/v1/target-groups', { status: 201, body: { id: 'g1' } });
  const { user, router } = open('/target-groups/new', { as: ['Communications'] });
  await user.type(await screen.findByLabelText(/^Nimi/), 'Alumnit 2010');
  expect(await screen.findByText('7')).toBeVisible();
  await user.click(screen.getByRole('combobox', { name: 'Tieto' }));
  await user.click(await screen.findByRole('option', { name: 'Valmistumisvuosi' }));
  await user.type(screen.getByLabelText('vuodesta'), '2010');
  await waitFor(() =>
    expect(counts.at(-1)?.body).toEqual({
      definition: { all: [{ field: 'alumni.graduated', from: '2010' }] },
      examples: 0,
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Tallenna kohderyhmä' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/target-groups/g1'));
  expect(saves[0]?.body).toMatchObject({
    name: 'Alumnit 2010',
    isShared: true,
    definition: { all: [{ field: 'alumni.graduated', from: '2010' }] },
  });
});

test('target groups are not for everybody', async () => {
  open('/target-groups', { as: ['CustomerManager'] });
  expect(await screen.findByText('Ei oikeutta')).toBeVisible();
});
