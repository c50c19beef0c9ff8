import type { Page } from '@playwright/test';
import { expect, formOf, tabTo, test, truthOf } from './crm';

// Alumni registrations in, a list that is safe to mail out, and everything taken back: the main job of the product.
/** How a person gets around: with the mouse, or with the keys alone. */
type Hand = { press: (page: Page, role: 'button' | 'link' | 'tab', name: string | RegExp) => Promise<void> };

const mouse: Hand = {
  press: (page, role, name) => page.getByRole(role, { name }).first().click(),
};

const keyboard: Hand = {
  async press(page, role, name) {
    const target = page.getByRole(role, { name }).first();
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
};

// Each journey has a file of its own, since a list that left keeps its people.
for (const [name, hand, width, height, file] of [
  ['by mouse at 1440 px', mouse, 1440, 900, 'alumnirekisteroityminen_Perusraportti.xlsx'],
  ['by mouse at 390 px', mouse, 390, 844, 'alumnirekisteroityminen_cp1252.csv'],
  ['by keyboard at 1440 px', keyboard, 1440, 900, 'alumnirekisteroityminen_muokattu.xlsx'],
  ['by keyboard at 390 px', keyboard, 390, 844, 'alumnirekisteroityminen_kaksi_otsikkorivia.xlsx'],
] as const)
  test(`the whole job ${name}`, async ({ crm, page }) => {
    const truth = truthOf(file);
    const fresh = truth.filter((row) => row.expect === 'new');
    const invalid = truth.filter((row) => row.expect === 'invalid');
    const first = fresh.find((row) => row.news) as (typeof truth)[number];
    await page.setViewportSize({ width, height });
    await crm.signInAs('Alma Keksitty', '/imports/new');

    // A file in: the dialog of the system is the browser's own, the button that opens it is ours.
    const chooser = page.waitForEvent('filechooser');
    await hand.press(page, 'button', 'Valitse tiedosto');
    await (await chooser).setFiles(formOf(file));

    // The preview tells what would happen, and why.
    const outcomes = page.getByRole('group', { name: 'Rivit tuloksen mukaan' });
    await expect(outcomes.getByRole('button', { name: `Uusi ${fresh.length}` })).toBeVisible();
    await hand.press(page, 'button', new RegExp(`^Virheellinen ${invalid.length}$`));
    await expect(page.getByRole('cell', { name: 'Virheellinen', exact: true })).toHaveCount(invalid.length);
    // A mistyped address is mended where it stands, and the row is judged anew.
    if (invalid.some((row) => row.code === 'email-invalid')) {
      await page.getByRole('button', { name: /^Korjaa sähköposti: ./ }).press('Enter');
      await crm.isAccessible('a row being mended');
      await page.keyboard.type(`korjattu.${Date.now()}@example.com`);
      await page.keyboard.press('Enter');
      await expect(page.getByText(/^Rivi \d+ korjattu: Uusi$/)).toBeVisible();
      await expect(outcomes.getByRole('button', { name: `Uusi ${fresh.length + 1}` })).toBeVisible();
    }
    await hand.press(page, 'button', /^Tuo \d+ riviä$/);
    await expect(page.getByRole('heading', { name: 'Tuonti on valmis' })).toBeVisible({ timeout: 60_000 });

    // The people are there.
    await hand.press(page, 'link', 'Näytä alumnit');
    await expect(crm.heading('Alumnit')).toBeVisible();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type(first.email);
    const person = page.getByRole('link', { name: `${first.last} ${first.first}` });
    await expect(person).toBeVisible();
    await hand.press(page, 'link', `${first.last} ${first.first}`);

    // One withdraws: the proof of the consent stands beside.
    await expect(page.getByRole('heading', { level: 2, name: `${first.first} ${first.last}` })).toBeVisible();
    await hand.press(page, 'tab', 'Suostumukset');
    await expect(page.getByText(`${file}, rivi`).first()).toBeVisible();
    await hand.press(page, 'button', /Peru suostumus: Alumniviestit/);
    const dialog = page.getByRole('dialog', { name: /Peru suostumus/ });
    await expect(dialog).toBeVisible();
    if (hand === keyboard) {
      await dialog.getByRole('textbox', { name: 'Perustelu' }).focus();
      await page.keyboard.type('Pyysi sähköpostilla');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await expect(dialog.getByRole('button', { name: 'Peru', exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
    } else {
      await dialog.getByRole('textbox', { name: 'Perustelu' }).fill('Pyysi sähköpostilla');
      await dialog.getByRole('button', { name: 'Peru', exact: true }).click();
    }
    await expect(page.getByText('Suostumus peruttu').first()).toBeVisible();

    // The list leaves without them, and says so.
    await page.goto(`/mailing-lists/new?roles=alumnus`);
    await expect(page.getByText(/Perunut tai kieltäytynyt/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Listan nimi' }).focus();
    await page.keyboard.type(`Alumnikirje ${name}`);
    await page.getByRole('textbox', { name: 'Käyttötarkoitus' }).focus();
    await page.keyboard.type('Kuukausittainen alumnikirje');
    await hand.press(page, 'button', /^Muodosta lista \(/);
    await expect(crm.heading(`Alumnikirje ${name}`)).toBeVisible();
    const download = page.waitForEvent('download');
    await hand.press(page, 'link', 'Lataa lista Liana Maileriin');
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

    // And the import is taken back; those whom the list disclosed are kept, and named.
    await page.goto('/imports');
    await page.getByRole('link', { name: file }).first().focus();
    await page.keyboard.press('Enter');
    await hand.press(page, 'button', 'Kumoa tuonti');
    await hand.press(page, 'button', /^Kumoa$/);
    await expect(page.getByRole('heading', { name: 'Tuonti on kumottu' })).toBeVisible({ timeout: 60_000 });
  });
