import { dictionary } from '@shared/texts';

export const texts = dictionary({
  purposes: { fi: 'Käsittelyn tarkoitukset', en: 'Purposes of processing' },
  purposesNote: {
    fi: 'Peruste, säilytysaika ja vastaanottajat. Uusi versio on voimassa, kun se on hyväksytty.',
    en: 'Basis, retention and recipients. A new version holds once it is approved.',
  },
  version: { fi: (n: number) => `versio ${n}`, en: (n: number) => `version ${n}` },
  current: { fi: 'voimassa', en: 'current' },
  proposed: { fi: 'ehdotus, ei hyväksytty', en: 'proposal, not approved' },
  former: { fi: 'aiempi', en: 'former' },
  basis: { fi: 'Oikeusperuste', en: 'Legal basis' },
  ground: { fi: 'Peruste sanoin', en: 'The basis in words' },
  retentionTime: { fi: 'Säilytysaika', en: 'Retention' },
  undecided: { fi: 'ei vielä päätetty', en: 'not decided yet' },
  months: { fi: (n: number) => `${n} kk`, en: (n: number) => `${n} months` },
  recipients: { fi: 'Vastaanottajat', en: 'Recipients' },
  roles: { fi: 'Voimassa roolilla', en: 'Active through the role' },
  approvedBy: { fi: 'Hyväksyjä', en: 'Approved by' },
  propose: { fi: 'Ehdota uutta versiota', en: 'Propose a new version' },
  proposeOf: {
    fi: (name: string) => `Ehdota uutta versiota: ${name}`,
    en: (name: string) => `Propose a new version of ${name}`,
  },
  approve: { fi: 'Hyväksy', en: 'Approve' },
  approveOf: { fi: (name: string) => `Hyväksy: ${name}`, en: (name: string) => `Approve ${name}` },
  approved: { fi: 'Hyväksytty', en: 'Approved' },
  proposedNow: { fi: 'Ehdotus tallennettu', en: 'Proposal saved' },
  nameFi: { fi: 'Nimi suomeksi', en: 'Name in Finnish' },
  nameEn: { fi: 'Nimi englanniksi', en: 'Name in English' },
  groundFi: { fi: 'Peruste suomeksi', en: 'Ground in Finnish' },
  groundEn: { fi: 'Peruste englanniksi', en: 'Ground in English' },
  retentionFi: { fi: 'Säilytysaika suomeksi', en: 'Retention in Finnish' },
  retentionEn: { fi: 'Säilytysaika englanniksi', en: 'Retention in English' },
  monthsField: { fi: 'Säilytysaika kuukausina', en: 'Retention in months' },
  recipientsField: { fi: 'Vastaanottajat, yksi rivillä', en: 'Recipients, one on a line' },
  noPurposes: { fi: 'Tarkoituksia ei ole', en: 'No purposes' },

  queue: { fi: 'Poistojono', en: 'Erasure queue' },
  queueNote: {
    fi: 'Tiedot, joiden ainoa peruste on päättynyt. Mitä muu peruste tarvitsee, jää.',
    en: 'Data whose only basis has ended. What another basis needs stays.',
  },
  open: { fi: 'Odottaa', en: 'Waiting' },
  kept: { fi: 'Säilytetty', en: 'Kept' },
  done: { fi: 'Poistettu', en: 'Erased' },
  returned: { fi: 'Palautunut', en: 'Returned' },
  state: { fi: 'Tila', en: 'State' },
  due: { fi: (day: string) => `poistettava ${day} mennessä`, en: (day: string) => `to be erased by ${day}` },
  overdue: { fi: 'Myöhässä', en: 'Overdue' },
  onHold: { fi: 'Säilytyskielto', en: 'Legal hold' },
  goesAll: { fi: 'Kaikki henkilön tiedot poistuvat', en: 'All of the person’s data goes' },
  goes: { fi: 'Poistuu', en: 'Goes' },
  rows: {
    fi: (n: number) => (n === 1 ? '1 rivi' : `${n} riviä`),
    en: (n: number) => (n === 1 ? '1 row' : `${n} rows`),
  },
  erase: { fi: 'Poista', en: 'Erase' },
  eraseOf: { fi: (name: string) => `Poista: ${name}`, en: (name: string) => `Erase: ${name}` },
  eraseHelp: { fi: 'Poistoa ei voi perua.', en: 'An erasure cannot be undone.' },
  erased: { fi: 'Tiedot poistettu', en: 'The data is erased' },
  keep: { fi: 'Säilytä', en: 'Keep' },
  keepOf: { fi: (name: string) => `Säilytä: ${name}`, en: (name: string) => `Keep: ${name}` },
  keepHelp: {
    fi: 'Kirjoita, millä perusteella tiedot saa säilyttää.',
    en: 'Write on which ground the data may be kept.',
  },
  keptNow: { fi: 'Päätös tallennettu', en: 'The decision is saved' },
  emptyQueue: { fi: 'Mikään ei odota poistoa', en: 'Nothing waits for erasure' },
  emptyQueueText: {
    fi: 'Kun suostumus perutaan, henkilö vastustaa käsittelyä tai rooli päättyy, tiedot tulevat tähän.',
    en: 'When a consent is withdrawn, a person objects or a role ends, the data comes here.',
  },
  erasedPerson: { fi: 'poistettu henkilö', en: 'erased person' },

  retention: { fi: 'Säilytysajat', en: 'Retention' },
  retentionNote: {
    fi: 'Vain hyväksytyn säännön mukaan poistetaan.',
    en: 'Only an approved rule ever erases anything.',
  },
  rules: { fi: 'Säännöt', en: 'Rules' },
  runs: { fi: 'Ajot', en: 'Runs' },
  archive: { fi: 'Arkistoluokat', en: 'Archive classes' },
  view: { fi: 'Näkymä', en: 'View' },
  ruleText: {
    fi: (action: string, months: string, trigger: string) => `${action}, ${months} ${trigger}`,
    en: (action: string, months: string, trigger: string) => `${action}, ${months} ${trigger}`,
  },
  ruleAhead: {
    fi: 'Järjestelmässä ei ole vielä näitä tietoja: sääntöä ei vielä toteuta mikään, hyväksyttynäkään.',
    en: 'The system holds no such data yet: nothing carries out the rule yet, approved or not.',
  },
  tryRule: { fi: 'Kokeile', en: 'Try' },
  tryOf: { fi: (name: string) => `Kokeile: ${name}`, en: (name: string) => `Try ${name}` },
  wouldTouch: {
    fi: (n: string) => `Sääntö koskisi tänään ${n} henkilöä. Mitään ei tehty.`,
    en: (n: string) => `Today the rule would touch ${n} people. Nothing was done.`,
  },
  since: { fi: (day: string) => `aika alkoi ${day}`, en: (day: string) => `time began ${day}` },
  change: { fi: 'Muuta', en: 'Change' },
  changeOf: { fi: (name: string) => `Muuta: ${name}`, en: (name: string) => `Change ${name}` },
  changeHelp: {
    fi: 'Muutettu sääntö on ehdotus, kunnes se hyväksytään.',
    en: 'A changed rule is a proposal until it is approved.',
  },
  trigger: { fi: 'Aika alkaa', en: 'Time runs' },
  action: { fi: 'Toimenpide', en: 'Action' },
  saved: { fi: 'Tallennettu', en: 'Saved' },
  newRun: { fi: 'Ehdota ajoa', en: 'Propose a run' },
  approveRun: { fi: 'Hyväksy ja toteuta', en: 'Approve and carry out' },
  cancelRun: { fi: 'Hylkää ehdotus', en: 'Drop the proposal' },
  runDone: { fi: 'Ajo on valmis', en: 'The run is done' },
  runFailed: { fi: 'Ajo ei onnistunut; mitään ei muutettu', en: 'The run failed; nothing was changed' },
  running: {
    fi: (done: number, total: number) => `Käynnissä ${done}/${total}`,
    en: (done: number, total: number) => `Running ${done}/${total}`,
  },
  noRuns: { fi: 'Ajoja ei ole', en: 'No runs' },
  noOne: { fi: 'Säännöt eivät koske ketään', en: 'The rules touch nobody' },
  people: {
    fi: (n: number) => (n === 1 ? '1 henkilö' : `${n} henkilöä`),
    en: (n: number) => (n === 1 ? '1 person' : `${n} people`),
  },
  certificate: { fi: 'Todistus', en: 'Certificate' },
  years: { fi: 'Vuosia', en: 'Years' },
  permanent: { fi: 'Pysyvästi', en: 'Permanently' },

  notice: { fi: 'Tietosuojaseloste', en: 'Privacy notice' },
  published: { fi: (n: number) => `Julkaistu versio ${n}`, en: (n: number) => `Published version ${n}` },
  unpublished: { fi: 'Ei vielä julkaistu', en: 'Not published yet' },
  preview: { fi: 'Esikatselu', en: 'Preview' },
  changes: { fi: 'Muutokset', en: 'Changes' },
  ownTexts: { fi: 'Tekstit', en: 'Texts' },
  versions: { fi: 'Versiot', en: 'Versions' },
  publish: { fi: 'Julkaise', en: 'Publish' },
  publishHelp: {
    fi: 'Versio jäädytetään molemmilla kielillä ja näkyy kaikille.',
    en: 'The version is frozen in both languages and seen by everybody.',
  },
  unfinished: {
    fi: (what: string) => `Täydennä ensin omiin teksteihin: ${what}.`,
    en: (what: string) => `Fill in first in your own texts: ${what}.`,
  },
  publishedNow: { fi: (n: number) => `Versio ${n} julkaistu`, en: (n: number) => `Version ${n} published` },
  added: { fi: 'Lisätty', en: 'Added' },
  removed: { fi: 'Poistettu', en: 'Removed' },
  noChanges: { fi: 'Julkaistu seloste on ajan tasalla', en: 'The published notice is up to date' },
  languageOf: { fi: 'Selosteen kieli', en: 'Language of the notice' },
  inFinnish: { fi: 'Suomeksi', en: 'In Finnish' },
  inEnglish: { fi: 'Englanniksi', en: 'In English' },
  records: { fi: 'Käsittelytoimet (art. 30)', en: 'Record of processing (art. 30)' },

  breaches: { fi: 'Tietoturvaloukkaukset', en: 'Data breaches' },
  noteBreach: { fi: 'Kirjaa loukkaus', en: 'Note a breach' },
  what: { fi: 'Mitä tapahtui', en: 'What happened' },
  noticedAt: { fi: 'Havaittu', en: 'Noticed' },
  from: { fi: 'Tapahtumat alkaen', en: 'Events from' },
  to: { fi: 'Tapahtumat asti', en: 'Events until' },
  reportBy: { fi: (at: string) => `ilmoitettava viimeistään ${at}`, en: (at: string) => `to be reported by ${at}` },
  reportedAt: {
    fi: (at: string) => `ilmoitettu viranomaiselle ${at}`,
    en: (at: string) => `reported to the authority ${at}`,
  },
  notReported: { fi: 'Miksi ei ilmoiteta', en: 'Why it is not reported' },
  closed: { fi: 'Käsitelty', en: 'Closed' },
  markReported: { fi: 'Merkitse ilmoitetuksi', en: 'Mark as reported' },
  close: { fi: 'Merkitse käsitellyksi', en: 'Mark as closed' },
  affected: { fi: 'Keitä koskee', en: 'Who was affected' },
  affectedCount: { fi: (n: string) => `Koskee ${n} henkilöä`, en: (n: string) => `${n} people were affected` },
  letterAuthority: { fi: 'Ilmoitus viranomaiselle (PDF)', en: 'Letter to the authority (PDF)' },
  letterPeople: { fi: 'Kirje rekisteröidyille (PDF)', en: 'Letter to the people (PDF)' },
  noBreachesText: {
    fi: 'Kun henkilötietoja katoaa, muuttuu tai päätyy väärälle, kirjaa se tähän: ilmoitukselle on 72 tuntia.',
    en: 'When personal data is lost, changed or reaches the wrong people, note it here: it is reported in 72 hours.',
  },
  noBreaches: { fi: 'Loukkauksia ei ole kirjattu', en: 'No breaches noted' },

  viewers: { fi: 'Katselijat', en: 'Seen by' },
  viewersTitle: { fi: 'Kuka on nähnyt tiedot', en: 'Who has seen the data' },
  noViewers: { fi: 'Kukaan ei ole katsonut', en: 'Nobody has looked' },
  looked: {
    fi: (reads: string, changes: string, others: string) => `katselua ${reads}, muutosta ${changes}, muuta ${others}`,
    en: (reads: string, changes: string, others: string) => `${reads} reads, ${changes} changes, ${others} others`,
  },
  lastAt: { fi: (at: string) => `viimeksi ${at}`, en: (at: string) => `last ${at}` },
});

