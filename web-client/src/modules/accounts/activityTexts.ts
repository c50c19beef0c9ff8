import { dictionary } from '@shared/texts';

export const activityTexts = dictionary({
  write: { fi: 'Kirjaa', en: 'Write down' },
  subject: { fi: 'Aihe', en: 'Subject' },
  text: { fi: 'Kuvaus', en: 'Description' },
  when: { fi: 'Milloin', en: 'When' },
  dueOn: { fi: 'Määräpäivä', en: 'Due date' },
  remindOn: { fi: 'Muistuta', en: 'Remind on' },
  assignee: { fi: 'Tekijä', en: 'Assignee' },
  me: { fi: 'Minä', en: 'Me' },
  attendees: { fi: 'Mukana', en: 'With' },
  attendeesHint: { fi: 'Lisää henkilö tai organisaatio', en: 'Add a person or an organisation' },
  typeMore: { fi: 'Kirjoita vähintään kaksi merkkiä', en: 'Type at least two characters' },
  nothing: { fi: 'Ei osumia', en: 'No matches' },
  people: { fi: 'Henkilöt', en: 'People' },
  organisations: { fi: 'Organisaatiot', en: 'Organisations' },
  saveKeys: { fi: 'Ctrl + Enter tallentaa', en: 'Ctrl + Enter saves' },
  draftKept: { fi: 'Luonnos säilyy tässä selaimessa', en: 'The draft is kept in this browser' },
  discard: { fi: 'Hylkää', en: 'Discard' },
  saved: { fi: (kind: string) => `${kind} kirjattu`, en: (kind: string) => `${kind} written down` },
  removed: { fi: (name: string) => `Poistettu: ${name}`, en: (name: string) => `Removed: ${name}` },
  changed: { fi: 'Muutokset tallennettu', en: 'Changes saved' },
  editTitle: { fi: (kind: string) => `Muokkaa: ${kind}`, en: (kind: string) => `Edit: ${kind}` },
  editOf: { fi: (subject: string) => `Muokkaa: ${subject}`, en: (subject: string) => `Edit: ${subject}` },
  needHeard: { fi: 'Kuulin työelämätarpeen', en: 'A work-life need was heard' },
  need: { fi: 'Työelämätarve', en: 'Work-life need' },
  needs: { fi: 'Työelämätarpeet', en: 'Work-life needs' },
  editNeed: { fi: 'Muokkaa tarvetta', en: 'Edit the need' },
  needText: { fi: 'Mitä tarvitaan', en: 'What is needed' },
  field: { fi: 'Koulutusala', en: 'Field of education' },
  tags: { fi: 'Osaaminen', en: 'Competences' },
  tagsHint: { fi: 'Kirjoita ja paina Enter', en: 'Type and press Enter' },
  urgency: { fi: 'Kiireellisyys', en: 'Urgency' },
  whose: { fi: 'Kenen tarve', en: 'Whose need' },
  needNoAccount: { fi: 'Lisää ensin organisaatio kohtaan Mukana.', en: 'Add the organisation under With first.' },
  complete: { fi: (subject: string) => `Valmis: ${subject}`, en: (subject: string) => `Done: ${subject}` },
  completed: { fi: (subject: string) => `Tehty: ${subject}`, en: (subject: string) => `Done: ${subject}` },
  reopened: {
    fi: (subject: string) => `Avattu uudelleen: ${subject}`,
    en: (subject: string) => `Opened again: ${subject}`,
  },
  done: { fi: (date: string) => `Tehty ${date}`, en: (date: string) => `Done ${date}` },
  due: { fi: (date: string) => `Määräpäivä ${date}`, en: (date: string) => `Due ${date}` },
  dueToday: { fi: 'Tänään', en: 'Today' },
  overdue: {
    fi: (days: number) => (days === 1 ? 'Myöhässä 1 päivän' : `Myöhässä ${days} päivää`),
    en: (days: number) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
  },
  with: { fi: 'Mukana:', en: 'With:' },
  myWork: { fi: 'Omat työt', en: 'My work' },
  tasks: { fi: 'Tehtävät', en: 'Tasks' },
  taskCount: {
    fi: (n: number, shown: string) => (n === 1 ? '1 avoin tehtävä' : `${shown} avointa tehtävää`),
    en: (n: number, shown: string) => (n === 1 ? '1 open task' : `${shown} open tasks`),
  },
  noTasks: { fi: 'Ei avoimia tehtäviä.', en: 'No open tasks.' },
  moreTasks: { fi: (n: string) => `ja ${n} muuta`, en: (n: string) => `and ${n} more` },
  newTask: { fi: 'Uusi tehtävä', en: 'New task' },
  reminders: { fi: 'Muistutukset', en: 'Reminders' },
  noReminders: { fi: 'Ei muistutuksia tälle päivälle.', en: 'Nothing to remember today.' },
  meetings: { fi: 'Tulevat tapaamiset', en: 'Meetings to come' },
  noMeetings: { fi: 'Ei tulevia tapaamisia.', en: 'No meetings to come.' },
  records: { fi: 'Vastuullani, muuttuneet', en: 'In my care, changed lately' },
  noRecords: { fi: 'Vastuullasi olevissa tiedoissa ei ole muutoksia.', en: 'Nothing in your care has changed.' },
  organisation: { fi: 'Organisaatio', en: 'Organisation' },
  person: { fi: 'Henkilö', en: 'Person' },
  heardOn: { fi: 'Kuultu', en: 'Heard' },
  findNeeds: { fi: 'Etsi tarpeista', en: 'Search needs' },
  from: { fi: 'Kuultu aikaisintaan', en: 'Heard from' },
  to: { fi: 'Kuultu viimeistään', en: 'Heard until' },
  newNeed: { fi: 'Kirjaa tarve', en: 'Write down a need' },
  needSaved: { fi: 'Tarve kirjattu', en: 'Need written down' },
  needCount: {
    fi: (n: number, shown: string) => (n === 1 ? '1 tarve' : `${shown} tarvetta`),
    en: (n: number, shown: string) => (n === 1 ? '1 need' : `${shown} needs`),
  },
  needsEmpty: { fi: 'Työelämätarpeita ei ole vielä kirjattu', en: 'No work-life needs have been written down' },
  needsEmptyText: {
    fi: 'Kirjaa tarve tapaamisen yhteydessä tai tästä.',
    en: 'Write one down with a meeting, or here.',
  },
  needsNoHits: { fi: 'Rajauksella ei löytynyt tarpeita', en: 'No needs match the filters' },
});

