import { aContact, anImport, aRow } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

const rows = [
  aRow(),
  aRow({
    row: 3,
    outcome: 'suspicious',
    reasons: [{ column: 'Sukunimi', code: 'possible-duplicate', message: 'Sama nimi' }],
    candidates: [{ contactId: 'c7', name: 'Laine Helmi (1988)' }],
  }),
  aRow({ row: 4, outcome: 'invalid', reasons: [{ column: 'Suostumus', code: 'consent-missing', message: 'Tyhjä' }] }),
];

function given(over = {}) {
  answer('/api/v1/imports/{id}', anImport(over));
  answer('/api/v1/imports/{id}/rows', ({ url }) => {
    const outcome = url.searchParams.get('outcome');
    const items = rows.filter((row) => !outcome || row.outcome === outcome);
    return { items, nextCursor: null, total: items.length };
  });
}

type Outcomes = { created: number; matched: number; changed: number };

/** The reconciliation: each row is a person or refused for the reason. */
function accounted(people: Outcomes, organisations: number, reason: { code: string; rows: number }) {
  answer('/api/v1/imports/{id}/report', {
    rowsIn: people.created + people.matched + people.changed + reason.rows,
    people,
    organisations: { created: organisations, matched: 0, changed: 0 },
    refused: reason.rows,
    reasons: [reason],
  } as never);
}

const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;

describe('a new import', () => {
  test('a file of the wrong kind is refused before it is sent', async () => {
    open('/imports/new');
    await screen.findByRole('button', { name: 'Valitse tiedosto' });
    fireEvent.change(fileInput(), { target: { files: [new File(['x'], 'vanha.xls')] } });
    expect(await screen.findByText(/tallentaa muodossa \.xlsx/)).toBeVisible();
  });

  test('a file that is too large says how large it is', async () => {
    open('/imports/new');
    await screen.findByRole('button', { name: 'Valitse tiedosto' });
    const file = new File(['x'], 'suuri.xlsx');
    Object.defineProperty(file, 'size', { value: 60 * 1024 * 1024 });
    fireEvent.change(fileInput(), { target: { files: [file] } });
    expect(await screen.findByText(/60\.0 Mt/)).toBeVisible();
  });

  test('what the server finds wrong with a file is said in its words', async () => {
    respond('post', '/api/v1/imports', {
      status: 422,
      body: { type: '/problems/file-encrypted', status: 422, detail: 'Tiedosto on salattu. Poista salasana ensin.' },
    });
    open('/imports/new');
    await screen.findByRole('button', { name: 'Valitse tiedosto' });
    fireEvent.change(fileInput(), { target: { files: [new File(['x'], 'a.xlsx')] } });
    expect(await screen.findByText('Tiedosto on salattu. Poista salasana ensin.')).toBeVisible();
  });

  test('a dropped file opens its preview', async () => {
    given();
    respond('post', '/api/v1/imports', { status: 201, body: anImport() });
    const { router } = open('/imports/new');
    const zone = await screen.findByRole('region', { name: 'Pudota tiedosto tähän' });
    fireEvent.drop(zone, { dataTransfer: { files: [new File(['x'], 'alumnit.xlsx')] } });
    await waitFor(() => expect(router.state.location.pathname).toBe('/imports/i1'));
    expect(await screen.findByText('Suostumus puuttuu')).toBeVisible();
  });
});

