import { dictionary } from '@shared/texts';

export const texts = dictionary({
  users: { fi: 'Käyttäjät', en: 'Users' },
  user: { fi: 'Käyttäjä', en: 'User' },
  roles: { fi: 'Roolit', en: 'Roles' },
  lastSeen: { fi: 'Viimeksi kirjautunut', en: 'Last sign-in' },
  state: { fi: 'Tila', en: 'State' },
  active: { fi: 'Käytössä', en: 'Active' },
  inactive: { fi: 'Poistettu käytöstä', en: 'Disabled' },
  deactivate: { fi: 'Poista käytöstä', en: 'Disable' },
  activate: { fi: 'Ota käyttöön', en: 'Enable' },
  deactivateOf: { fi: (name: string) => `Poista käytöstä: ${name}`, en: (name: string) => `Disable ${name}` },
  activateOf: { fi: (name: string) => `Ota käyttöön: ${name}`, en: (name: string) => `Enable ${name}` },
  deactivated: {
    fi: (name: string) => `${name} ei pääse enää sisään`,
    en: (name: string) => `${name} can no longer sign in`,
  },
  activated: { fi: (name: string) => `${name} pääsee taas sisään`, en: (name: string) => `${name} can sign in again` },
  noUsers: { fi: 'Käyttäjiä ei ole', en: 'No users' },
  noUsersText: {
    fi: 'Käyttäjä ilmestyy tähän, kun hän kirjautuu ensimmäisen kerran.',
    en: 'People appear here when they first sign in.',
  },
  audit: { fi: 'Tapahtumaloki', en: 'Audit log' },
  when: { fi: 'Aika', en: 'When' },
  who: { fi: 'Kuka', en: 'Who' },
  what: { fi: 'Mitä', en: 'What' },
  target: { fi: 'Kohde', en: 'Target' },
  entity: { fi: 'Kohteen laji', en: 'Kind of target' },
  from: { fi: 'Alkaen', en: 'From' },
  to: { fi: 'Päättyen', en: 'To' },
  anyone: { fi: 'Kuka tahansa', en: 'Anyone' },
  people: {
    fi: (n: number, shown: string) => (n === 1 ? '1 henkilö' : `${shown} henkilöä`),
    en: (n: number, shown: string) => (n === 1 ? '1 person' : `${shown} people`),
  },
  peopleHead: { fi: 'Henkilöitä', en: 'People' },
  openPerson: { fi: 'Avaa henkilö', en: 'Open the person' },
  noEvents: { fi: 'Tapahtumia ei löytynyt', en: 'No events found' },
  noEventsText: { fi: 'Väljennä aikaväliä tai poista rajaus.', en: 'Widen the time or remove a filter.' },
});

export const staffRoles = dictionary({
  'Crm.Reader': { fi: 'Lukija', en: 'Reader' },
  'Crm.CustomerManager': { fi: 'Asiakkuusvastaava', en: 'Customer manager' },
  'Crm.PartnershipManager': { fi: 'Kumppanuusvastaava', en: 'Partnership manager' },
  'Crm.AlumniCoordinator': { fi: 'Alumnivastaava', en: 'Alumni coordinator' },
  'Crm.ExpertCoordinator': { fi: 'Osaajapoolivastaava', en: 'Expert coordinator' },
  'Crm.Sales': { fi: 'Myynti', en: 'Sales' },
  'Crm.Communications': { fi: 'Viestintä', en: 'Communications' },
  'Crm.DataProtectionOfficer': { fi: 'Tietosuojavastaava', en: 'Data protection officer' },
  'Crm.Admin': { fi: 'Pääkäyttäjä', en: 'Administrator' },
});
