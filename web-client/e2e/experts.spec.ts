import { expect, formOf, test } from './crm';

// From Webropol's file to an expert who is found, with the reason, and put on a shortlist.
test('experts are imported, found by a word form, read, and put on a shortlist', async ({ crm, page }) => {
  await crm.signInAs('Outi Osaaja');
  await crm.upload(formOf('osaajapooli_Perusraportti.xlsx'));
  await crm.commit();

  await page.goto('/experts');
  await expect(crm.heading('Osaajapooli')).toBeVisible();
  // Somebody of the register joins by hand, by keyboard.
  await crm.made('contacts', { lastName: 'Käsinlisätty', firstNames: 'Aino' });
  await page.getByRole('button', { name: 'Lisää osaaja' }).press('Enter');
  const joining = page.getByRole('dialog', { name: 'Lisää osaaja' });
  await expect(joining.getByRole('combobox', { name: 'Henkilö' })).toBeFocused();
  await page.keyboard.type('Käsinlis');
  await expect(page.getByRole('option', { name: /Käsinlisätty/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await joining.getByLabel('Osaamisen kuvaus').fill('Tuohityöt');
  await joining.getByLabel('Teksti, johon suostuttiin').fill('Annan suostumukseni tietojeni tallentamiseen.');
  await crm.isAccessible('adding an expert');
  await joining.getByRole('button', { name: 'Lisää osaaja' }).press('Enter');
  await expect(page.getByText('Osaaja lisätty')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Suostumus pooliin' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Mitä osaamista etsit?' }).fill('metsätalouden');
  const hits = page.getByRole('region', { name: 'Osaajat' });
  await expect(hits.locator('mark').first()).toHaveText('metsätalous');
  await expect(hits.getByText('taivutusmuoto: metsätalous').first()).toBeVisible();
  await expect(page).toHaveURL(/q=mets/);
  await crm.isAccessible('hits with their reasons');

  const hit = hits
    .getByRole('listitem')
    .filter({ has: page.locator('mark') })
    .first();
  await hit.locator('[data-row-link]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Suostumus pooliin' })).toBeVisible();
  await page.getByRole('button', { name: 'Muokkaa osaajatietoja' }).click();
  await page.getByLabel('Hintatieto').fill('100 €/h');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Osaajatiedot tallennettu')).toBeVisible();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 cv') });
  await expect(page.getByRole('link', { name: 'cv.pdf' })).toBeVisible();
  await crm.isAccessible('an expert in the panel');

  await page.keyboard.press('Escape');
  await hit.getByRole('button', { name: /^Ehdokkaaksi/ }).click();
  await page.getByLabel('Uusi ehdokaslista').fill('Metsäkurssi');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Lisätty listalle Metsäkurssi')).toBeVisible();
  await page.goto('/expert-shortlists');
  await page.getByRole('link', { name: 'Metsäkurssi' }).click();
  await expect(crm.heading('Metsäkurssi')).toBeVisible();
  await page.getByRole('combobox', { name: /^Tila/ }).click();
  await page.getByRole('option', { name: 'Suostui' }).click();
  await expect(page.getByText('Ehdokaslista tallennettu')).toBeVisible();
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await crm.isAccessible(`a shortlist at ${width} px`);
  }

  // On a phone, in English, in the dark, by keyboard.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: /^In English/ }).press('Enter');
  await crm.isAccessible('a shortlist on a phone');
  await page.goto('/experts');
  await page.getByRole('searchbox', { name: 'What competence are you looking for?' }).focus();
  await page.keyboard.type('metsätalouden');
  await expect(page.locator('mark').first()).toHaveText('metsätalous');
  await crm.isAccessible('hits on a phone');
  await hits
    .or(page.getByRole('region', { name: 'Experts' }))
    .locator('[data-row-link]')
    .first()
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'Consent to the pool' })).toBeVisible();
  await crm.isAccessible('an expert on a phone');
  await page.keyboard.press('Escape');
  // The language is the user's, and other tests read Finnish.
  await page.getByRole('button', { name: /^Suomeksi/ }).press('Enter');
  await expect(page.getByRole('button', { name: /^In English/ })).toBeVisible();
});
