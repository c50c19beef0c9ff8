import { anImport, aRow } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;

function given(over = {}) {
  answer('/api/v1/imports/{id}', anImport(over));
  answer('/api/v1/imports/{id}/rows', { items: [], nextCursor: null, total: 0 });
}

describe('a file of an event', () => {
  const anEvent = { id: 'e1', name: 'Metsäpäivä', startsAt: '2027-01-05T08:00:00Z', place: 'Joensuu' };

  test('asks first which event it is of, and sends it along', async () => {
    given({ kind: 'participants', form: 'registration' });
    answer('/api/v1/events', { items: [anEvent], nextCursor: null } as never);
    const calls = respond('post', '/api/v1/imports', { status: 201, body: anImport({ kind: 'participants' }) });
    const { user, router } = open('/imports/new', { as: ['CustomerManager'] });
    await user.click(await screen.findByRole('radio', { name: 'Tilaisuuden osallistujia tai palautetta' }));
    fireEvent.change(fileInput(), { target: { files: [new File(['x'], 'a.xlsx')] } });
    expect(await screen.findByText('Valitse ensin, minkä tilaisuuden tiedosto on.')).toBeVisible();
    expect(calls).toHaveLength(0);
    await user.click(screen.getByRole('combobox', { name: /Tilaisuus/ }));
    await user.click(await screen.findByText('Metsäpäivä'));
    fireEvent.change(fileInput(), { target: { files: [new File(['x'], 'a.xlsx')] } });
    await waitFor(() => expect(router.state.location.pathname).toBe('/imports/i1'));
    const sent = await calls[0]?.request.formData();
    expect([sent?.get('kind'), sent?.get('eventId')]).toEqual(['participants', 'e1']);
  });

  test('from the page of the event it is chosen already', async () => {
    answer('/api/v1/events/{id}', anEvent as never);
    open('/imports/new?event=e1', { as: ['CustomerManager'] });
    await waitFor(() => expect(screen.getByRole('combobox', { name: /Tilaisuus/ })).toHaveValue('Metsäpäivä'));
  });

  test('feedback is done without a list of who gave it', async () => {
    given({ kind: 'participants', form: 'feedback', state: 'committed', eventId: 'e1' });
    open('/imports/i1', { as: ['CustomerManager'] });
    expect(await screen.findByText(/Vastaukset on tallennettu erilleen/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Näytä tilaisuus' })).toHaveAttribute('href', '/events/e1');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

describe('a row', () => {
  test('a mistyped cell is mended where it stands, by the keys alone', async () => {
    given();
    const row = aRow({
      row: 5,
      outcome: 'invalid',
      cells: ['Laine', 'helmi(at)example.com', ''],
      reasons: [{ column: 'Posti', code: 'email-invalid', message: 'x' }],
    });
    answer('/api/v1/imports/{id}/rows', { items: [row], nextCursor: null, total: 1 });
    const calls = respond('patch', '/api/v1/imports/{id}/rows/{row}', {
      body: { ...row, outcome: 'new', reasons: [] },
    });
    const { user } = open('/imports/i1');
    const cell = await screen.findByRole('button', { name: 'Korjaa Sähköposti: helmi(at)example.com' });
    expect(cell).toHaveAccessibleDescription('Sähköposti on virheellinen');
    cell.focus();
    await user.keyboard('{Enter}');
    await user.keyboard('toinen@example.com{Escape}');
    expect(calls).toHaveLength(0);
    await waitFor(() => expect(screen.getByRole('button', { name: /Korjaa Sähköposti/ })).toHaveFocus());
    await user.keyboard('{Enter}');
    await user.keyboard('helmi@example.com{Enter}');
    await waitFor(() => expect(calls[0]?.body).toEqual({ cells: { 1: 'helmi@example.com' } }));
    expect(await screen.findByText('Rivi 5 korjattu: Uusi')).toBeVisible();
  });

  test('an unknown code is chosen from the list', async () => {
    given({
      fields: [{ field: 'form.project', fi: 'Hankeyhteistyö', en: 'Project cooperation', choices: ['Kyllä', 'Ei'] }],
      mapping: [
        {
          column: { index: 0, heading: 'Hanke' },
          field: 'form.project',
          confidence: 1,
          remembered: false,
          samples: [],
        },
      ],
    });
    const row = aRow({
      outcome: 'suspicious',
      cells: ['7'],
      reasons: [{ column: 'Hanke', code: 'code-unknown', message: 'x' }],
    });
    answer('/api/v1/imports/{id}/rows', { items: [row], nextCursor: null, total: 1 });
    const calls = respond('patch', '/api/v1/imports/{id}/rows/{row}', { body: row });
    const { user } = open('/imports/i1');
    await user.click(await screen.findByRole('button', { name: 'Korjaa Hankeyhteistyö: 7' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Hankeyhteistyö' }), 'Kyllä');
    await user.click(screen.getByRole('button', { name: 'Tallenna' }));
    await waitFor(() => expect(calls[0]?.body).toEqual({ cells: { 0: 'Kyllä' } }));
  });
});
