import { expect, test } from './crm';

test('an organisation, its first person, an edit that meets another’s, and the way back', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/accounts');

  // Added with a business id that is checked.
  await page.getByRole('button', { name: 'Uusi organisaatio' }).click();
  const form = page.getByRole('dialog', { name: 'Uusi organisaatio' });
  await form.getByRole('textbox', { name: 'Nimi' }).fill('Kuvitteellinen Konepaja Oy');
  await form.getByRole('textbox', { name: 'Y-tunnus' }).fill('1234567-2');
  await form.getByRole('textbox', { name: 'Kunta', exact: true }).fill('Joensuu');
  await form.getByRole('button', { name: 'Tallenna' }).click();
  await expect(form.getByText(/Y-tunnus on virheellinen/)).toBeVisible();
  await form.getByRole('textbox', { name: 'Y-tunnus' }).fill('1234567-1');
  await form.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Kuvitteellinen Konepaja Oy' })).toBeVisible();
  const id = new URL(page.url()).searchParams.get('account') ?? '';

  // Its first person, with a title there.
  await page.getByRole('tab', { name: 'Henkilöt' }).click();
  await page.getByRole('button', { name: 'Uusi henkilö' }).click();
  const person = page.getByRole('dialog', { name: /Lisää henkilö/ });
  await person.getByRole('textbox', { name: 'Sukunimi' }).fill('Keksitty');
  await person.getByRole('textbox', { name: 'Etunimet' }).fill('Tuulikki');
  await person.getByRole('textbox', { name: 'Tehtävä' }).fill('Tuotantopäällikkö');
  await person.getByRole('button', { name: 'Tallenna' }).click();
  await page.getByRole('link', { name: 'Keksitty Tuulikki' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Tuulikki Keksitty' })).toBeVisible();
  await expect(page.getByText('Tuotantopäällikkö').first()).toBeVisible();
  await page.getByRole('link', { name: 'Kuvitteellinen Konepaja Oy' }).first().click();

  // Typed and not saved: a reload loses nothing.
  await page.getByRole('button', { name: 'Muokkaa' }).click();
  const edit = page.getByRole('dialog', { name: 'Muokkaa organisaatiota' });
  await edit.getByRole('textbox', { name: 'Kunta', exact: true }).fill('Lieksa');
  await page.reload();
  await page.getByRole('button', { name: 'Jatka luonnosta' }).click();
  await expect(edit.getByRole('textbox', { name: 'Kunta', exact: true })).toHaveValue('Lieksa');

  // Somebody was faster: mine, theirs and what it was; the other's other change stays.
  await crm.changedElsewhere(`accounts/${id}`, { municipality: 'Nurmes', industry: '62010' });
  await edit.getByRole('button', { name: 'Tallenna' }).click();
  const conflict = page.getByRole('dialog', { name: 'Joku muu muutti samoja tietoja' });
  await expect(conflict.getByText('Alun perin: Joensuu')).toBeVisible();
  await conflict.getByRole('radio', { name: /Minun.*Lieksa/ }).click();
  await conflict.getByRole('button', { name: 'Tallenna valinnat' }).click();
  await expect(page.getByText('Organisaation tiedot tallennettu')).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Organisaation tiedot' });
  await expect(panel.getByText('Lieksa', { exact: true })).toBeVisible();
  await expect(panel.getByText('62010')).toBeVisible();

  // Taken back: theirs again; and the history brings mine back once more.
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(panel.getByText('Nurmes', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Muutokset' }).click();
  await page.getByRole('button', { name: 'Palauta Kunta: Lieksa' }).first().click();
  await expect(page.getByText('Palautettu Kunta: Lieksa')).toBeVisible();
});

test('roles stand on a basis, and each field says why it is held, by keyboard alone', async ({ crm, page }) => {
  await crm.signInAs('Aatu Asiakas', '/contacts');
  await page.getByRole('button', { name: 'Uusi henkilö' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Uusi henkilö' });
  await expect(form.getByRole('textbox', { name: 'Sukunimi' })).toBeFocused();
  await page.keyboard.type('Näppäimistö');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kaarina');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Kaarina Näppäimistö' })).toBeVisible();

  await page.getByRole('button', { name: 'Anna rooli' }).focus();
  await page.keyboard.press('Enter');
  const role = page.getByRole('dialog', { name: 'Anna rooli' });
  await expect(role.getByRole('combobox', { name: 'Käsittelyperuste' })).toHaveValue('oikeutettu etu');
  await role.getByRole('button', { name: 'Anna rooli' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Rooli annettu: Asiakas')).toBeVisible();

  await page.getByRole('button', { name: 'Miksi tämä on rekisterissä: Sukunimi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('asiakkuuksien hoito')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('asiakkuuksien hoito')).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: 'Kaarina Näppäimistö' })).toBeVisible();
});
