import { dictionary } from '@shared/texts';

export const cooperationTexts = dictionary({
  pages: { fi: 'Alumnien sivut', en: 'Pages of alumni' },
  register: { fi: 'Rekisteri', en: 'Register' },
  find: { fi: 'Kuka voisi?', en: 'Who could?' },
  requests: { fi: 'Pyynnöt', en: 'Requests' },
  mentoring: { fi: 'Mentorointi', en: 'Mentoring' },
  figures: { fi: 'Tunnusluvut', en: 'Figures' },
  // Finding
  findTitle: { fi: 'Kuka voisi auttaa?', en: 'Who could help?' },
  question: { fi: 'Mitä etsit', en: 'What you look for' },
  whoCould: { fi: 'Kuka voisi osallistua:', en: 'Who could take part:' },
  anyForm: { fi: 'mikä tahansa yhteistyömuoto', en: 'any form of cooperation' },
  onWhat: { fi: 'aiheena', en: 'on' },
  field: { fi: 'Ala, tehtävä tai työnantaja', en: 'Field, task or employer' },
  programme: { fi: 'Koulutus', en: 'Programme' },
  anyProgramme: { fi: 'mikä tahansa koulutus', en: 'any programme' },
  on: { fi: 'päivänä', en: 'on the day' },
  day: { fi: 'Päivä', en: 'Day' },
  in: { fi: 'alueella', en: 'in' },
  region: { fi: 'Maakunta', en: 'Region' },
  anyRegion: { fi: 'missä tahansa', en: 'anywhere' },
  town: { fi: 'Paikkakunta', en: 'Town' },
  notSince: { fi: 'Ei yhteyttä tämän jälkeen', en: 'Not contacted since' },
  channel: { fi: 'Luvallinen kanava', en: 'Allowed channel' },
  anyChannel: { fi: 'kanavasta riippumatta', en: 'whatever the channel' },
  byName: {
    fi: 'Nimen mukaan aakkosissa. Ihmisiä ei pisteytetä eikä aseteta järjestykseen.',
    en: 'In the order of names. People are neither scored nor ranked.',
  },
  nobody: { fi: 'Kukaan ei vastaa kaikkia ehtoja', en: 'Nobody meets all of this' },
  nobodyText: {
    fi: 'Poista jokin ehto, tai etsi laajemmalta alueelta.',
    en: 'Drop a condition, or look in a wider region.',
  },
  why: { fi: 'Miksi', en: 'Why' },
  moreOf: { fi: 'Näytä lisää', en: 'Show more' },
  offers: { fi: (form: string) => `Tarjoaa: ${form}`, en: (form: string) => `Offers: ${form}` },
  studied: {
    fi: (words: string, year: string) => (year ? `${words} ${year}` : words),
    en: (words: string, year: string) => (year ? `${words} ${year}` : words),
  },
  works: { fi: (words: string) => `Työ: ${words}`, en: (words: string) => `Work: ${words}` },
  lives: { fi: (town: string) => `Kotipaikka ${town}`, en: (town: string) => `Lives in ${town}` },
  contacted: { fi: (day: string) => `Viimeksi yhteydessä ${day}`, en: (day: string) => `Last contacted ${day}` },
  neverContacted: { fi: 'Ei aiempaa yhteydenottoa', en: 'Never contacted' },
  allowed: { fi: (channel: string) => `${channel} sallittu`, en: (channel: string) => `${channel} allowed` },
  free: { fi: (day: string) => `Ei muuta sovittua ${day}`, en: (day: string) => `Nothing else agreed for ${day}` },
  record: { fi: 'Kirjaa pyyntö', en: 'Record a request' },
  recordFor: { fi: (name: string) => `Kirjaa pyyntö: ${name}`, en: (name: string) => `Record a request: ${name}` },
  // Load
  manyTitle: { fi: 'Tähän alumniin on oltu paljon yhteydessä', en: 'This alumnus has been contacted a lot' },
  manyText: {
    fi: (requests: number, mailings: number, limit: number) =>
      `12 kuukaudessa ${requests} pyyntöä ja ${mailings} viestiä; raja on ${limit}. Voit silti pyytää.`,
    en: (requests: number, mailings: number, limit: number) =>
      `${requests} requests and ${mailings} mailings in 12 months; the limit is ${limit}. You may ask nevertheless.`,
  },
  many: { fi: 'Paljon yhteydenottoja', en: 'Contacted a lot' },
  // Requests
  form: { fi: 'Yhteistyömuoto', en: 'Form of cooperation' },
  topic: { fi: 'Aihe', en: 'Topic' },
  heldOn: { fi: 'Milloin', en: 'When it takes place' },
  course: { fi: 'Opintojakso tai tilaisuus', en: 'Course or event' },
  organiser: { fi: 'Järjestäjä', en: 'Organiser' },
  askedOn: { fi: 'Pyydetty', en: 'Asked on' },
  askedBy: { fi: 'Pyytäjä', en: 'Asked by' },
  askedThrough: { fi: 'Miten pyydettiin', en: 'How it was asked' },
  state: { fi: 'Tila', en: 'State' },
  outcome: { fi: 'Mitä siitä seurasi', en: 'What came of it' },
  alumnus: { fi: 'Alumni', en: 'Alumnus' },
  requestSaved: { fi: 'Pyyntö tallennettu', en: 'Request saved' },
  editRequest: { fi: 'Pyynnön tulos', en: 'Outcome of the request' },
  editRequestOf: {
    fi: (topic: string) => `Muokkaa pyyntöä: ${topic}`,
    en: (topic: string) => `Edit the request: ${topic}`,
  },
  outcomeShort: { fi: 'Tulos', en: 'Outcome' },
  noRequests: { fi: 'Pyyntöjä ei ole kirjattu.', en: 'No requests have been recorded.' },
  requestsEmpty: { fi: 'Pyyntöjä ei ole vielä', en: 'No requests yet' },
  requestsEmptyText: {
    fi: 'Etsi alumni Kuka voisi? -sivulta ja kirjaa pyyntö.',
    en: 'Find an alumnus on the page Who could? and record a request.',
  },
  noHits: { fi: 'Rajauksella ei löytynyt mitään', en: 'Nothing matches the filters' },
  clear: { fi: 'Tyhjennä rajaukset', en: 'Clear filters' },
  limitTitle: { fi: 'Milloin yhteydenottoja on paljon', en: 'When contacts are many' },
  limit: { fi: 'Pyyntöjä ja viestejä 12 kuukaudessa enintään', en: 'Requests and mailings in 12 months at most' },
  limitSaved: { fi: 'Raja tallennettu', en: 'Limit saved' },
  // Mentoring
  mentor: { fi: 'Mentori', en: 'Mentor' },
  mentee: { fi: 'Opiskelijan nimikirjaimet', en: 'The student’s initials' },
  menteeHelp: { fi: 'Vain nimikirjaimet, kuten A.E.', en: 'Initials alone, such as A.E.' },
  startsOn: { fi: 'Alkaa', en: 'Begins' },
  endsOn: { fi: 'Päättyy', en: 'Ends' },
  note: { fi: 'Muistiinpano', en: 'Note' },
  addMentoring: { fi: 'Lisää mentorointi', en: 'Add mentoring' },
  editMentoringOf: {
    fi: (topic: string) => `Muokkaa mentorointia: ${topic}`,
    en: (topic: string) => `Edit mentoring: ${topic}`,
  },
  mentoringSaved: { fi: 'Mentorointi tallennettu', en: 'Mentoring saved' },
  noMentoring: { fi: 'Mentorointeja ei ole kirjattu.', en: 'No mentoring has been recorded.' },
  mentoringEmpty: { fi: 'Mentorointeja ei ole vielä', en: 'No mentoring yet' },
  mentoringEmptyText: {
    fi: 'Lisää mentorointi alumnin omalta sivulta.',
    en: 'Add mentoring on the page of an alumnus.',
  },
  // Figures
  by: { fi: 'Ryhmittely', en: 'Grouping' },
  graduated: { fi: 'Valmistunut', en: 'Graduated' },
  year: { fi: 'Valmistumisvuosi', en: 'Year of graduation' },
  people: { fi: 'Alumneja', en: 'Alumni' },
  mailable: { fi: 'Saa lähettää kirjeen', en: 'May be sent the letter' },
  offering: { fi: 'Tarjoaa yhteistyötä', en: 'Offer cooperation' },
  acts: { fi: 'Tekoja', en: 'Acts done' },
  asked: { fi: 'Pyydetty', en: 'Asked' },
  done: { fi: 'Toteutunut', en: 'Done' },
  formsTitle: { fi: 'Yhteistyömuodot kiinnostuksesta tekoihin', en: 'Forms of cooperation, from interest to act' },
  groupsTitle: { fi: 'Alumnit ryhmittäin', en: 'Alumni by group' },
  few: { fi: 'ei näytetä', en: 'not shown' },
  fewText: {
    fi: 'Alle viiden henkilön ryhmiä ei näytetä, eikä lukua, josta sellaisen voisi laskea: heidät voisi tunnistaa.',
    en: 'Groups of fewer than five people are not shown, nor what they could be computed from: they could be recognised.',
  },
  otherProgramme: { fi: 'Muu tai tunnistamaton koulutus', en: 'Other or unrecognised programme' },
  noYear: { fi: 'Ei vuotta', en: 'No year' },
  excel: { fi: 'Lataa Excelinä', en: 'Download as Excel' },
  figuresEmpty: { fi: 'Ei alumneja, joista laskea', en: 'No alumni to count' },
  // Degrees
  addDegree: { fi: 'Lisää tutkinto', en: 'Add a degree' },
  editDegreeOf: { fi: (degree: string) => `Muokkaa: ${degree}`, en: (degree: string) => `Edit: ${degree}` },
  removeDegreeOf: { fi: (degree: string) => `Poista: ${degree}`, en: (degree: string) => `Remove: ${degree}` },
  degree: { fi: 'Suoritettu tutkinto', en: 'Degree completed' },
  programmeWords: { fi: 'Koulutus / koulutusohjelma', en: 'Education / degree programme' },
  programmeHelp: { fi: 'Sellaisena kuin se silloin oli.', en: 'As it was called then.' },
  institution: { fi: 'Oppilaitos', en: 'Institution' },
  startedYear: { fi: 'Aloitusvuosi', en: 'Year studies began' },
  graduatedYear: { fi: 'Valmistumisvuosi', en: 'Year of graduation' },
  degreeSaved: { fi: 'Tutkinto tallennettu', en: 'Degree saved' },
  degreeRemoved: { fi: 'Tutkinto poistettu', en: 'Degree removed' },
  known: { fi: (name: string) => `nyt: ${name}`, en: (name: string) => `now: ${name}` },
  history: { fi: 'Alumnitietojen muutokset', en: 'Changes of alumni data' },
  showHistory: { fi: 'Näytä muutokset', en: 'Show changes' },
  hideHistory: { fi: 'Piilota muutokset', en: 'Hide changes' },
  noHistory: { fi: 'Tietoja ei ole muutettu.', en: 'Nothing has been changed.' },
  empty: { fi: '(tyhjä)', en: '(empty)' },
  became: { fi: 'muuttui:', en: 'became:' },
});

