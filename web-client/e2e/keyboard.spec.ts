import type { Locator } from '@playwright/test';
import { expect, tabTo, test } from './crm';

async function press(target: Locator, key = 'Enter') {
  await tabTo(target.page(), target);
  await target.page().keyboard.press(key);
}

// The day of those who live in the register, without a mouse: each thing is reached by Tab and the arrows, then pressed.
test('a person is found and edited, and a list saved and exported, by the keys alone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/contacts');
  const family = `Näppärä${Date.now()}`;
  const phones = [{ number: `+35850${String(Date.now()).slice(-7)}`, kind: 'work' }];
  await crm.made('contacts', { lastName: family, firstNames: 'Aino', phones });
  await crm.made('contacts', { lastName: family, firstNames: 'Aini', phones });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

  // Found from anywhere, and changed.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Hae' })).toBeFocused();
  await page.keyboard.type(`${family} Aino`);
  await expect(page.getByRole('option', { name: new RegExp(family) }).first()).toHaveText(new RegExp(`${family} Aino`));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: `Aino ${family}` })).toBeVisible();
  await press(button('Muokkaa'));
  const form = page.getByRole('dialog', { name: 'Muokkaa yhteystietoja' });
  await tabTo(page, form.getByRole('textbox', { name: 'Kutsumanimi' }));
  await page.keyboard.type('Ainikki');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: `Ainikki ${family}` })).toBeVisible();
  await page.keyboard.press('Escape');

  // A list narrowed, kept under a name, and taken along as a workbook.
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type(family);
  await expect(page.getByText('2 henkilöä')).toBeVisible();
  await press(button('Tallenna näkymä'));
  await expect(page.getByRole('textbox', { name: 'Näkymän nimi' })).toBeFocused();
  await page.keyboard.type('Näppärät');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Näkymä ”Näppärät” tallennettu')).toBeVisible();
  const download = page.waitForEvent('download');
  await press(page.getByRole('link', { name: 'Vie Exceliin' }));
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await press(button('Poista näkymä Näppärät'));
  await expect(page.getByText('Näkymä ”Näppärät” poistettu')).toBeVisible();
});

test('two records of one person are compared, merged and taken apart by the keys alone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/contacts');
  const family = `Kaksonen${Date.now()}`;
  const phones = [{ number: `+35850${String(Date.now()).slice(-7)}`, kind: 'work' }];
  await crm.made('contacts', { lastName: family, firstNames: 'Aino', phones });
  await crm.made('contacts', { lastName: family, firstNames: 'Aino Maria', phones });
  // What an import brings is compared with all the rest when it has been committed.
  const columns = ['Contact', 'Row Checksum', 'Modified On'].map((name) => `(Do Not Modify) ${name}`);
  await crm.upload({
    name: 'contacts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [
        [...columns, 'First Name', 'Last Name', 'Status'],
        [crypto.randomUUID(), 'x', '', 'Outi', family, 'Active'],
      ]
        .map((line) => line.join(','))
        .join('\n'),
    ),
  });
  await crm.commit();
  const compare = page.getByRole('button', { name: new RegExp(`^Vertaa ja yhdistä: .*${family}`) });
  await expect(async () => {
    await page.goto('/duplicates');
    await expect(compare).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await press(compare);
  const dialog = page.getByRole('dialog', { name: 'Yhdistä 2 tietuetta' });
  const names = dialog.getByRole('group', { name: 'Etunimet' });
  await expect(names.getByRole('status')).toHaveText('Aino');
  await press(names.getByRole('radio', { name: 'Aino', exact: true }), 'ArrowRight');
  await expect(names.getByRole('status')).toHaveText('Aino Maria');
  await press(dialog.getByRole('button', { name: 'Yhdistä' }));
  await expect(page.getByText(`Yhdistetty: ${family} Aino Maria`)).toBeVisible();
  await expect(compare).toBeHidden();
  await press(page.getByRole('button', { name: 'Kumoa' }));
  await expect(page.getByText('Yhdistäminen purettu')).toBeVisible();
});
