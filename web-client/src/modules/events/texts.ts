import { dictionary } from '@shared/texts';

export const texts = dictionary({
  title: { fi: 'Tilaisuudet', en: 'Events' },
  count: {
    fi: (n: number, shown: string) => (n === 1 ? '1 tilaisuus' : `${shown} tilaisuutta`),
    en: (n: number, shown: string) => (n === 1 ? '1 event' : `${shown} events`),
  },
  find: { fi: 'Etsi nimellä', en: 'Find by name' },
  kind: { fi: 'Laji', en: 'Kind' },
  state: { fi: 'Tila', en: 'State' },
  when: { fi: 'Ajankohta', en: 'Time' },
  coming: { fi: 'Tulevat', en: 'Coming' },
  past: { fi: 'Menneet', en: 'Past' },
  all: { fi: 'Kaikki', en: 'All' },
  from: { fi: 'Alkaen', en: 'From' },
  to: { fi: 'Päättyen', en: 'Until' },
  event: { fi: 'Tilaisuus', en: 'Event' },
  time: { fi: 'Aika', en: 'Time' },
  place: { fi: 'Paikka', en: 'Place' },
  seats: { fi: 'Paikkoja varattu', en: 'Seats taken' },
  seatsOf: { fi: (n: string, of: string) => `${n} / ${of}`, en: (n: string, of: string) => `${n} / ${of}` },
  full: { fi: 'Täynnä', en: 'Full' },
  over: { fi: 'Ylitäynnä', en: 'Over capacity' },
  credits: { fi: 'Opintopisteet', en: 'ECTS credits' },
  capacity: { fi: 'Paikkoja', en: 'Capacity' },
  organiser: { fi: 'Järjestäjät', en: 'Organisers' },
  account: { fi: 'Järjestävä organisaatio', en: 'Organising organisation' },
  description: { fi: 'Kuvaus', en: 'Description' },
  sessions: { fi: 'Kokoontumiset', en: 'Sessions' },
  session: { fi: (n: number) => `Kokoontuminen ${n}`, en: (n: number) => `Session ${n}` },
  more: {
    fi: (n: number) => (n === 1 ? 'ja 1 muu kerta' : `ja ${n} muuta kertaa`),
    en: (n: number) => `and ${n} more`,
  },
  starts: { fi: 'Alkaa', en: 'Starts' },
  ends: { fi: 'Päättyy', en: 'Ends' },
  addSession: { fi: 'Lisää kokoontuminen', en: 'Add a session' },
  removeSession: { fi: (n: number) => `Poista kokoontuminen ${n}`, en: (n: number) => `Remove session ${n}` },
  add: { fi: 'Uusi tilaisuus', en: 'New event' },
  edit: { fi: 'Muokkaa tilaisuutta', en: 'Edit event' },
  name: { fi: 'Nimi', en: 'Name' },
  saved: { fi: 'Tilaisuus tallennettu', en: 'Event saved' },
  emptyTitle: { fi: 'Ei tulevia tilaisuuksia', en: 'No coming events' },
  emptyText: {
    fi: 'Lisää tilaisuus, ja tuo siihen ilmoittautuneet Webropolista.',
    en: 'Add an event, and import its registrations from Webropol.',
  },
  noHits: { fi: 'Rajauksella ei löytynyt tilaisuuksia', en: 'No events match the filters' },
  clear: { fi: 'Tyhjennä rajaukset', en: 'Clear filters' },
  facts: { fi: 'Tiedot', en: 'Facts' },
  participants: { fi: 'Osallistujat', en: 'Participants' },
  findPeople: { fi: 'Etsi nimellä tai organisaatiolla', en: 'Find by name or organisation' },
  addParticipant: { fi: 'Lisää osallistuja', en: 'Add participant' },
  editParticipant: { fi: 'Muokkaa osallistujaa', en: 'Edit participant' },
  findAccount: { fi: 'Etsi organisaatio', en: 'Find an organisation' },
  findStaff: { fi: 'Lisää järjestäjä', en: 'Add an organiser' },
  organisation: { fi: 'Edustettu organisaatio', en: 'Organisation represented' },
  organisationHelp: {
    fi: 'Kirjoita niin kuin hän sen sanoo; yhdistämme rekisteriin, jos nimi löytyy sieltä.',
    en: 'Write it as the person says it; it is matched to the register if the name is there.',
  },
  task: { fi: 'Tehtävä', en: 'Task' },
  mode: { fi: 'Osallistumistapa', en: 'Way of taking part' },
  added: { fi: 'Osallistuja lisätty', en: 'Participant added' },
  addedFull: {
    fi: 'Osallistuja lisätty. Tilaisuuden paikat ovat nyt täynnä.',
    en: 'Participant added. All seats are now taken.',
  },
  alreadyThere: { fi: 'Henkilö on jo osallistujissa.', en: 'The person is among the participants already.' },
  changed: {
    fi: (name: string, state: string) => `${name}: ${state}`,
    en: (name: string, state: string) => `${name}: ${state}`,
  },
  stateOf: { fi: (name: string) => `Tila: ${name}`, en: (name: string) => `State: ${name}` },
  editOf: { fi: (name: string) => `Muokkaa: ${name}`, en: (name: string) => `Edit: ${name}` },
  since: { fi: (at: string) => `alkaen ${at}`, en: (at: string) => `since ${at}` },
  nobody: { fi: 'Ei osallistujia', en: 'No participants' },
  showMore: { fi: 'Näytä lisää', en: 'Show more' },
  import: { fi: 'Tuo Excelistä', en: 'Import from Excel' },
  door: { fi: 'Ovilista', en: 'Door list' },
  certificates: { fi: 'Todistukset', en: 'Certificates' },
  certificateOf: { fi: (name: string) => `Todistus: ${name}`, en: (name: string) => `Certificate: ${name}` },
  organisations: { fi: 'Organisaatiot', en: 'Organisations' },
  noOrganisations: { fi: 'Kukaan ei ole kertonut organisaatiotaan.', en: 'Nobody told of an organisation.' },
  needs: { fi: 'Ruokavaliot ja esteettömyys', en: 'Diets and accessibility' },
  noNeeds: { fi: 'Ei ilmoitettuja erityistarpeita.', en: 'No special needs were told.' },
  needsGo: { fi: (day: string) => `Tiedot poistetaan ${day}.`, en: (day: string) => `Erased on ${day}.` },
  diet: { fi: 'Erityisruokavalio', en: 'Diet' },
  accessibility: { fi: 'Esteettömyystarpeet', en: 'Accessibility' },
  feedback: { fi: 'Palaute', en: 'Feedback' },
  noFeedback: { fi: 'Palautetta ei ole tuotu.', en: 'No feedback has been imported.' },
  tooFew: {
    fi: (n: number) => `Vastauksia on alle ${n}: niitä ei näytetä.`,
    en: (n: number) => `Fewer than ${n} answers: they are not shown.`,
  },
  answers: { fi: (n: string) => `${n} vastausta`, en: (n: string) => `${n} answers` },
  mean: { fi: (n: string) => `keskiarvo ${n}`, en: (n: string) => `mean ${n}` },
  texts: { fi: 'Avoimet vastaukset', en: 'Open answers' },
});