export const requestStates = dictionary({
  asked: { fi: 'Pyydetty', en: 'Asked' },
  accepted: { fi: 'Suostui', en: 'Accepted' },
  declined: { fi: 'Kieltäytyi', en: 'Declined' },
  done: { fi: 'Toteutunut', en: 'Done' },
  'no-answer': { fi: 'Ei vastausta', en: 'No answer' },
});

export const askChannels = dictionary({
  email: { fi: 'Sähköposti', en: 'Email' },
  phone: { fi: 'Puhelin', en: 'Phone' },
  sms: { fi: 'Tekstiviesti', en: 'Text message' },
  post: { fi: 'Posti', en: 'Post' },
  'in-person': { fi: 'Kasvotusten', en: 'In person' },
});

export const mentoringStates = dictionary({
  planned: { fi: 'Suunniteltu', en: 'Planned' },
  active: { fi: 'Käynnissä', en: 'Running' },
  finished: { fi: 'Päättynyt', en: 'Finished' },
  cancelled: { fi: 'Peruttu', en: 'Cancelled' },
});

export const groupings = dictionary({
  programme: { fi: 'Koulutus', en: 'Programme' },
  year: { fi: 'Valmistumisvuosi', en: 'Year of graduation' },
  'programme-and-year': { fi: 'Koulutus ja vuosi', en: 'Programme and year' },
});

