import { dictionary } from '@shared/texts';

/** The codes of an organisation's fields, in words. */
export const kindNamesOfAccounts = dictionary({
  company: { fi: 'Yritys', en: 'Company' },
  'public-body': { fi: 'Julkinen organisaatio', en: 'Public body' },
  association: { fi: 'Yhdistys', en: 'Association' },
  educational: { fi: 'Oppilaitos', en: 'Educational institution' },
  other: { fi: 'Muu', en: 'Other' },
});

export const relationshipNames = dictionary({
  customer: { fi: 'Asiakas', en: 'Customer' },
  partner: { fi: 'Kumppani', en: 'Partner' },
  network: { fi: 'Verkosto', en: 'Network' },
  stakeholder: { fi: 'Sidosryhmä', en: 'Stakeholder' },
});

export const customerKindNames = dictionary({
  research: { fi: 'Tutkimus', en: 'Research' },
  'service-business': { fi: 'Palveluliiketoiminta', en: 'Service business' },
  rdi: { fi: 'TKI', en: 'RDI' },
});

export const sizeNames = dictionary({
  micro: { fi: 'Mikro (alle 10 henkilöä)', en: 'Micro (under 10 people)' },
  small: { fi: 'Pieni (10–49)', en: 'Small (10–49)' },
  medium: { fi: 'Keskisuuri (50–249)', en: 'Medium (50–249)' },
  large: { fi: 'Suuri (250+)', en: 'Large (250+)' },
});

export const statusNames = dictionary({
  prospective: { fi: 'Mahdollinen', en: 'Prospective' },
  active: { fi: 'Käynnissä', en: 'Active' },
  dormant: { fi: 'Hiljainen', en: 'Dormant' },
  ended: { fi: 'Päättynyt', en: 'Ended' },
});

export const statusTones = { prospective: 'info', active: 'good', dormant: 'warn', ended: 'quiet' } as const;

export const addressKindNames = dictionary({
  postal: { fi: 'Postiosoite', en: 'Postal address' },
  visiting: { fi: 'Käyntiosoite', en: 'Visiting address' },
  billing: { fi: 'Laskutusosoite', en: 'Billing address' },
});