export const basisNames = dictionary({
  consent: { fi: 'suostumus (6.1.a)', en: 'consent (6.1.a)' },
  contract: { fi: 'sopimus (6.1.b)', en: 'agreement (6.1.b)' },
  'legal-obligation': { fi: 'lakisääteinen velvoite (6.1.c)', en: 'legal obligation (6.1.c)' },
  'public-task': { fi: 'lakisääteinen tehtävä (6.1.e)', en: 'public task (6.1.e)' },
  'legitimate-interest': { fi: 'oikeutettu etu (6.1.f)', en: 'legitimate interest (6.1.f)' },
});

export const causeNames = dictionary({
  withdrawn: { fi: 'suostumus peruttu', en: 'consent withdrawn' },
  objected: { fi: 'vastustettu', en: 'objected' },
  'role-ended': { fi: 'rooli päättynyt', en: 'role ended' },
});

export const categoryNames = dictionary({
  'customer-care': { fi: 'Asiakkaiden yhteyshenkilöt', en: 'Contacts of customers' },
  partnership: { fi: 'Kumppaneiden yhteyshenkilöt', en: 'Contacts of partners' },
  'internship-thesis': { fi: 'Harjoittelu- ja opinnäytetyöyhteyshenkilöt', en: 'Internship and thesis contacts' },
  rdi: { fi: 'TKI-yhteyshenkilöt', en: 'RDI contacts' },
  participation: { fi: 'Osallistujat', en: 'Participants' },
  'no-purpose': {
    fi: 'Henkilöt, joilla ei ole voimassa olevaa tarkoitusta',
    en: 'People without a purpose that holds',
  },
  'audit-log': { fi: 'Tapahtumaloki', en: 'Audit log' },
  users: { fi: 'Käyttäjät', en: 'Users' },
  'consent-evidence': { fi: 'Suostumusten todisteet', en: 'Evidence of consents' },
  disclosures: { fi: 'Luovutusloki', en: 'Log of disclosures' },
  documents: { fi: 'Asiakirjat', en: 'Documents' },
  vouchers: { fi: 'Kirjanpitoaineisto', en: 'Vouchers' },
});