export const activityKinds = dictionary({
  note: { fi: 'Muistiinpano', en: 'Note' },
  call: { fi: 'Puhelu', en: 'Call' },
  email: { fi: 'Sähköposti', en: 'Email' },
  meeting: { fi: 'Tapaaminen', en: 'Meeting' },
  task: { fi: 'Tehtävä', en: 'Task' },
});

export type ActivityKind = keyof typeof activityKinds.fi;

export const urgencies = dictionary({
  low: { fi: 'Matala', en: 'Low' },
  normal: { fi: 'Tavallinen', en: 'Normal' },
  high: { fi: 'Kiireellinen', en: 'Urgent' },
});

/** Kansallinen koulutusluokitus 2016, level 1. */
export const educationFields = dictionary({
  '01': { fi: 'Kasvatusalat', en: 'Education' },
  '02': { fi: 'Humanistiset ja taidealat', en: 'Arts and humanities' },
  '03': { fi: 'Yhteiskunnalliset alat', en: 'Social sciences' },
  '04': { fi: 'Kauppa, hallinto ja oikeustieteet', en: 'Business, administration and law' },
  '05': { fi: 'Luonnontieteet', en: 'Natural sciences' },
  '06': { fi: 'Tietojenkäsittely ja tietoliikenne (ICT)', en: 'Information and communication technologies' },
  '07': { fi: 'Tekniikan alat', en: 'Engineering' },
  '08': { fi: 'Maa- ja metsätalousalat', en: 'Agriculture and forestry' },
  '09': { fi: 'Terveys- ja hyvinvointialat', en: 'Health and welfare' },
  '10': { fi: 'Palvelualat', en: 'Services' },
});

/** Codes and names as a field of choices takes them. */
export const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
