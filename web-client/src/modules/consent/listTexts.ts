import { dictionary } from '@shared/texts';

export const listTexts = dictionary({
  title: { fi: 'Postituslistat', en: 'Mailing lists' },
  new: { fi: 'Uusi postituslista', en: 'New mailing list' },
  emptyTitle: { fi: 'Postituslistoja ei ole vielä muodostettu', en: 'No mailing lists yet' },
  emptyText: {
    fi: 'Lista muodostetaan aina voimassa olevista suostumuksista, ja jokainen luovutus jää tähän näkyviin.',
    en: 'A list is always made from the consents in force, and every disclosure stays visible here.',
  },
  name: { fi: 'Listan nimi', en: 'Name of the list' },
  nameHint: { fi: 'Esim. Alumnikirje, joulukuu', en: 'E.g. Alumni letter, December' },
  what: { fi: 'Mitä lähetetään', en: 'What is sent' },
  whom: { fi: 'Kenelle', en: 'To whom' },
  why: { fi: 'Miksi ja kenen toimesta', en: 'Why, and by whom' },
  topic: { fi: 'Aihe', en: 'Topic' },
  channel: { fi: 'Kanava', en: 'Channel' },
  roles: { fi: 'Roolit', en: 'Roles' },
  languages: { fi: 'Asiointikieli', en: 'Language' },
  programmes: { fi: 'Koulutukset', en: 'Programmes' },
  graduatedFrom: { fi: 'Valmistunut vuodesta', en: 'Graduated from' },
  graduatedTo: { fi: 'Valmistunut vuoteen', en: 'Graduated to' },
  forms: { fi: 'Yhteistyömuodot', en: 'Forms of cooperation' },
  q: { fi: 'Nimi tai sähköposti sisältää', en: 'Name or email contains' },
  anyone: { fi: 'Kaikki', en: 'Anyone' },
  alumniOnly: { fi: 'Nämä rajaavat alumneihin.', en: 'These limit the list to alumni.' },
  purpose: { fi: 'Käyttötarkoitus', en: 'Purpose' },
  purposeHint: {
    fi: 'Kirjataan luovutukseen ja näkyy henkilön aikajanalla.',
    en: 'Kept with the disclosure and shown on each person’s timeline.',
  },
  unit: { fi: 'Yksikkö', en: 'Unit' },
  communications: { fi: 'Viestintäyksikkö', en: 'Communications unit' },
  rector: { fi: 'Rehtorin toimisto', en: 'Rector’s office' },
  recipient: { fi: 'Vastaanottaja', en: 'Recipient' },
  create: { fi: (n: string) => `Muodosta lista (${n})`, en: (n: string) => `Make the list (${n})` },
  createNone: { fi: 'Muodosta lista', en: 'Make the list' },
  gets: { fi: 'Listalle tulee', en: 'On the list' },
  people: { fi: (n: number) => (n === 1 ? 'henkilö' : 'henkilöä'), en: (n: number) => (n === 1 ? 'person' : 'people') },
  leftOut: { fi: (n: string) => `Jää pois ${n}`, en: (n: string) => `Left out ${n}` },
  wereLeftOut: { fi: (n: string) => `Jätettiin pois ${n}`, en: (n: string) => `Were left out ${n}` },
  leftOutNone: { fi: 'Kukaan ei jää pois.', en: 'Nobody is left out.' },
  examples: { fi: 'Esimerkkejä pois jäävistä', en: 'Examples of those left out' },
  counting: { fi: 'Lasketaan…', en: 'Counting…' },
  nobody: { fi: 'Rajaukseen ei osu ketään, jolle saisi lähettää.', en: 'Nobody who may be mailed matches.' },
  made: {
    fi: (n: string) => `Lista muodostettu: ${n} vastaanottajaa`,
    en: (n: string) => `List made: ${n} recipients`,
  },
  downloadList: { fi: 'Lataa lista Liana Maileriin', en: 'Download the list for Liana Mailer' },
  downloadBlocks: { fi: 'Lataa estolista', en: 'Download the block list' },
  downloadHelp: {
    fi: 'Vie Lianaan molemmat: ensin estolista, sitten vastaanottajat.',
    en: 'Take both into Liana: the block list first, then the recipients.',
  },
  recipients: { fi: 'Vastaanottajia', en: 'Recipients' },
  excluded: { fi: 'Pois jätetyt', en: 'Left out' },
  by: { fi: 'Tekijä', en: 'Made by' },
  when: { fi: 'Aika', en: 'When' },
  details: { fi: 'Luovutuksen tiedot', en: 'The disclosure' },
  filter: { fi: 'Rajaus', en: 'Filter' },
  noFilter: { fi: 'Ei rajausta', en: 'No filter' },
  years: { fi: 'Valmistunut', en: 'Graduated' },
});

type Words = { fi: string; en: string };
const pair = (fi: string, en: string): Words => ({ fi, en });

export const exclusionNames = dictionary({
  noBasis: pair('Ei suostumusta aiheeseen', 'No consent for the topic'),
  withdrawn: pair('Perunut tai kieltäytynyt', 'Withdrawn or refused'),
  blocked: pair('Viestintäesto', 'Messaging block'),
  passive: pair('Passiivinen', 'Inactive'),
  restricted: pair('Käsittely rajoitettu', 'Processing restricted'),
  noAddress: pair('Ei toimivaa sähköpostia', 'No working email'),
});

export const exclusionHelp = dictionary({
  noBasis: pair(
    'Henkilö ei ole antanut lupaa tähän aiheeseen tässä kanavassa.',
    'The person has not agreed to this topic in this channel.',
  ),
  withdrawn: pair(
    'Suostumus on peruttu, tai henkilö on kieltänyt aiheen.',
    'The consent was withdrawn, or the person said no to the topic.',
  ),
  blocked: pair('Esto voittaa aina suostumuksen.', 'A block always beats a consent.'),
  passive: pair('Passiivista henkilöä ei voi käyttää.', 'An inactive person cannot be used.'),
  restricted: pair(
    'Tietosuojavastaava on rajoittanut käsittelyä.',
    'The data protection officer has restricted processing.',
  ),
  noAddress: pair(
    'Osoite puuttuu, tai viestit eivät mene perille.',
    'The address is missing, or messages do not arrive.',
  ),
});
