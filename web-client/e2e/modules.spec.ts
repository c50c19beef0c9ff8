import { expect, test } from './crm';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

// The registers that the forms feed, by keyboard alone, in the other language on a phone in the dark.
test.describe('on a phone, in English, in the dark, by keyboard', () => {
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
  });
  // The language is the user's, and other tests read Finnish.
  test.afterEach(async ({ page }) => {
    await page.getByRole('button', { name: /^Suomeksi/ }).press('Enter');
    await expect(page.getByRole('button', { name: /^In English/ })).toBeVisible();
  });

  test('alumni: home, finding, requests, mentoring and figures', async ({ crm, page }) => {
    await crm.signInAs('Aino Esimerkki');
    await page.getByRole('button', { name: /^In English/ }).press('Enter');
    await expect(crm.heading(/^Hello/)).toBeVisible();
    await crm.isAccessible('home');
    await page.goto('/alumni/find');
    await page.getByRole('combobox', { name: 'Form of cooperation' }).press('Enter');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('[role=option][data-combobox-selected]')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/form=/);
    await crm.isAccessible('who could help');
    for (const tab of ['Requests', 'Mentoring', 'Figures']) {
      await page.getByRole('link', { name: tab, exact: true }).press('Enter');
      await expect(crm.heading(tab)).toBeVisible();
      await crm.isAccessible(tab);
    }
  });

  test('events: opened, and somebody ticked at the door, who is told why when it does not hold', async ({
    crm,
    page,
  }) => {
    await crm.signInAs('Aatu Asiakas', '/events');
    await page.getByRole('button', { name: /^In English/ }).press('Enter');
    const name = `Night of the door ${Date.now()}`;
    const event = await crm.made('events', {
      name,
      kind: 'event',
      sessions: [{ startsAt: day(0.1), endsAt: day(1), place: 'Tikkarinne' }],
    });
    const person = await crm.made('contacts', { lastName: 'Phone', firstNames: 'Ada' });
    await crm.made(`events/${event}/participants`, { contactId: person });
    await page.goto('/events');
    await expect(page.getByText(/Tikkarinne/).first()).toBeVisible();
    await crm.isAccessible('events');
    await page.getByRole('link', { name }).press('Enter');
    await page.getByRole('link', { name: 'Door list' }).press('Enter');
    const ada = page.getByRole('button', { name: /^Phone Ada/ });
    await expect(ada).toBeVisible();
    // Made inactive by somebody else since the list was read.
    const passivated = await page.evaluate(async (address) => {
      const headers = { 'Content-Type': 'application/json', 'X-CSRF': '1' };
      return (await fetch(address, { method: 'POST', headers, body: '{"reason":"left"}' })).status;
    }, `/api/v1/contacts/${person}/passivate`);
    expect(passivated).toBe(200);
    await ada.press('Space');
    await expect(page.getByText(/Here .* the person is inactive/)).toBeVisible();
    await expect(ada).toHaveAttribute('aria-pressed', 'false');
    await crm.isAccessible('a tick that was refused');
    await page.getByRole('button', { name: 'Dismiss: Phone Ada' }).press('Enter');
    await expect(page.getByText('All ticks are saved')).toBeVisible();
  });
});
