import { formOf, test } from './crm';

// Every page and state, wide and light, narrow and dark: axe finds nothing (WCAG 2.2 A and AA), and nothing overflows.
const graduates = formOf('tutkintotodistushakemukset_alumnit.xlsx');
const unknownForm = {
  name: 'messulista.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Kuka;Posti;Muuta\nEsimerkki Aino;aino@example.com;x\nMalli Eero;eero@example.com;y\n'),
};

for (const [scheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const)
  test(`every page is accessible: ${scheme}, ${width} px`, async ({ crm, page }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    const at = async (address: string, state: string, ready: string | RegExp) => {
      await page.goto(address);
      await page.getByText(ready).first().waitFor();
      await crm.isAccessible(state);
    };

    await crm.signInAs('Alma Keksitty');
    await at('/', 'home', 'Viimeisimmät tuonnit');
    await at('/imports/new', 'new import', 'Pudota tiedosto tähän');

    await crm.upload(unknownForm);
    await page.getByText('Mitä sarakkeet ovat?').waitFor();
    await crm.isAccessible('mapping');
    await page.getByRole('combobox', { name: /Kuka/ }).click();
    await crm.isAccessible('mapping, field list open');

    await crm.upload(graduates);
    await page.getByRole('group', { name: 'Rivit tuloksen mukaan' }).waitFor();
    await page
      .getByRole('button', { name: /Näytä rivin tiedot/ })
      .first()
      .click();
    await crm.isAccessible('preview, row open');
    await crm.commit();
    await crm.isAccessible('import done');
    await at('/imports', 'imports', 'tutkintotodistushakemukset_alumnit.xlsx');

    await at('/alumni', 'alumni', 'Voi postittaa');
    await page.getByRole('button', { name: 'Koulutus', exact: true }).click();
    await crm.isAccessible('alumni, filter open', 'open');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Valmistunut', exact: true }).first().click();
    await crm.isAccessible('alumni, years open', 'open');
    await at('/alumni?q=eikukaan', 'alumni, no hits', 'Rajauksella ei löytynyt alumneja');

    await page.goto('/alumni');
    await page.locator('[data-row-link]').first().click();
    await page.getByText('Yhteystiedot').first().waitFor();
    await crm.isAccessible('person, overview');
    for (const [tab, ready] of [
      ['Suostumukset', 'Näyttö ja historia'],
      ['Viestintä', 'Viestintäestot'],
      ['Aikajana', 'Näytä'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText(ready).first().waitFor();
      await crm.isAccessible(`person, ${tab}`);
    }
    await page.getByRole('button', { name: 'Passivoi' }).click();
    await page.getByRole('dialog', { name: /Passivoi/ }).waitFor();
    await crm.isAccessible('passivate');

    await at('/contacts', 'contacts', 'Yhteyshenkilöt');
    await page.getByRole('button', { name: 'Uusi henkilö' }).click();
    await page.getByRole('dialog', { name: 'Uusi henkilö' }).waitFor();
    await crm.isAccessible('new contact');
    await page.getByRole('button', { name: 'Peruuta' }).click();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Nimi, sähköposti, puhelin tai Y-tunnus').waitFor();
    await crm.isAccessible('search');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Käyttäjä/ }).click();
    await crm.isAccessible('user menu');

    await at('/mailing-lists/new?roles=alumnus', 'new mailing list', 'Listalle tulee');
    await at('/mailing-lists', 'mailing lists', 'Postituslistat');
    await at('/users', 'no right', 'Ei oikeutta');
    await at('/nowhere', 'not found', 'Ei löytynyt');
    if (width < 900) {
      await page.goto('/');
      await page.getByRole('button', { name: 'Avaa valikko' }).click();
      await page.getByRole('navigation', { name: 'Päävalikko' }).waitFor();
      await crm.isAccessible('menu');
    }
  });

test('the administrator’s pages are accessible', async ({ crm, page }) => {
  await crm.signInAs('Pauli Pääkäyttäjä', '/users');
  await page.getByText('pauli.paakayttaja').first().waitFor();
  await crm.isAccessible('users');
  await page.goto('/audit');
  await page.getByRole('table', { name: 'Tapahtumaloki' }).waitFor();
  await crm.isAccessible('audit log');
});

for (const [scheme, width, language] of [
  ['light', 1440, 'fi'],
  ['light', 320, 'fi'],
  ['dark', 390, 'en'],
] as const)
  test(`organisations, people and their forms are accessible: ${scheme}, ${width} px, ${language}`, async ({
    crm,
    page,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const t = (fi: string, en: string) => (language === 'fi' ? fi : en);
    const press = (fi: string, en: string) =>
      page
        .getByRole('button', { name: t(fi, en), exact: true })
        .last()
        .click();
    await crm.signInAs('Aatu Asiakas', '/contacts');
    if (language === 'en') await page.getByRole('button', { name: /^In English/ }).click();

    const account = await crm.made('accounts', { name: 'Saavutettava Oy', municipality: 'Joensuu', status: 'active' });
    const person = await crm.made('contacts', {
      lastName: 'Saavutettava',
      firstNames: 'Aino',
      emails: [{ address: `aino.${width}@example.com`, kind: 'work', isPrimary: true }],
    });
    await crm.made(`contacts/${person}/affiliations`, { accountId: account, title: 'Johtaja' });
    await crm.made(`contacts/${person}/roles`, { role: 'partner', basis: 'contract', source: 'staff' });

    await page.goto(`/contacts?account=${account}`);
    await page.getByRole('heading', { level: 2, name: 'Saavutettava Oy' }).waitFor();
    await crm.isAccessible('organisation');
    await press('Muokkaa', 'Edit');
    await page
      .getByRole('dialog')
      .last()
      .getByRole('textbox', { name: t('Puhelin', 'Phone'), exact: true })
      .fill('abc');
    await press('Tallenna', 'Save');
    await page.getByText(t('Tämä ei ole puhelinnumero', 'This is not a phone number')).waitFor();
    await crm.isAccessible('organisation, a fault at its field');
    await press('Peruuta', 'Cancel');
    for (const tab of ['people', 'history']) {
      await page.goto(`/contacts?account=${account}&tab=${tab}`);
      await page.getByRole('heading', { level: 2, name: 'Saavutettava Oy' }).waitFor();
      await crm.isAccessible(`organisation, ${tab}`);
    }

    await page.goto(`/contacts?person=${person}`);
    await press('Miksi tämä on rekisterissä: Sähköposti', 'Why we hold this: Email');
    await page.getByText(t('kumppanuudet', 'partnerships')).waitFor();
    await crm.isAccessible('why this is held', 'open');
    await page.keyboard.press('Escape');
    await press('Toiminnot: Saavutettava Oy', 'Actions: Saavutettava Oy');
    await crm.isAccessible('actions of a place', 'open');
    await page.keyboard.press('Escape');
    for (const [fi, en] of [
      ['Anna rooli', 'Give a role'],
      ['Liitä organisaatioon', 'Link to an organisation'],
      ['Muokkaa', 'Edit'],
    ] as const) {
      await press(fi, en);
      await crm.isAccessible(en);
      await press('Peruuta', 'Cancel');
    }

    // Two who changed one field.
    await press('Muokkaa', 'Edit');
    await page.getByRole('textbox', { name: t('Kutsumanimi', 'Called name') }).fill('Ainikki');
    await crm.changedElsewhere(`contacts/${person}`, { calledName: 'Ainokki' });
    await press('Tallenna', 'Save');
    await page.getByText(t('Joku muu muutti samoja tietoja', 'Somebody else changed the same details')).waitFor();
    await crm.isAccessible('conflict');
    // The language is the user's, and other tests read Finnish.
    await page.goto('/contacts');
    if (language === 'en') await page.getByRole('button', { name: /^Suomeksi/ }).click();
  });
