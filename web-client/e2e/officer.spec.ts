import { expect, test } from './crm';

// The data protection officer's own pages: what waits for erasure, retention, the notice, breaches, the evidence. Every state passes axe.
test('the officer erases what lost its purpose, decides on retention and publishes the notice', async ({
  crm,
  page,
}) => {
  await crm.signInAs('Aatu Asiakas');
  const add = async (path: string, data: object) =>
    (await page.request.post(`/api/v1${path}`, { data, headers: { 'X-CSRF': '1' } })).json();
  const person = await add('/contacts', { lastName: 'Entinen', firstNames: 'Aino' });
  const role = await add(`/contacts/${person.id}/roles`, {
    role: 'customer',
    basis: 'legitimate-interest',
    source: 'staff',
  });
  await add(`/contacts/${person.id}/roles/${role.id}/end`, {});
  await page.context().clearCookies();

  await crm.signInAs('Tuire Tietosuoja', '/erasure-queue');
  const task = page.getByRole('listitem').filter({ hasText: 'Entinen Aino' });
  await expect(task.getByText('Kaikki henkilön tiedot poistuvat')).toBeVisible();
  await crm.isAccessible('erasure queue');
  await page.screenshot({ path: 'test-results/officer-queue.png', fullPage: true });

  await page.goto(`/contacts?person=${person.id}&tab=viewers`);
  await expect(page.getByText('Aatu Asiakas').first()).toBeVisible();
  await crm.isAccessible('who has seen a person');

  await page.goto('/erasure-queue');
  await page.getByRole('button', { name: 'Poista: Entinen Aino' }).press('Enter');
  await crm.isAccessible('erasure asked');
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).press('Enter');
  await expect(page.getByText('Tiedot poistettu')).toBeVisible();
  await expect(page.getByText('Mikään ei odota poistoa')).toBeVisible();

  await page.goto('/retention');
  await expect(page.getByText('sääntöä ei vielä toteuta mikään')).toHaveCount(2);
  await page.getByRole('button', { name: 'Kokeile: Asiakkaiden yhteyshenkilöt' }).press('Enter');
  await expect(page.getByText('Mitään ei tehty.')).toBeVisible();
  await page.getByRole('button', { name: 'Hyväksy: Asiakkaiden yhteyshenkilöt' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Hyväksy: Asiakkaiden yhteyshenkilöt' })).toHaveCount(0);
  await crm.isAccessible('retention rules');
  await page.screenshot({ path: 'test-results/officer-retention.png', fullPage: true });
  await page.getByText('Ajot', { exact: true }).click();
  await page.getByRole('button', { name: 'Ehdota ajoa' }).press('Enter');
  await page.getByRole('button', { name: 'Hyväksy ja toteuta' }).press('Enter');
  await expect(page.getByText('Ajo on valmis')).toBeVisible({ timeout: 30_000 });
  // A message that fades is judged by none.
  await expect(page.getByText('Hyväksytty', { exact: true })).toHaveCount(0);
  await crm.isAccessible('retention runs');

  await page.goto('/privacy-notice');
  await expect(page.getByRole('heading', { name: '16. Automaattinen päätöksenteko ja profilointi' })).toBeVisible();
  await crm.isAccessible('notice');
  await page.screenshot({ path: 'test-results/officer-notice.png' });
  await page.getByRole('button', { name: 'Julkaise' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Julkaise' }).press('Enter');
  await expect(page.getByText('Versio 1 julkaistu')).toBeVisible();
  await page.getByText('Muutokset', { exact: true }).click();
  await expect(page.getByText('Julkaistu seloste on ajan tasalla')).toBeVisible();

  await page.goto('/audit');
  await page.getByRole('button', { name: 'Tarkista eheys' }).press('Enter');
  await expect(page.getByText('Loki, suostumukset ja luovutukset ovat eheät')).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/tietosuojaseloste');
  await expect(page.getByRole('heading', { name: '15. Rekisteröidyn oikeudet' })).toBeVisible();
  await crm.isAccessible('public notice');
});

test('the same pages at 320 px, in the dark', async ({ crm, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await crm.signInAs('Tuire Tietosuoja', '/purposes');
  await expect(page.getByRole('heading', { name: 'Alumnitoiminta' })).toBeVisible();
  await crm.isAccessible('purposes');
  await page.screenshot({ path: 'test-results/officer-purposes-320.png' });
  for (const path of ['/erasure-queue', '/retention', '/privacy-notice']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await crm.isAccessible(path);
  }

  await page.goto('/breaches');
  await page.getByRole('button', { name: 'Kirjaa loukkaus' }).press('Enter');
  await page.getByRole('textbox', { name: 'Mitä tapahtui' }).fill('Kannettava varastettiin');
  await page.getByLabel('Tapahtumat alkaen').fill('2026-01-05T10:00');
  await page.getByLabel('Tapahtumat asti').fill('2026-01-05T12:00');
  await crm.isAccessible('breach dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa loukkaus' }).press('Enter');
  const breach = page.getByRole('listitem').filter({ hasText: 'Kannettava varastettiin' });
  await breach.getByRole('button', { name: 'Keitä koskee' }).press('Enter');
  await expect(breach.getByText(/Koskee 0 henkilöä/)).toBeVisible();
  await crm.isAccessible('breaches');
});