export const triggerNames = dictionary({
  'last-activity': { fi: 'viimeisestä yhteydenpidosta', en: 'after the last activity' },
  'role-ended': { fi: 'roolin päättymisestä', en: 'after the role ended' },
  'role-started': { fi: 'roolin alkamisesta', en: 'after the role began' },
  'purpose-ended': { fi: 'tarkoituksen päättymisestä', en: 'after the purpose ended' },
  recorded: { fi: 'kirjaamisesta', en: 'after it was recorded' },
  'access-ended': { fi: 'käyttöoikeuden päättymisestä', en: 'after access ended' },
  'consent-ended': { fi: 'suostumuksen päättymisestä', en: 'after the consent ended' },
  'archive-class': { fi: 'arkistoluokan mukaan', en: 'by the archive class' },
  'financial-year-ended': {
    fi: 'tilikauden päättymisvuoden lopusta',
    en: 'after the end of the financial year’s year',
  },
});

export const actionNames = dictionary({
  erase: { fi: 'poistetaan', en: 'erased' },
  anonymise: { fi: 'anonymisoidaan', en: 'made anonymous' },
  archive: { fi: 'arkistoidaan', en: 'archived' },
  review: { fi: 'tarkistetaan', en: 'reviewed' },
});

export const outcomeNames = dictionary({
  done: { fi: 'tehty', en: 'done' },
  'legal-hold': { fi: 'säilytyskielto', en: 'legal hold' },
  'no-longer': { fi: 'ei enää koske', en: 'no longer so' },
  listed: { fi: 'listattu', en: 'listed' },
});

