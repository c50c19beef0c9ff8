import { expect, test } from './crm';

const consent =
  'Annan suostumukseni henkilötietojeni käsittelyyn Karelia-ammattikorkeakoulun alumnitoiminnassa ja tietojeni tallentamiseen asiakkuuksienhallintajärjestelmään.';

/** Registrations of a forester who lectures, and of somebody else. */
const registrations = (name: string) => {
  const answer = (name: string, programme: string, lectures: string) => [
    ['Vastausaika', '5.1.2026 10.41'],
    ['Sukunimi', name],
    ['Etunimet', 'Aino Maria'],
    ['Syntymäaika', '1.2.1980'],
    ['Postinumero', '80100'],
    ['Postitoimipaikka', 'Joensuu'],
    ['Sähköposti', `${name.toLowerCase()}@example.com`],
    ['Koulutusohjelma', programme],
    ['Suoritettu tutkinto', 'Tutkinto (AMK)'],
    ['Valmistumisvuosi', '2015'],
    ['Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla', lectures],
    [`Suostumus:${consent}`, consent],
  ];
  const forester = answer(name, 'Metsätalouden koulutusohjelma', '1');
  const lines = [
    forester.map(([heading]) => heading),
    forester.map(([, value]) => value),
    answer(`${name}la`, 'Liiketalous', '0').map(([, value]) => value),
  ];
  const text = lines.map((cells) => cells.join(';')).join('\r\n');
  return { name: 'rekisteroityminen.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`) };
};

// The coordinator's day: who could lecture, a request with its outcome, a degree in the words of its time, figures, a date of birth for a reason.
test('an alumnus is found with reasons, asked, and what came of it is written down', async ({ crm, page }) => {
  const topic = `Metsien hoito ${Date.now()}`;
  const family = `Metsuri${String.fromCharCode(...[...String(Date.now())].map((digit) => 97 + Number(digit)))}`;
  await crm.signInAs('Aino Esimerkki');
  await crm.upload(registrations(family));
  await crm.commit();
  await page.goto('/alumni/find');
  await expect(crm.heading('Kuka voisi auttaa?')).toBeVisible();
  await page.getByRole('combobox', { name: 'Yhteistyömuoto' }).click();
  await page.getByRole('option', { name: /^Vierailu/ }).click();
  await page.getByRole('searchbox', { name: 'Ala, tehtävä tai työnantaja' }).fill('metsä');
  await page.getByRole('combobox', { name: 'Maakunta' }).click();
  await page.getByRole('option', { name: 'Pohjois-Karjala' }).click();
  await page.getByLabel('Päivä', { exact: true }).fill('2027-03-12');
  const answer = page.getByRole('listitem').filter({ hasText: family }).first();
  await expect(answer.getByText(/^Tarjoaa: Vierailu/)).toBeVisible();
  await expect(answer.getByText('Kotipaikka Joensuu')).toBeVisible();
  await expect(answer.getByText('Ei muuta sovittua 12.3.2027')).toBeVisible();
  await crm.isAccessible('who could lecture, with reasons');

  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await crm.isAccessible(`who could lecture at ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });

  const name = `${family} Aino Maria`;
  await page.getByRole('button', { name: `Kirjaa pyyntö: ${name}` }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Kirjaa pyyntö: ${name}` });
  await dialog.getByRole('textbox', { name: 'Aihe' }).fill(topic);
  await crm.isAccessible('a request being written');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Pyyntö tallennettu')).toBeVisible();

  await page.goto('/alumni/requests');
  await page.getByRole('button', { name: `Muokkaa pyyntöä: ${topic}` }).click();
  await page.getByRole('combobox', { name: 'Tila' }).click();
  await page.getByRole('option', { name: 'Toteutunut' }).click();
  await page.getByRole('textbox', { name: 'Mitä siitä seurasi' }).fill('Hyvä luento');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('row', { name: new RegExp(topic) }).getByText('Toteutunut')).toBeVisible();
  await crm.isAccessible('requests');

  await page.getByRole('link', { name }).first().click();
  await page.getByRole('button', { name: 'Lisää tutkinto' }).click();
  await page.getByRole('textbox', { name: 'Koulutus / koulutusohjelma' }).fill('Tietotekniikan koulutusohjelma');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText(/nyt: Tieto- ja viestintätekniikka/)).toBeVisible();
  await page.getByRole('button', { name: 'Näytä', exact: true }).click();
  await page.getByRole('textbox', { name: 'Mihin tarvitset syntymäaikaa?' }).fill('Todistuksen tarkistus');
  await page.getByRole('dialog').getByRole('button', { name: 'Näytä' }).click();
  await expect(page.getByRole('dialog', { name: 'Näytä syntymäaika' })).toBeHidden();
  await crm.isAccessible('a page of an alumnus');
});

test('figures keep small groups to themselves, and code lists are edited without a release', async ({ crm, page }) => {
  await crm.signInAs('Aino Esimerkki', '/alumni/figures');
  await expect(page.getByRole('table').first()).toBeVisible();
  await crm.isAccessible('figures');
  await page.goto('/alumni/mentoring');
  await expect(crm.heading('Mentorointi')).toBeVisible();
  await crm.isAccessible('mentoring');

  const form = `Muoto ${Date.now()}`;
  await page.goto('/code-lists?list=cooperation-forms');
  await page.getByRole('button', { name: 'Lisää koodi' }).click();
  await page.getByRole('textbox', { name: 'Suomeksi' }).fill(form);
  await page.getByRole('textbox', { name: 'Englanniksi' }).fill(`Form ${Date.now()}`);
  await crm.isAccessible('a code being added');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Koodisto tallennettu')).toBeVisible();
  await expect(page.getByText(form)).toBeVisible();
  await crm.isAccessible('code lists');
});
