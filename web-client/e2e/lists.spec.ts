import { expect, test } from './crm';

// A list worked through by the keys alone: narrow it, choose rows, change them all, look at the result, take it back.
test('many people are changed by the keyboard, and the change is undone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/contacts');
  const family = `Näppäin${Date.now()}`;
  for (const firstNames of ['Aino', 'Bertta', 'Cecilia', 'Daniel'])
    await page.request.post('/api/v1/contacts', { headers: { 'X-CSRF': '1' }, data: { lastName: family, firstNames } });

  await page.getByRole('searchbox').focus();
  await page.keyboard.type(family);
  const row = (name: string) => page.getByRole('link', { name: `${family} ${name}` });
  await expect(page.getByText('4 henkilöä')).toBeVisible();

  // Space chooses a row, Shift and the arrows those beside it.
  await row('Aino').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(row('Cecilia')).toBeFocused();
  const bar = page.getByRole('region', { name: 'Valitut' });
  await expect(bar.getByText('3 valittu')).toBeVisible();
  await crm.isAccessible('rows chosen');

  // All that match, but one.
  await bar.getByRole('button', { name: 'Valitse kaikki 4' }).focus();
  await page.keyboard.press('Enter');
  await row('Daniel').focus();
  await page.keyboard.press('Space');
  await expect(bar.getByText('3 valittu (kaikki paitsi 1)')).toBeVisible();

  await bar.getByRole('button', { name: 'Yhteistyön tila' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Muuta 3 henkilön tietoja' });
  await dialog.getByRole('combobox', { name: 'Uusi arvo' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Muuttaa 3 henkilön tiedot.')).toBeVisible();
  await crm.isAccessible('bulk change');
  await dialog.getByRole('button', { name: 'Muuta 3' }).focus();
  await page.keyboard.press('Enter');

  const progress = page.getByRole('region', { name: 'Joukkomuutoksen eteneminen' });
  await expect(progress.getByText(/Yhteistyön tila: 3 muutettu/)).toBeVisible();
  await crm.isAccessible('bulk change done');
  await progress.getByRole('button', { name: 'Kumoa' }).focus();
  await page.keyboard.press('Enter');
  await expect(progress.getByText(/Yhteistyön tila: 3 palautettu/)).toBeVisible();

  // Enter opens the person beside the list; j goes on to the next.
  await row('Aino').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: `Aino ${family}` })).toBeVisible();
  await page.getByRole('button', { name: 'Seuraava henkilö' }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 2, name: `Bertta ${family}` })).toBeVisible();
});

for (const [scheme, width] of [
  ['light', 1440],
  ['dark', 1440],
  ['light', 320],
  ['dark', 390],
] as const)
  test(`the lists are accessible: ${scheme}, ${width} px`, async ({ crm, page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await crm.signInAs('Aatu Asiakas', '/accounts');
    for (const name of ['Esimerkki Oy', 'Keksitty Osuuskunta'])
      await page.request.post('/api/v1/accounts', {
        headers: { 'X-CSRF': '1' },
        data: { name, relationships: ['customer', 'partner'], status: 'active', municipality: 'Joensuu' },
      });
    await page.goto('/accounts');
    await page.locator('[data-row-link]').first().waitFor();
    await crm.isAccessible('organisations');
    await page.getByRole('button', { name: 'Sarakkeet' }).click();
    await crm.isAccessible('columns', 'open');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Suhde', exact: true }).first().click();
    await crm.isAccessible('a filter of several', 'open');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Valitse kaikki' }).click();
    await crm.isAccessible('all chosen');
    await page.getByRole('button', { name: 'Passivoi', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await crm.isAccessible('passivate all');
    await page.goto('/contacts?q=eikukaan');
    await page.getByText('Rajauksella ei löytynyt ketään').waitFor();
    await crm.isAccessible('no hits');
  });