export const historyFields = dictionary({
  formerLastName: { fi: 'Entinen sukunimi', en: 'Former last name' },
  employer: { fi: 'Työnantaja', en: 'Employer' },
  task: { fi: 'Tehtävä', en: 'Task' },
  'degrees.programme': { fi: 'Tutkinnon koulutus', en: 'Degree: programme' },
  'degrees.institution': { fi: 'Tutkinnon oppilaitos', en: 'Degree: institution' },
  'degrees.degree': { fi: 'Tutkinto', en: 'Degree' },
  'degrees.startedYear': { fi: 'Tutkinnon aloitusvuosi', en: 'Degree: year begun' },
  'degrees.graduatedYear': { fi: 'Tutkinnon valmistumisvuosi', en: 'Degree: year of graduation' },
  forms: { fi: 'Yhteistyömuoto', en: 'Form of cooperation' },
  'forms.note': { fi: 'Yhteistyömuodon tarkenne', en: 'Note on a form' },
});

export const registrationChannels = dictionary({
  'degree-application': { fi: 'Tutkintotodistushakemus', en: 'Degree certificate application' },
  webropol: { fi: 'Webropol-lomake', en: 'Webropol form' },
});

/** A dictionary of codes as choices. */
export const choices = (names: Record<string, string | unknown>) =>
  Object.entries(names).map(([value, label]) => ({ value, label: String(label) }));
