import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './crm';
import { mails } from './stack';

// The request desk as the officer works at it: a request in, the package out behind a code, an erasure with its certificate.

/** The newest mail to an address that holds the words. */
async function mailTo(address: string, words: RegExp) {
  let found: RegExpMatchArray | undefined;
  await expect(async () => {
    const files = existsSync(mails) ? readdirSync(mails).filter((file) => file.endsWith('.eml')) : [];
    const texts = files.sort().map((file) => readable(readFileSync(join(mails, file), 'latin1')));
    found = texts
      .filter((text) => text.includes(`To: ${address}`))
      .map((text) => text.match(words))
      .findLast(Boolean) as typeof found;
    expect(found).toBeTruthy();
  }).toPass({ timeout: 60_000 });
  return found as RegExpMatchArray;
}

/** Headers as they are, the text out of what carried it. */
function readable(mail: string) {
  const [head = '', ...rest] = mail.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/Content-Transfer-Encoding: base64/i.test(head))
    return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/(=[0-9A-F]{2})+/g, (coded) => Buffer.from(coded.replaceAll('=', ''), 'hex').toString('utf8'));
  return `${head}\n\n${plain}`;
}

const shot = (page: Page, name: string) =>
  process.env.CRM_SHOTS ? page.screenshot({ path: join(process.env.CRM_SHOTS, `${name}.png`) }) : undefined;

/** From the panel of a person: staff write down what was asked for. */
async function recorded(page: Page, family: string, kind: string) {
  await page.goto('/contacts');
  await page.getByRole('searchbox').fill(family);
  await page.getByRole('link', { name: new RegExp(family) }).click();
  await page.getByRole('tab', { name: 'Oikeudet' }).click();
  await page.getByRole('button', { name: 'Kirjaa pyyntö' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kirjaa pyyntö' });
  await dialog.getByRole('combobox', { name: 'Oikeus' }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog.getByRole('button', { name: 'Kirjaa pyyntö' }).click();
  await expect(page.getByText(/Pyyntö kirjattu/)).toBeVisible();
}

test('a request in, the package out, an erasure and its certificate', async ({ crm, page }) => {
  test.slow();
  const family = `Pyytäjä${Date.now()}`;
  const email = `${family.toLowerCase().replaceAll('ä', 'a')}@example.com`;
  await crm.signInAs('Aatu Asiakas', '/contacts');
  await crm.made('contacts', { lastName: family, firstNames: 'Aino', emails: [{ address: email, kind: 'personal' }] });
  await recorded(page, family, 'Pääsy tietoihin');
  await recorded(page, family, 'Poisto');
  await page.context().clearCookies();

  await crm.signInAs('Tuire Tietosuoja', '/data-subject-requests');
  const table = page.getByRole('table', { name: 'Rekisteröidyn pyynnöt' });
  await expect(table.getByText(/pv jäljellä/).first()).toBeVisible();
  await crm.isAccessible('queue');
  await shot(page, 'requests');
  await table.getByRole('link', { name: 'Pääsy tietoihin' }).first().click();

  // By the keys alone: who asks, what is decided, what is done, what is answered.
  await page.getByRole('textbox', { name: /Miten henkilöllisyys varmistettiin/ }).fill('Takaisinsoitto');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tee päätös' })).toBeVisible();
  await crm.isAccessible('request');
  await shot(page, 'request');
  await page.getByRole('button', { name: 'Tee päätös' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Tiedot ovat valmiina/ }).click();
  await expect(page.getByRole('textbox', { name: 'Vastauksen sisältö' })).toHaveValue(/14 päivän ajan/);
  await crm.isAccessible('answer');
  await shot(page, 'answer');
  await page.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect(page.getByText('Vastaus lähetetty')).toBeVisible();

  // The person, with nothing but the mail.
  const [, link = ''] = await mailTo(email, /(https?:\/\/\S+\/tietosi\/\S+)/);
  const own = await page.context().browser()?.newContext({ javaScriptEnabled: false, locale: 'fi-FI' });
  if (!own) throw new Error('No browser');
  const mine = await own.newPage();
  await mine.goto(link);
  await expect(mine.getByRole('heading', { level: 1, name: 'Omat tietosi' })).toBeVisible();
  await mine.getByRole('button', { name: 'Lähetä koodi' }).click();
  const [code] = await mailTo(email, /[A-Z2-9]{4} [A-Z2-9]{4}(?=\s)/);
  await mine.getByRole('textbox', { name: 'Koodi' }).fill('AAAA BBBB');
  await mine.getByRole('button', { name: 'Avaa tiedot' }).click();
  await expect(mine.getByText(/väärä tai vanhentunut/)).toBeVisible();
  await mine.getByRole('textbox', { name: 'Koodi' }).fill(code);
  await shot(mine, 'package-code');
  await mine.getByRole('button', { name: 'Avaa tiedot' }).click();
  const download = mine.waitForEvent('download');
  await mine.getByRole('link', { name: /HTML/ }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain(family);
  expect(file).toContain(email);
  await own.close();

  // The erasure: one button, the answer leaves with it, and the person is nowhere.
  await page.goto('/data-subject-requests');
  await table.getByRole('link', { name: 'Poisto' }).first().click();
  await page.getByRole('textbox', { name: /Miten henkilöllisyys varmistettiin/ }).fill('Takaisinsoitto');
  await page.getByRole('button', { name: 'Merkitse varmistetuksi' }).click();
  await page.getByRole('button', { name: 'Tee päätös' }).click();
  await page.getByRole('button', { name: 'Poista henkilö ja vastaa' }).click();
  await page.getByRole('button', { name: 'Poista lopullisesti' }).click();
  await expect(page.getByText('Poistotodistus')).toBeVisible();
  await expect(page.getByText(family)).toHaveCount(0);
  await crm.isAccessible('erased');
  await shot(page, 'erased');
  await mailTo(email, /Tietonne on poistettu/);
  await page.goto('/contacts');
  await page.getByRole('searchbox').fill(family);
  await expect(page.getByText(/Ei osumia|ei löyt|0 henkilöä/i).first()).toBeVisible();
});

for (const [scheme, width] of [
  ['dark', 320],
  ['light', 320],
] as const)
  test(`the desk in ${scheme} at ${width} px`, async ({ crm, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await crm.signInAs('Tuire Tietosuoja', '/data-subject-requests');
    await page.getByRole('button', { name: 'Kirjaa pyyntö' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kirjaa pyyntö' });
    await dialog.getByRole('textbox', { name: /Pyytäjä/ }).fill(`Kapea ${scheme}`);
    await crm.isAccessible('recording');
    await dialog.getByRole('button', { name: 'Kirjaa pyyntö' }).click();
    await page.getByRole('link', { name: 'Pääsy tietoihin' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: /Kapea/ })).toBeVisible();
    await expect(page.getByText('Osoitteella tai nimellä ei löydy ketään.')).toBeVisible();
    await crm.isAccessible('request');
    await shot(page, `request-${scheme}`);
  });
