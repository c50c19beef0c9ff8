import { dictionary } from './texts';

/** Words that every module says the same way. */
export const common = dictionary({
  save: { fi: 'Tallenna', en: 'Save' },
  cancel: { fi: 'Peruuta', en: 'Cancel' },
  close: { fi: 'Sulje', en: 'Close' },
  undo: { fi: 'Kumoa', en: 'Undo' },
  retry: { fi: 'Yritä uudelleen', en: 'Try again' },
  clear: { fi: 'Tyhjennä', en: 'Clear' },
  remove: { fi: 'Poista', en: 'Remove' },
  edit: { fi: 'Muokkaa', en: 'Edit' },
  all: { fi: 'Kaikki', en: 'All' },
  yes: { fi: 'Kyllä', en: 'Yes' },
  no: { fi: 'Ei', en: 'No' },
  name: { fi: 'Nimi', en: 'Name' },
  email: { fi: 'Sähköposti', en: 'Email' },
  phone: { fi: 'Puhelin', en: 'Phone' },
  town: { fi: 'Paikkakunta', en: 'Town' },
  roles: { fi: 'Roolit', en: 'Roles' },
  passive: { fi: 'Passiivinen', en: 'Inactive' },
  reason: { fi: 'Perustelu', en: 'Reason' },
  needed: { fi: 'Tämä on pakollinen.', en: 'This is required.' },
  typeName: {
    fi: (name: string) => `Kirjoita vahvistukseksi ${name}`,
    en: (name: string) => `To confirm, type ${name}`,
  },
  typedOther: { fi: 'Nimi ei ole sama.', en: 'The name is not the same.' },
  loading: { fi: 'Ladataan…', en: 'Loading…' },
  people: {
    fi: (n: number, shown: string) => (n === 1 ? '1 henkilö' : `${shown} henkilöä`),
    en: (n: number, shown: string) => (n === 1 ? '1 person' : `${shown} people`),
  },
  errorTitle: { fi: 'Jokin meni vikaan', en: 'Something went wrong' },
  errorText: {
    fi: 'Palvelu ei pystynyt vastaamaan. Yritä hetken kuluttua uudelleen.',
    en: 'The service could not answer. Try again in a moment.',
  },
  offline: {
    fi: 'Palvelimeen ei saada yhteyttä. Tarkista verkkoyhteys.',
    en: 'Cannot reach the server. Check your connection.',
  },
  forbidden: { fi: 'Roolisi ei riitä tähän.', en: 'Your role does not allow this.' },
  forbiddenTitle: { fi: 'Ei oikeutta', en: 'No access' },
  forbiddenText: {
    fi: 'Tämä sivu vaatii roolin, jota sinulla ei ole. Pyydä se pääkäyttäjältä.',
    en: 'This page needs a role that you do not have. Ask an administrator for it.',
  },
  notFoundTitle: { fi: 'Ei löytynyt', en: 'Not found' },
  notFoundText: {
    fi: 'Tietoa ei ole, tai sinulla ei ole oikeutta nähdä sitä.',
    en: 'It does not exist, or you may not see it.',
  },
  stale: {
    fi: 'Joku muu on muuttanut tietoja. Lataa ne uudelleen ja tallenna sitten.',
    en: 'Someone else has changed this. Reload it, then save again.',
  },
  tooMany: { fi: 'Liikaa pyyntöjä. Odota hetki.', en: 'Too many requests. Wait a moment.' },
  traceId: { fi: (id: string) => `Virheen tunniste: ${id}`, en: (id: string) => `Error reference: ${id}` },
});

export const roleNames = dictionary({
  customer: { fi: 'Asiakas', en: 'Customer' },
  partner: { fi: 'Kumppani', en: 'Partner' },
  alumnus: { fi: 'Alumni', en: 'Alumnus' },
  expert: { fi: 'Osaaja', en: 'Expert' },
  'rdi-contact': { fi: 'TKI', en: 'RDI' },
  'internship-contact': { fi: 'Harjoittelu', en: 'Internship' },
  'thesis-contact': { fi: 'Opinnäytetyö', en: 'Thesis' },
  participant: { fi: 'Osallistuja', en: 'Participant' },
});

export const topicNames = dictionary({
  newsletter: { fi: 'Uutiskirje', en: 'Newsletter' },
  events: { fi: 'Tapahtumat', en: 'Events' },
  training: { fi: 'Koulutus', en: 'Training' },
  alumni: { fi: 'Alumnitoiminta', en: 'Alumni' },
  partnership: { fi: 'Kumppanuus', en: 'Partnership' },
});

export const channelNames = dictionary({
  email: { fi: 'Sähköposti', en: 'Email' },
  sms: { fi: 'Tekstiviesti', en: 'Text message' },
  phone: { fi: 'Puhelin', en: 'Phone' },
  post: { fi: 'Posti', en: 'Post' },
});

export const basisNames = dictionary({
  consent: { fi: 'suostumus', en: 'consent' },
  contract: { fi: 'sopimus', en: 'contract' },
  'legitimate-interest': { fi: 'oikeutettu etu', en: 'legitimate interest' },
  'legal-obligation': { fi: 'lakisääteinen velvoite', en: 'legal obligation' },
  'public-task': { fi: 'lakisääteinen tehtävä', en: 'public task' },
});

export const languageNames = dictionary({
  fi: { fi: 'suomi', en: 'Finnish' },
  en: { fi: 'englanti', en: 'English' },
  sv: { fi: 'ruotsi', en: 'Swedish' },
});
