import { expect, test } from './crm';

// From a group over several modules to a list that leaves, at two widths and in both themes; the officer's texts beside it.
test('a group is built, counted, saved, and a list is made from it', async ({ crm, page }) => {
  const name = `Alumnit ${Date.now()}`;
  await crm.signInAs('Viivi Malli', '/target-groups/new');
  await expect(crm.heading('Uusi kohderyhmä')).toBeVisible();
  await page.getByLabel('Nimi', { exact: false }).first().fill(name);
  await page.getByRole('combobox', { name: 'Tieto' }).click();
  await page.getByRole('option', { name: 'Rooli', exact: true }).click();
  await page.getByRole('combobox', { name: 'on jokin näistä' }).click();
  await page.getByRole('option', { name: 'Alumni', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lisää ehtoryhmä' }).click();
  await page.getByRole('combobox', { name: 'Tieto' }).nth(1).click();
  await page.getByRole('option', { name: 'Valmistumisvuosi', exact: true }).click();
  await page.getByLabel('vuodesta').fill('2000');
  await expect(page.getByRole('status').filter({ hasText: 'Ryhmässä on nyt' })).toContainText(/\d/);
  await crm.isAccessible('a group being built');
  await page.getByRole('button', { name: 'Tallenna kohderyhmä' }).click();
  await expect(crm.heading(name)).toBeVisible();

  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await crm.isAccessible(`a saved group at ${width} px`);
  }

  await page.getByRole('link', { name: 'Tee postituslista' }).click();
  await expect(crm.heading('Uusi postituslista')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Kohderyhmä' })).toHaveValue(name);
  await page.getByLabel('Muodosta uudelleen joka kuukausi').check();
  await page.getByRole('radio', { name: 'Palveluviesti' }).check();
  await crm.isAccessible('a list of a group');
});

test('the officer publishes the words that people are asked to agree to', async ({ crm, page }) => {
  await crm.signInAs('Tuire Tietosuoja', '/consent-texts');
  await page.getByRole('button', { name: 'Uusi versio' }).click();
  await page.getByRole('textbox', { name: 'Teksti' }).fill('Minulle saa lähettää alumnikirjeen.');
  await page.getByRole('button', { name: 'Tallenna luonnos' }).click();
  await page.getByRole('button', { name: /^Julkaise/ }).click();
  await expect(page.getByText('julkaistu').first()).toBeVisible();
  await crm.isAccessible('consent texts');
});
