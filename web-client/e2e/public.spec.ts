import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { Crm, expect, test } from './crm';
import { mails } from './stack';

// People without an account, and a browser without JavaScript: WCAG 2.2 AA, keyboard alone, 320 px.
test.use({ javaScriptEnabled: false });

const somebody = () => `e2e${Date.now()}${Math.floor(Math.random() * 1e6)}@example.com`;

/** The path of the link in the mail that came to an address. */
async function linkTo(address: string) {
  let link = '';
  await expect
    .poll(() => {
      const mail = (existsSync(mails) ? readdirSync(mails) : [])
        .filter((file) => file.endsWith('.eml'))
        .map((file) => readFileSync(join(mails, file), 'utf8'))
        .find((text) => text.includes(`To: ${address}`));
      link = mail?.match(/https?:\/\/[^/\s]+(\/\S+)/)?.[1] ?? '';
      return link;
    })
    .not.toBe('');
  return link;
}

/** axe is a script itself: it looks at the same bytes in a browser that runs scripts. */
async function isAccessible(crm: Crm, state: string) {
  const { page } = crm;
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const context = await page
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled: true,
      colorScheme: dark ? 'dark' : 'light',
      viewport: page.viewportSize(),
    });
  const copy = await context?.newPage();
  if (!copy) throw new Error('no browser');
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await copy.goto(page.url());
  await new Crm(copy).isAccessible(state);
  await context?.close();
}

const languages = [
  {
    page: '/poistopyynto',
    title: 'Tietojen poistopyyntö',
    all: 'Poistakaa kaikki tietoni',
    newsletter: 'Lopettakaa vain uutiskirje',
    first: 'Etunimi',
    last: 'Sukunimi',
    email: 'Sähköpostiosoite',
    send: 'Lähetä',
    faults: 'Tarkista nämä kohdat',
    thanks: 'Tarkista sähköpostisi',
    confirm: 'Vahvista pyyntö',
    confirmed: 'Pyyntö on vahvistettu',
    again: 'Pyyntö on jo vahvistettu',
    accessibility: 'Saavutettavuusseloste',
  },
  {
    page: '/en/deletion-request',
    title: 'Request to delete data',
    all: 'Delete all my data',
    newsletter: 'Only stop the newsletter',
    first: 'First name',
    last: 'Last name',
    email: 'Email address',
    send: 'Send',
    faults: 'Check the following',
    thanks: 'Check your email',
    confirm: 'Confirm the request',
    confirmed: 'The request is confirmed',
    again: 'The request was confirmed already',
    accessibility: 'Accessibility statement',
  },
] as const;

for (const [t, scheme, width] of [
  [languages[0], 'dark', 320],
  [languages[1], 'light', 1280],
] as const)
  test(`a request is made and confirmed: ${t.page}, ${scheme}, ${width} px`, async ({ crm, page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const email = somebody();
    await page.goto(t.page);
    await expect(crm.heading(t.title)).toBeVisible();
    await isAccessible(crm, 'form');

    // What is missing is said above and at the field; what was written stays.
    await page.getByLabel(t.first).fill('Aino');
    await page.getByRole('button', { name: t.send }).click();
    await expect(page.getByRole('heading', { name: t.faults })).toBeVisible();
    await isAccessible(crm, 'form with faults');
    await expect(page.getByLabel(t.first)).toHaveValue('Aino');
    await page.getByRole('link', { name: new RegExp(`^${t.email}: `) }).click();
    await expect(page.getByLabel(t.email)).toBeFocused();

    await page.getByLabel(t.newsletter).check();
    await page.getByLabel(t.last, { exact: true }).fill('Esimerkki');
    await page.getByLabel(t.email).fill(email);
    await page.getByRole('button', { name: t.send }).click();
    await expect(crm.heading(t.thanks)).toBeVisible();

    const link = await linkTo(email);
    await page.goto(link);
    await isAccessible(crm, 'confirmation');
    await page.getByRole('button', { name: t.confirm }).click();
    await expect(crm.heading(t.confirmed)).toBeVisible();

    await page.goto(link);
    await page.getByRole('button', { name: t.confirm }).click();
    await expect(crm.heading(t.again)).toBeVisible();

    await page.getByRole('link', { name: t.accessibility }).click();
    await expect(crm.heading(t.accessibility)).toBeVisible();
    await isAccessible(crm, 'accessibility statement');
    await page.goto(`${t.page.startsWith('/en') ? '/en/messages' : '/viestit'}/nothing`);
    await isAccessible(crm, 'unknown link');
    expect(await page.context().cookies()).toEqual([]);
  });

test('the keyboard alone makes a request', async ({ crm, page }) => {
  const email = somebody();
  await page.goto('/en/deletion-request');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Delete all my data')).toBeFocused();
  await page.keyboard.press('Space');
  for (const text of ['Aino', 'Esimerkki', '', email, '2015', 'Thank you']) {
    await page.keyboard.press('Tab');
    if (text) await page.keyboard.type(text);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(crm.heading('Check your email')).toBeVisible();

  await page.goto(await linkTo(email));
  const button = page.getByRole('button', { name: 'Confirm the request' });
  for (let i = 0; i < 5 && !(await isFocused(button)); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(crm.heading('The request is confirmed')).toBeVisible();
});

const isFocused = (locator: ReturnType<Page['getByRole']>) =>
  locator.evaluate((element) => element === document.activeElement);

/** A script of the house, as an integrator would be. */
async function staff(request: APIRequestContext, baseURL: string) {
  const port = Number(new URL(baseURL).port) + 1;
  const answer = await request.post(`http://127.0.0.1:${port}/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token`, {
    form: {
      grant_type: 'client_credentials',
      client_id: 'crm-customermanager',
      client_secret: 'development-only',
      scope: 'api://karelia-crm/.default',
    },
  });
  return { Authorization: `Bearer ${(await answer.json()).access_token}` };
}

for (const [language, path, title, save, saved, stop] of [
  ['fi', '/viestit/', 'Viestiasetukseni', 'Tallenna', 'Valintasi on tallennettu.', 'En halua mitään viestejä'],
  ['en', '/en/messages/', 'My message settings', 'Save', 'Your choices are saved.', 'I want no messages at all'],
] as const)
  test(`a person sets what messages come: ${language}`, async ({ crm, page, request, baseURL }) => {
    const email = somebody();
    const headers = await staff(request, baseURL ?? '');
    const person = await request.post('/api/v1/contacts', {
      headers,
      data: { lastName: 'Esimerkki', firstNames: 'Aino', language, emails: [{ address: email, kind: 'personal' }] },
    });
    const { id } = await person.json();
    expect((await request.post(`/api/v1/contacts/${id}/preference-link`, { headers })).status()).toBe(200);
    await page.setViewportSize({ width: 320, height: 800 });

    const link = await linkTo(email);
    expect(link.startsWith(path)).toBe(true);
    await page.goto(link);
    await expect(crm.heading(title)).toBeVisible();
    await isAccessible(crm, 'message settings');
    const events = page.getByRole('group', { name: /Tapahtumat|Events/ }).getByLabel(/sähköposti|email/);
    await events.check();
    await page.getByLabel(stop).check();
    await page.getByRole('button', { name: save }).click();
    await expect(page.getByRole('status')).toHaveText(saved);

    await expect(events).toBeChecked();
    await expect(page.getByLabel(stop)).toBeChecked();
    expect(await page.context().cookies()).toEqual([]);
  });
