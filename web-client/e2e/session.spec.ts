import { expect, test } from './crm';

test('a session that ends during work asks to sign in again, and nothing typed is lost', async ({
  crm,
  page,
  context,
}) => {
  await crm.signInAs('Alma Keksitty', '/contacts');
  await page.getByRole('button', { name: 'Uusi henkilö' }).click();
  const form = page.getByRole('dialog', { name: 'Uusi henkilö' });
  await form.getByRole('textbox', { name: 'Sukunimi' }).fill('Äijälä');
  await form.getByRole('textbox', { name: 'Etunimet' }).fill('Ilona Maria');
  await form.getByRole('textbox', { name: 'Kutsumanimi' }).fill('Ilona');

  // The session ends behind the page's back.
  await context.clearCookies();
  await form.getByRole('button', { name: 'Tallenna' }).click();
  const ended = page.getByRole('dialog', { name: 'Istunto on päättynyt' });
  await expect(ended).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Sukunimi', includeHidden: true })).toHaveValue('Äijälä');

  const popup = page.waitForEvent('popup');
  await ended.getByRole('button', { name: 'Kirjaudu uudelleen' }).click();
  await (await popup).getByRole('button', { name: /Alma Keksitty/ }).click();
  await expect(ended).toBeHidden();
  // The request that was held went through by itself.
  await expect(page.getByText('Ilona Äijälä lisätty')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Ilona Äijälä' })).toBeVisible();

  // Passivated by mistake: one press takes it back.
  await page.getByRole('button', { name: 'Passivoi' }).click();
  const passivate = page.getByRole('dialog', { name: 'Passivoi Ilona Äijälä' });
  await passivate.getByRole('textbox').fill('Muuttanut');
  await passivate.getByRole('button', { name: 'Passivoi' }).click();
  await expect(page.getByText(/^Passiivinen .* alkaen: Muuttanut/)).toBeVisible();
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByText(/^Passiivinen .* alkaen/)).toBeHidden();
});

test('search finds a person without dots and accents, in either language', async ({ crm, page }) => {
  await crm.signInAs('Leo Lukija');
  await page.getByRole('button', { name: 'In English (englanniksi)' }).click();
  await expect(crm.heading(/^Hello/)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Name, email, phone or business id').fill('aijala ilona');
  await expect(page.getByRole('option', { name: /Äijälä Ilona/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Ilona Äijälä' })).toBeVisible();

  // A reader reads: no act is offered.
  await expect(page.getByRole('button', { name: 'Deactivate' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Imports' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Suomeksi (Finnish)' }).click();
  await expect(page.getByRole('tab', { name: 'Yleiskuva' })).toBeVisible();
});

test('signing out ends the session', async ({ crm, page }) => {
  await crm.signInAs('Viivi Malli');
  await page.getByRole('button', { name: 'Käyttäjä Viivi Malli' }).click();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page).toHaveURL(/\/signed-out/);
  await page.goto('/alumni');
  await expect(page.getByRole('heading', { name: 'Kenenä kirjaudut?' })).toBeVisible();
});
