import type { Locator } from '@playwright/test';
import { expect, tabTo, test } from './crm';

// The day of those who live in the register, without a mouse: each thing is reached by Tab and the arrows, then pressed.
test('a person is found and edited, and a list saved and exported, by the keys alone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/contacts');
  const family = `Näppärä${Date.now()}`;
  const phones = [{ number: `+35850${String(Date.now()).slice(-7)}`, kind: 'work' }];
  await crm.made('contacts', { lastName: family, firstNames: 'Aino', phones });
  await crm.made('contacts', { lastName: family, firstNames: 'Aini', phones });
  const press = async (target: Locator, key = 'Enter') => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
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
