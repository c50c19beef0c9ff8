import { dictionary } from '@shared/texts';

const ofPeople = (n: number, shown: string) => (n === 1 ? 'yhden henkilön' : `${shown} henkilön`);
const ofAccounts = (n: number, shown: string) => (n === 1 ? 'yhden organisaation' : `${shown} organisaation`);
const people = (n: number, shown: string) => (n === 1 ? '1 person' : `${shown} people`);
const accounts = (n: number, shown: string) => (n === 1 ? '1 organisation' : `${shown} organisations`);

type Counted = (isPeople: boolean, n: number, shown: string) => string;
const fi = (isPeople: boolean, n: number, shown: string) => (isPeople ? ofPeople(n, shown) : ofAccounts(n, shown));
const en = (isPeople: boolean, n: number, shown: string) => (isPeople ? people(n, shown) : accounts(n, shown));

export const bulkTexts = dictionary({
  select: { fi: (name: string) => `Valitse ${name}`, en: (name: string) => `Select ${name}` },
  selectAll: { fi: 'Valitse kaikki', en: 'Select all' },
  chosenBar: { fi: 'Valitut', en: 'Selected' },
  chosen: { fi: (n: string) => `${n} valittu`, en: (n: string) => `${n} selected` },
  allChosen: { fi: (n: string) => `Kaikki ${n} valittu`, en: (n: string) => `All ${n} selected` },
  allBut: {
    fi: (n: string, but: string) => `${n} valittu (kaikki paitsi ${but})`,
    en: (n: string, but: string) => `${n} selected (all but ${but})`,
  },
  takeAll: { fi: (n: string) => `Valitse kaikki ${n}`, en: (n: string) => `Select all ${n}` },
  clear: { fi: 'Tyhjennä valinta', en: 'Clear selection' },
  more: { fi: 'Muuta muuta…', en: 'Change more…' },
  export: { fi: 'Vie Exceliin', en: 'Export to Excel' },
  title: {
    fi: ((isPeople, n, shown) => `Muuta ${fi(isPeople, n, shown)} tietoja`) as Counted,
    en: ((isPeople, n, shown) => `Change ${en(isPeople, n, shown)}`) as Counted,
  },
  what: { fi: 'Mitä muutetaan', en: 'What to change' },
  value: { fi: 'Uusi arvo', en: 'New value' },
  clearIt: { fi: 'Tyhjennä kenttä', en: 'Clear the field' },
  reasonHint: { fi: 'Perustelu jää jokaiselle näkyviin', en: 'The reason is shown on each record' },
  basis: { fi: 'Käsittelyperuste', en: 'Legal basis' },
  source: { fi: 'Lähde', en: 'Source' },
  sourceHint: { fi: 'Mistä tieto roolista on', en: 'Where the role is known from' },
  status: { fi: 'Yhteistyön tila', en: 'Status of the cooperation' },
  ownerId: { fi: 'Vastuuhenkilö', en: 'Owner' },
  language: { fi: 'Kieli', en: 'Language' },
  town: { fi: 'Paikkakunta', en: 'Town' },
  giveRole: { fi: 'Anna rooli', en: 'Give a role' },
  endRole: { fi: 'Päätä rooli', en: 'End a role' },
  passivate: { fi: 'Passivoi', en: 'Deactivate' },
  activate: { fi: 'Aktivoi', en: 'Reactivate' },
  kind: { fi: 'Tyyppi', en: 'Kind' },
  municipality: { fi: 'Kunta', en: 'Municipality' },
  sizeClass: { fi: 'Koko', en: 'Size' },
  addRelationship: { fi: 'Lisää suhde', en: 'Add a relationship' },
  removeRelationship: { fi: 'Poista suhde', en: 'Remove a relationship' },
  willChange: {
    fi: ((isPeople, n, shown) => `Muuttaa ${fi(isPeople, n, shown)} tiedot.`) as Counted,
    en: ((isPeople, n, shown) => `Will change ${en(isPeople, n, shown)}.`) as Counted,
  },
  willLeave: { fi: (n: string) => `Ennalleen jää ${n}:`, en: (n: string) => `${n} will be left as they are:` },
  counting: { fi: 'Lasketaan…', en: 'Counting…' },
  run: { fi: (n: string) => `Muuta ${n}`, en: (n: string) => `Change ${n}` },
  undoable: { fi: 'Muutoksen voi kumota 30 päivän ajan.', en: 'The change can be undone for 30 days.' },
  running: { fi: (what: string) => `Muutetaan: ${what}`, en: (what: string) => `Changing: ${what}` },
  undoing: { fi: (what: string) => `Kumotaan: ${what}`, en: (what: string) => `Undoing: ${what}` },
  of: {
    fi: (done: string, total: string) => `${done} / ${total}`,
    en: (done: string, total: string) => `${done} of ${total}`,
  },
  done: {
    fi: (what: string, n: string) => `${what}: ${n} muutettu`,
    en: (what: string, n: string) => `${what}: ${n} changed`,
  },
  undone: {
    fi: (what: string, n: string) => `${what}: ${n} palautettu`,
    en: (what: string, n: string) => `${what}: ${n} restored`,
  },
  failed: {
    fi: (what: string) => `${what}: ei onnistunut, mitään ei muutettu`,
    en: (what: string) => `${what}: failed, nothing was changed`,
  },
  leftOut: {
    fi: (n: string) => `Näytä ennalleen jääneet (${n})`,
    en: (n: string) => `Show those left as they were (${n})`,
  },
  leftOutTitle: { fi: 'Ennalleen jäivät', en: 'Left as they were' },
  mine: { fi: 'Joukkomuutokseni', en: 'My bulk changes' },
  mineNone: {
    fi: 'Listalta valituille tehdyt muutokset näkyvät tässä, ja ne voi kumota 30 päivän ajan.',
    en: 'Changes to many chosen from a list show here, and can be undone for 30 days.',
  },
  earlier: { fi: 'Näytä aiemmat', en: 'Show earlier' },
  ofMany: {
    fi: ((isPeople, n, shown) =>
      isPeople
        ? n === 1
          ? '1 henkilö'
          : `${shown} henkilöä`
        : n === 1
          ? '1 organisaatio'
          : `${shown} organisaatiota`) as Counted,
    en: en as Counted,
  },
  progress: { fi: 'Joukkomuutoksen eteneminen', en: 'Progress of the bulk change' },
});

export const reasonNames = dictionary({
  unchanged: { fi: 'on jo näin', en: 'already so' },
  passive: { fi: 'passiivinen', en: 'inactive' },
  gone: { fi: 'poistettu tai yhdistetty', en: 'erased or merged' },
  restricted: { fi: 'käsittely rajoitettu', en: 'processing restricted' },
  'changed-since': { fi: 'muutettu sen jälkeen', en: 'changed since' },
});

export const bulkStates = dictionary({
  running: { fi: 'käynnissä', en: 'running' },
  done: { fi: 'tehty', en: 'done' },
  failed: { fi: 'ei onnistunut', en: 'failed' },
  undoing: { fi: 'kumotaan', en: 'being undone' },
  undone: { fi: 'kumottu', en: 'undone' },
});
