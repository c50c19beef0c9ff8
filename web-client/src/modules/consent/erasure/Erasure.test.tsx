import { aContact } from '@test/given';
import { open } from '@test/render';
import { answer, respond } from '@test/server';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

const certificate = {
  id: 'z1',
  contactId: 'c1',
  requestId: null,
  reason: 'Pyyntö: [poistettu]',
  isPartial: false,
  at: '2026-11-23T10:00:00Z',
  by: 'Vastaava Tieto',
  proposedBy: null,
  erased: [{ module: 'Accounts', category: 'contact-emails', items: 2 }],
  kept: [{ module: 'Sales', category: 'vouchers', law: 'kirjanpitolaki 2:10 §', until: '2032-12-31' }],
  verification: 'clean',
  verifiedAt: '2026-11-23T10:00:05Z',
  found: [],
  notices: [
    {
      id: 'n1',
      recipient: 'liana',
      disclosureId: 'd1',
      disclosedAt: '2026-01-01T00:00:00Z',
      subject: 'Poisto',
      text: 'Poistakaa c1',
      sentAt: null,
      sentBy: null,
    },
  ],
};

const plan = {
  contactId: 'c1',
  name: 'Onni Räsänen',
  items: [
    {
      module: 'Accounts',
      category: 'contact-emails',
      action: 'erase',
      items: 2,
      fields: [{ fi: 'sähköposti', en: 'e-mail' }],
    },
    {
      module: 'Sales',
      category: 'vouchers',
      action: 'keep',
      items: 1,
      fields: [{ fi: 'ostaja', en: 'buyer' }],
      law: 'kirjanpitolaki 2:10 §',
      lawEn: 'Accounting Act 2:10',
      until: '2032-12-31',
    },
  ],
  recipients: ['liana'],
  needsTwo: false,
  proposedBy: null,
  isRestricted: false,
};

describe('erasure', () => {
  test('the plan is seen, the name typed, and the certificate opens', async () => {
    answer('/api/v1/contacts/{id}', () => aContact({ id: 'c1' }));
    answer('/api/v1/contacts/{id}/erasure-plan', plan as never);
    answer('/api/v1/erasure-certificates/{id}', certificate as never);
    const erased = respond('post', '/api/v1/contacts/{id}/erase', {
      body: { certificateId: 'z1', erased: certificate.erased, kept: certificate.kept } as never,
    });
    const { user } = open('/contacts?person=c1&tab=privacy', { as: ['DataProtectionOfficer'] });
    expect(await screen.findByText('kirjanpitolaki 2:10 §', { exact: false })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Poista tiedot' }));
    const dialog = await screen.findByRole('dialog', { name: 'Poistetaanko Onni Räsänen?' });
    await user.type(within(dialog).getByRole('textbox', { name: /Syy|Perustelu/ }), 'Pyyntö');
    await user.type(within(dialog).getByRole('textbox', { name: /Kirjoita vahvistukseksi/ }), 'Onni');
    await user.click(within(dialog).getByRole('button', { name: 'Poista tiedot' }));
    expect(await within(dialog).findByText('Nimi ei ole sama.')).toBeVisible();
    expect(erased).toHaveLength(0);

    await user.type(within(dialog).getByRole('textbox', { name: /Kirjoita vahvistukseksi/ }), ' Räsänen');
    await user.click(within(dialog).getByRole('button', { name: 'Poista tiedot' }));

    await waitFor(() => expect(erased).toHaveLength(1));
    expect(await screen.findByRole('heading', { name: 'Poistotodistus' })).toBeVisible();
    expect(await screen.findByText(/Ei jälkiä/)).toBeVisible();
    expect(screen.getByText('Poistakaa c1')).toBeVisible();
    const pdf = screen.getByRole('link', { name: 'Todistus (PDF)' });
    expect(pdf).toHaveAttribute('href', '/api/v1/erasure-certificates/z1?format=pdf&lang=fi');
  });
});
