import { dictionary } from '@shared/texts';

export const texts = dictionary({
  title: { fi: 'Luovutukset', en: 'Disclosures' },
  note: {
    fi: 'Mitä henkilötietoja talosta on lähtenyt: kenelle, miksi ja keistä.',
    en: 'What personal data has left the house: to whom, why, and about whom.',
  },
  none: { fi: 'Mitään ei ole luovutettu', en: 'Nothing has been disclosed' },
  noneText: {
    fi: 'Jokainen muodostettu postituslista jää tähän näkyviin.',
    en: 'Every mailing list that is made stays visible here.',
  },
  region: { fi: 'Tiedot käsitellään', en: 'Processed in' },
  fields: { fi: 'Luovutetut tiedot', en: 'Disclosed fields' },
  files: { fi: 'Noudetut tiedostot', en: 'Files fetched' },
  noFiles: { fi: 'Tiedostoa ei ole noudettu.', en: 'No file has been fetched.' },
  file: {
    fi: (rows: string, who: string) => `${rows} riviä · ${who}`,
    en: (rows: string, who: string) => `${rows} rows · ${who}`,
  },
  hash: { fi: 'Tiiviste (SHA-256)', en: 'Hash (SHA-256)' },
  people: { fi: 'Henkilöt', en: 'People' },
  erased: { fi: 'Poistettu henkilö', en: 'Erased person' },
  more: { fi: 'Näytä lisää', en: 'Show more' },
});

/** What the columns of a file hold. */
export const columnNames = dictionary({
  email: { fi: 'Sähköposti', en: 'Email' },
  etunimi: { fi: 'Etunimi', en: 'First name' },
  sukunimi: { fi: 'Sukunimi', en: 'Last name' },
  kieli: { fi: 'Asiointikieli', en: 'Language' },
  organisaatio: { fi: 'Organisaatio', en: 'Organisation' },
  tehtava: { fi: 'Tehtävä', en: 'Job title' },
  kohderyhma: { fi: 'Kohderyhmä', en: 'Target group' },
  crm_id: { fi: 'CRM-tunniste', en: 'CRM id' },
});