export const kindNames = dictionary({
  'continuing-education': { fi: 'Täydennyskoulutus', en: 'Continuing education' },
  event: { fi: 'Tilaisuus', en: 'Event' },
  'rdi-event': { fi: 'TKI-tilaisuus', en: 'RDI event' },
});

export const stateNames = dictionary({
  planned: { fi: 'Suunniteltu', en: 'Planned' },
  held: { fi: 'Pidetty', en: 'Held' },
  cancelled: { fi: 'Peruttu', en: 'Cancelled' },
});

export const participantNames = dictionary({
  registered: { fi: 'Ilmoittautunut', en: 'Registered' },
  attended: { fi: 'Osallistunut', en: 'Attended' },
  cancelled: { fi: 'Peruuttanut', en: 'Cancelled' },
  'no-show': { fi: 'Ei saapunut', en: 'Did not come' },
});

export const modeNames = dictionary({
  'on-site': { fi: 'Paikan päällä', en: 'On site' },
  remote: { fi: 'Etäyhteydellä', en: 'Remotely' },
});

export const doorTexts = dictionary({
  title: { fi: (name: string) => `Ovilista: ${name}`, en: (name: string) => `Door list: ${name}` },
  find: { fi: 'Etsi nimellä', en: 'Find by name' },
  here: { fi: (n: string, of: string) => `${n} / ${of} paikalla`, en: (n: string, of: string) => `${n} of ${of} here` },
  waiting: {
    fi: (n: number) => (n === 1 ? '1 merkintä odottaa yhteyttä' : `${n} merkintää odottaa yhteyttä`),
    en: (n: number) => (n === 1 ? '1 tick is waiting' : `${n} ticks are waiting`),
  },
  sent: { fi: 'Kaikki merkinnät tallessa', en: 'All ticks are saved' },
  othersSent: { fi: 'Muut merkinnät tallessa', en: 'The other ticks are saved' },
  refused: {
    fi: (n: number) => `${n} merkintää ei voitu tallentaa`,
    en: (n: number) => (n === 1 ? '1 tick could not be saved' : `${n} ticks could not be saved`),
  },
  removed: { fi: 'Listalta poistettu henkilö', en: 'Somebody no longer on the list' },
  came: { fi: 'Paikalla', en: 'Here' },
  cameNot: { fi: 'Ei paikalla', en: 'Not here' },
  dismiss: { fi: 'Ohita', en: 'Dismiss' },
  dismissOf: { fi: (name: string) => `Ohita: ${name}`, en: (name: string) => `Dismiss: ${name}` },
  retry: { fi: 'Yritä heti', en: 'Try now' },
  back: { fi: 'Tilaisuuden sivulle', en: 'To the event' },
  nobody: { fi: 'Ei osumia', en: 'No matches' },
});

/** Why the server did not take a tick. */
export const refusedNames = dictionary({
  unknown: { fi: 'ei ole enää osallistujissa', en: 'no longer among the participants' },
  passive: { fi: 'henkilö on passiivinen: aktivoi hänet ensin', en: 'the person is inactive: reactivate first' },
  forbidden: { fi: 'roolisi ei riitä tähän', en: 'your role does not allow this' },
  gone: { fi: 'tilaisuutta ei enää ole', en: 'the event is no longer there' },
  invalid: { fi: 'palvelin ei hyväksynyt merkintää', en: 'the server did not accept the tick' },
});