describe('an import that is not recognised', () => {
  test('asks what the columns are, and sends what was chosen', async () => {
    given({ state: 'needsMapping' });
    const calls = respond('put', '/api/v1/imports/{id}/mapping', { body: anImport() });
    const { user } = open('/imports/i1');
    expect(await screen.findByText('ehdotus')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Näytä esikatselu' }));
    await waitFor(() =>
      expect(calls[0]?.body).toEqual({
        columns: [
          { index: 0, field: 'lastName' },
          { index: 1, field: 'email' },
          { index: 2, field: null },
        ],
      }),
    );
  });
});

describe('the preview', () => {
  test('counts each outcome, and a count shows its rows only', async () => {
    given();
    const { user, router } = open('/imports/i1');
    const tabs = await screen.findByRole('group', { name: 'Rivit tuloksen mukaan' });
    await user.click(within(tabs).getByRole('button', { name: /Virheellinen 1/ }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ outcome: 'invalid' }));
    await waitFor(() => expect(screen.queryByText('Mahdollinen kaksoiskappale')).not.toBeInTheDocument());
    expect(screen.getByText('Suostumus puuttuu')).toBeVisible();
  });

  test('a suspicious row can be merged with the person it looks like', async () => {
    given();
    const calls = respond('patch', '/api/v1/imports/{id}/rows/{row}', { body: rows[1] });
    const { user } = open('/imports/i1');
    await user.click(await screen.findByRole('button', { name: 'Yhdistä: Laine Helmi (1988)' }));
    await waitFor(() => expect(calls[0]?.body).toEqual({ decision: 'merge', contactId: 'c7' }));
    expect(calls[0]?.params.row).toBe('3');
  });

  test('undecided rows are told of before the import', async () => {
    given();
    open('/imports/i1');
    expect(await screen.findByText(/1 epäselvä rivi odottaa päätöstäsi/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Tuo 2 riviä' })).toBeEnabled();
    expect(screen.getByRole('link', { name: /Virheet Excelinä/ })).toHaveAttribute(
      'href',
      '/api/v1/imports/i1/errors.xlsx',
    );
  });

  test('importing shows the progress, then the result in numbers', async () => {
    given();
    respond('post', '/api/v1/imports/{id}/commit', { status: 202, body: { jobId: 'j1' } });
    let asked = 0;
    respond('get', '/api/v1/jobs/{id}', ({ request }) => {
      asked += 1;
      expect(request.headers.get('X-Background')).toBe('1');
      if (asked === 1) return { body: { id: 'j1', kind: 'import', state: 'running', done: 1, total: 2 } };
      given({ state: 'committed', committedAt: '2026-11-23T10:00:00Z' });
      accounted({ created: 2, matched: 1, changed: 0 }, 0, { code: 'consent-missing', rows: 1 });
      return { body: { id: 'j1', kind: 'import', state: 'succeeded', done: 2, total: 2 } };
    });
    const { user } = open('/imports/i1');
    await user.click(await screen.findByRole('button', { name: 'Tuo 2 riviä' }));
    expect(await screen.findByText('1 / 2 riviä')).toBeVisible();
    expect(await screen.findByText('Tuonti on valmis', undefined, { timeout: 4000 })).toBeVisible();
    const report = await screen.findByRole('region', { name: 'Täsmäytys' });
    expect(await within(report).findByRole('row', { name: 'Henkilöt 2 0 1' })).toBeVisible();
    expect(within(report).getByRole('listitem')).toHaveTextContent('Suostumus puuttuu: 1');
    expect(await screen.findByRole('button', { name: /Virheellinen/, pressed: true })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Epäselvä/ }));
    expect(await screen.findByText('Mahdollinen kaksoiskappale')).toBeVisible();
  });
});

test('an undone import says what was kept, and why', async () => {
  given({
    state: 'undone',
    undo: { kept: [{ contactId: 'c1', reason: 'edited' }], skippedFields: 2 },
  });
  answer('/api/v1/contacts/{id}', aContact());
  open('/imports/i1');
  expect(await screen.findByText('Tuonti on kumottu')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Onni Räsänen' })).toBeVisible();
  expect(screen.getByText(/tietoja on muokattu tuonnin jälkeen/)).toBeVisible();
  expect(screen.getByText(/2 kenttää oli muokattu/)).toBeVisible();
});

describe('an import of contacts', () => {
  test('shows organisations by name, and merges a row with one', async () => {
    given({ kind: 'contacts', form: 'organisations' });
    const row = aRow({
      outcome: 'suspicious',
      candidates: [{ accountId: 'a7', name: 'Esimerkki Oy' }],
      values: { organisation: 'Esimerkki Oyj', businessId: '1234567-1' },
    });
    answer('/api/v1/imports/{id}/rows', { items: [row], nextCursor: null, total: 1 });
    const calls = respond('patch', '/api/v1/imports/{id}/rows/{row}', { body: row });
    const { user } = open('/imports/i1', { as: ['CustomerManager'] });
    expect(await screen.findByText('Esimerkki Oyj')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Yhdistä: Esimerkki Oy' }));
    await waitFor(() => expect(calls[0]?.body).toEqual({ decision: 'merge', accountId: 'a7' }));
  });

  test('accounts for every row when it is done', async () => {
    given({ kind: 'contacts', form: 'dynamics-contacts', state: 'committed', committedAt: '2026-11-23T10:00:00Z' });
    accounted({ created: 6, matched: 1, changed: 2 }, 3, { code: 'email-invalid', rows: 3 });
    open('/imports/i1', { as: ['CustomerManager'] });
    const report = await screen.findByRole('region', { name: 'Täsmäytys' });
    expect(await within(report).findByRole('row', { name: 'Henkilöt 6 2 1' })).toBeVisible();
    expect(within(report).getByText('Hylättyjä rivejä: 3')).toBeVisible();
    expect(within(report).getByRole('listitem')).toHaveTextContent('Sähköposti on virheellinen: 3');
    expect(screen.getByRole('link', { name: 'Näytä henkilöt' })).toHaveAttribute('href', '/contacts');
  });
});

test('imports are not for everybody', async () => {
  open('/imports/new', { as: ['Reader'] });
  expect(await screen.findByText('Ei oikeutta')).toBeVisible();
});
