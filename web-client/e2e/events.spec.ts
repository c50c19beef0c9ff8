import { expect, formOf, test } from './crm';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

// From a new event to those who came, by keyboard and at three widths; and the door on a phone whose network comes and goes.
test('an event is arranged, its registrations imported, and who came is told', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/events');
  await expect(crm.heading('Tilaisuudet')).toBeVisible();
  await crm.isAccessible('no events yet');
  await page.getByRole('button', { name: 'Uusi tilaisuus' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Uusi tilaisuus' });
  await form.getByRole('textbox', { name: 'Nimi' }).fill('Metsädata hyötykäyttöön');
  await form.getByRole('textbox', { name: 'Paikkoja' }).fill('50');
  await form.getByRole('textbox', { name: 'Paikka', exact: true }).fill('Sirkkala');
  await crm.isAccessible('an event being written');
  await page.keyboard.press('Enter');
  await expect(crm.heading('Metsädata hyötykäyttöön')).toBeVisible();

  await page.getByRole('link', { name: 'Tuo Excelistä' }).press('Enter');
  await expect(page.getByText('Tilaisuuteen Metsädata hyötykäyttöön')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(formOf('taydennyskoulutus_ilmoittautuneet_Perusraportti.xlsx'));
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await crm.commit();
  await page.goto('/events');
  await page.getByRole('link', { name: 'Metsädata hyötykäyttöön' }).press('Enter');
  await expect(page.getByText('64 / 50')).toBeVisible();
  await expect(page.getByText('gluteeniton')).toBeVisible();

  const state = page.getByRole('combobox', { name: /^Tila: / }).first();
  await state.selectOption('attended');
  await expect(page.getByText('Osallistunut').last()).toBeVisible();
  await page.getByRole('button', { name: 'Kumoa' }).press('Enter');
  await expect(state).toHaveValue('registered');
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await crm.isAccessible(`an event at ${width} px`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await crm.isAccessible('an event in the dark');
});

test('the door works on a network that comes and goes: nothing lost, nothing doubled', async ({
  crm,
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await crm.signInAs('Aatu Asiakas');
  const event = await crm.made('events', {
    name: 'Ovi-ilta',
    kind: 'event',
    sessions: [{ startsAt: day(0), endsAt: day(1), place: 'Tikkarinne' }],
  });
  const names = ['Aho', 'Berg', 'Cedercreutz', 'Dahl', 'Wirta'];
  for (const name of names) {
    const person = await crm.made('contacts', { lastName: `${name}ovi`, firstNames: 'Aino' });
    await crm.made(`events/${event}/participants`, { contactId: person });
  }
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT')
      sent.push(...JSON.parse(request.postData() ?? '{}').ticks.map((tick: { clientId: string }) => tick.clientId));
  });
  await page.goto(`/events/${event}/door`);
  const status = page.getByRole('status').filter({ hasText: /odottaa yhteyttä|tallessa/ });
  const person = (name: string) => page.getByRole('button', { name: new RegExp(`${name}ovi`) });
  await expect(person('Aho')).toBeVisible();
  await crm.isAccessible('the door');

  // Away: ticks wait, and outlive a reload.
  await page.route('**/attendance', (route) => route.abort());
  await person('Aho').press('Enter');
  await page.getByRole('searchbox', { name: 'Etsi nimellä' }).fill('virta');
  await person('Wirta').press('Space');
  await expect(status).toHaveText('2 merkintää odottaa yhteyttä');
  await expect(person('Wirta')).toHaveAttribute('aria-pressed', 'true');
  await crm.isAccessible('the door without a network');
  const parts = /Palette-|health/;
  // Nor does a part of the page that cannot be fetched ahead take the page with it.
  await page.route(parts, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('health'));
  await page.reload();
  await failed;
  await page.unroute(parts);
  await expect(status).toHaveText('2 merkintää odottaa yhteyttä');
  await expect(person('Aho')).toHaveAttribute('aria-pressed', 'true');

  // The server writes, and its answer is lost.
  await page.unroute('**/attendance');
  let lost = 0;
  await page.route('**/attendance', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Yritä heti' }).press('Enter');
  await expect(status).toHaveText('Kaikki merkinnät tallessa');
  expect(lost).toBeGreaterThan(1);

  // Wholly offline, touched twice by mistake, and back.
  await context.setOffline(true);
  await person('Berg').click();
  await person('Dahl').click();
  await person('Dahl').click();
  await expect(status).toHaveText('3 merkintää odottaa yhteyttä');
  await context.setOffline(false);
  await expect(status).toHaveText('Kaikki merkinnät tallessa', { timeout: 40_000 });
  const came = await page.evaluate(
    async (id) => (await fetch(`/api/v1/events/${id}/participants?state=attended`)).json(),
    event,
  );
  expect(came.items.map((one: { lastName: string }) => one.lastName)).toEqual(['Ahoovi', 'Bergovi', 'Wirtaovi']);
  expect(new Set(sent).size).toBe(5);
  await expect(page.getByText('3 / 5 paikalla')).toBeVisible();
});
