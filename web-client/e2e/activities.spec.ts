import { expect, test } from './crm';

// Work of a day by keyboard alone: a meeting with a need, a task made, done and taken back; every state passes axe.
test('a meeting, its need and a task by keyboard alone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas');
  const add = async (path: string, data: object): Promise<{ id: string }> =>
    (await page.request.post(`/api/v1${path}`, { data, headers: { 'X-CSRF': '1' } })).json();
  const account = await add('/accounts', { name: 'Näppäin Oy' });
  const person = await add('/contacts', { lastName: 'Näppäimistö', firstNames: 'Aino' });
  await add('/contacts', { lastName: 'Toveri', firstNames: 'Eero' });
  await add(`/contacts/${person.id}/affiliations`, { accountId: account.id, title: 'Johtaja' });

  await page.goto(`/contacts?person=${person.id}&tab=timeline`);
  const kind = page.getByRole('radio', { name: 'Muistiinpano' });
  await kind.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Tapaaminen' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Aihe' }).focus();
  await page.keyboard.type('Kuulumiset');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Puhuttiin syksystä.');

  // What was typed outlives a reload.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Aihe' })).toHaveValue('Kuulumiset');
  await page.getByRole('combobox', { name: 'Mukana' }).focus();
  await page.keyboard.type('Toveri');
  await expect(page.getByRole('option', { name: 'Toveri Eero' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Kuulin työelämätarpeen' }).focus();
  await page.keyboard.press('Space');
  await crm.isAccessible('composer with a need');
  await page.getByRole('textbox', { name: 'Mitä tarvitaan' }).focus();
  await page.keyboard.type('Robottihitsaajia');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tapaaminen kirjattu')).toBeVisible();
  const meeting = page.getByRole('listitem').filter({ hasText: 'Kuulumiset' });
  await expect(meeting.getByRole('link', { name: 'Toveri Eero' })).toBeVisible();
  await expect(meeting.getByRole('link', { name: 'Näppäin Oy' })).toBeVisible();
  await crm.isAccessible('timeline');

  // Removed by mistake, and back within the half minute.
  await meeting.getByRole('button', { name: 'Muokkaa: Kuulumiset' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Aihe' }).last()).toHaveValue('Kuulumiset');
  await crm.isAccessible('an activity to edit or remove');
  await page.getByRole('button', { name: 'Poista', exact: true }).press('Enter');
  await expect(page.getByText('Poistettu: Kuulumiset')).toBeVisible();
  await expect(meeting).toBeHidden();
  await page.getByRole('button', { name: 'Kumoa' }).press('Enter');
  await expect(meeting).toBeVisible();

  await page.goto('/needs');
  await expect(page.getByText('Robottihitsaajia')).toBeVisible();
  await crm.isAccessible('needs');
  await page.goto('/needs?q=eitällaista');
  await expect(page.getByText('Rajauksella ei löytynyt tarpeita')).toBeVisible();
  await crm.isAccessible('needs, no hits');

  await page.goto('/my-work');
  await page.getByRole('button', { name: 'Uusi tehtävä' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Aihe' })).toBeFocused();
  await page.keyboard.type('Lähetä muistio');
  await page.keyboard.press('Control+Enter');
  const task = page.getByRole('checkbox', { name: 'Valmis: Lähetä muistio' });
  await task.focus();
  await crm.isAccessible('my work');
  await page.keyboard.press('Space');
  await expect(task).toBeHidden();
  await page.getByRole('button', { name: 'Kumoa' }).press('Enter');
  await expect(task).toBeVisible();
});

for (const [scheme, width, height] of [
  ['dark', 1440, 900],
  ['light', 390, 844],
  ['dark', 320, 700],
] as const)
  test(`activities are accessible: ${scheme}, ${width} px`, async ({ crm, page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await crm.signInAs('Aatu Asiakas', '/my-work');
    await page.getByText('Lähetä muistio').first().waitFor();
    await crm.isAccessible('my work');
    await page.getByRole('button', { name: 'Uusi tehtävä' }).click();
    await crm.isAccessible('new task');
    await page.getByRole('button', { name: 'Peruuta' }).click();
    await page.getByRole('button', { name: 'Lähetä muistio' }).click();
    await page.getByRole('dialog', { name: 'Muokkaa: Tehtävä' }).waitFor();
    await crm.isAccessible('edit');
    await page.goto('/needs');
    await page.getByText('Robottihitsaajia').waitFor();
    await crm.isAccessible('needs');
    await page.getByRole('button', { name: 'Kirjaa tarve' }).click();
    await page.getByRole('dialog', { name: 'Kirjaa tarve' }).waitFor();
    await crm.isAccessible('new need');
    await page.goto('/contacts?q=Näppäimistö');
    await page.locator('[data-row-link]').first().click();
    await page.getByRole('tab', { name: 'Aikajana' }).click();
    await page.getByText('Kuulumiset').waitFor();
    await page.getByRole('radio', { name: 'Tehtävä' }).check({ force: true });
    await crm.isAccessible('timeline and composer');
  });