export const runStates = dictionary({
  proposed: { fi: 'ehdotus', en: 'proposal' },
  approved: { fi: 'hyväksytty', en: 'approved' },
  done: { fi: 'valmis', en: 'done' },
  cancelled: { fi: 'hylätty', en: 'dropped' },
});

/** What has no heading of its own in the notice. */
export const noticeTextNames = dictionary({
  'controller.name': { fi: 'Rekisterinpitäjä', en: 'Controller' },
  'controller.contact': { fi: 'Rekisterinpitäjän yhteystiedot', en: 'Contact of the controller' },
  'controller.responsible': { fi: 'Rekisterinpitäjän vastuuhenkilö', en: 'Person responsible for the controller' },
  'customers.responsible': { fi: 'Asiakkuuksien vastuuhenkilö', en: 'Person responsible for customers' },
  'alumni.responsible': { fi: 'Alumnitoiminnan vastuuhenkilö', en: 'Person responsible for alumni activity' },
  'customers.contact': { fi: 'Yhteyshenkilö asiakkuusasioissa', en: 'Contact in matters of customers' },
  'officer.contact': { fi: 'Tietosuojavastaava', en: 'Data protection officer' },
  'purposes.law': { fi: 'Lakisääteinen tehtävä', en: 'Task by law' },
  'purposes.customers': { fi: 'Asiakkaiden tietojen käyttö', en: 'Use of the data of customers' },
  'giving.reason': { fi: 'Miksi tiedot tarvitaan', en: 'Why the data is needed' },
  security: { fi: 'Tietojen suojaus', en: 'How the data is protected' },
  transfers: { fi: 'Siirrot EU/ETA-alueen ulkopuolelle', en: 'Transfers outside the EU/EEA' },
  'retention.care': { fi: 'Tietojen ajantasaisuus ja säilytys', en: 'Keeping the data current' },
  rights: { fi: 'Rekisteröidyn oikeudet', en: 'Rights of the data subject' },
  automation: { fi: 'Automaattinen päätöksenteko', en: 'Automated decisions' },
});
