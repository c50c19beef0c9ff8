import { dictionary } from '@shared/texts';

const rows = (n: number, shown: string) => (n === 1 ? '1 rivi' : `${shown} riviä`);
const rowsEn = (n: number, shown: string) => (n === 1 ? '1 row' : `${shown} rows`);

export const texts = dictionary({
  title: { fi: 'Tuonnit', en: 'Imports' },
  new: { fi: 'Tuo tiedosto', en: 'Import a file' },
  newTitle: { fi: 'Uusi tuonti', en: 'New import' },
  emptyTitle: { fi: 'Ei vielä tuontia', en: 'No imports yet' },
  emptyText: {
    fi: 'Tuo Excel tai CSV. Mitään ei kirjoiteta ennen kuin olet nähnyt esikatselun.',
    en: 'Import an Excel or CSV file. Nothing is written before you have seen the preview.',
  },
  file: { fi: 'Tiedosto', en: 'File' },
  state: { fi: 'Tila', en: 'State' },
  rowsHead: { fi: 'Rivejä', en: 'Rows' },
  who: { fi: 'Tuoja', en: 'By' },
  when: { fi: 'Aika', en: 'When' },
  anyState: { fi: 'Tila', en: 'State' },
  stepFile: { fi: 'Tiedosto', en: 'File' },
  stepColumns: { fi: 'Sarakkeet', en: 'Columns' },
  stepPreview: { fi: 'Esikatselu', en: 'Preview' },
  stepDone: { fi: 'Valmis', en: 'Done' },
  steps: { fi: 'Tuonnin vaiheet', en: 'Steps of the import' },
  drop: { fi: 'Pudota tiedosto tähän', en: 'Drop the file here' },
  dropText: {
    fi: 'tai valitse se koneeltasi. Excel (.xlsx) tai CSV, enintään 50 Mt.',
    en: 'or choose it from your computer. Excel (.xlsx) or CSV, at most 50 MB.',
  },
  choose: { fi: 'Valitse tiedosto', en: 'Choose a file' },
  reading: { fi: (name: string) => `Luetaan tiedostoa ${name}…`, en: (name: string) => `Reading ${name}…` },
  readingText: {
    fi: 'Rivit tarkistetaan ja verrataan rekisteriin. Mitään ei vielä kirjoiteta.',
    en: 'Rows are checked and compared with the register. Nothing is written yet.',
  },
  tooLarge: {
    fi: (mb: string) => `Tiedosto on ${mb} Mt. Suurin sallittu koko on 50 Mt.`,
    en: (mb: string) => `The file is ${mb} MB. The largest allowed is 50 MB.`,
  },
  empty: { fi: 'Tiedosto on tyhjä.', en: 'The file is empty.' },
  wrongKind: {
    fi: 'Valitse Excel- (.xlsx) tai CSV-tiedosto. Vanha .xls pitää ensin tallentaa muodossa .xlsx.',
    en: 'Choose an Excel (.xlsx) or CSV file. Save an old .xls as .xlsx first.',
  },
  refused: { fi: 'Tiedostoa ei voitu lukea', en: 'The file could not be read' },
  knows: { fi: 'Tunnistetut lomakkeet', en: 'Forms that are recognised' },
  nothingLost: { fi: 'Mitään ei katoa', en: 'Nothing is lost' },
  nothingLostText: {
    fi: 'Tyhjä solu ei tyhjennä kenttää. Ei-aktiiviset tulevat passiivisina, ja passiivinen pysyy passiivisena. Suostumuksia tämä tuonti ei kirjaa.',
    en: 'An empty cell clears nothing. Inactive records come in as passive, and a passive record stays so. This import records no consents.',
  },
  kind: { fi: 'Mitä tuodaan', en: 'What is imported' },
  ofEvent: { fi: (name: string) => `Tilaisuuteen ${name}`, en: (name: string) => `For the event ${name}` },
  ofEventText: {
    fi: 'Tunnistamme, ovatko tiedostossa ilmoittautuneet, läsnäolot vai palaute.',
    en: 'We recognise whether the file holds registrations, attendance or feedback.',
  },
  event: { fi: 'Tilaisuus', en: 'Event' },
  findEvent: { fi: 'Hae tilaisuutta nimellä', en: 'Find an event by name' },
  eventFirst: { fi: 'Valitse ensin, minkä tilaisuuden tiedosto on.', en: 'Choose first which event the file is of.' },
  toExperts: { fi: 'Näytä osaajat', en: 'Show experts' },
  toEvent: { fi: 'Näytä tilaisuus', en: 'Show the event' },
  answersWritten: {
    fi: 'Vastaukset on tallennettu erilleen vastaajista, eikä tiedoston rivejä säilytetä.',
    en: 'The answers are kept apart from who gave them, and no line of the file is kept.',
  },
  anAnswer: { fi: 'Palautevastaus', en: 'Feedback' },
  kindAny: { fi: 'Tunnista itse', en: 'Recognise' },
  safe: { fi: 'Suostumus ratkaisee', en: 'Consent decides' },
  safeText: {
    fi: 'Rivi ilman suostumusta hylätään. Tuonti ei koskaan kumoa peruutusta tai estoa eikä palauta poistettua henkilöä.',
    en: 'A row without consent is refused. An import never lifts a withdrawal or a block, and never brings back an erased person.',
  },
  undoable: { fi: 'Voit kumota', en: 'You can undo' },
  undoableText: {
    fi: 'Koko tuonnin voi kumota jälkikäteen. Myöhemmät muokkaukset säilyvät.',
    en: 'The whole import can be undone afterwards. Later edits are kept.',
  },
  mapTitle: { fi: 'Mitä sarakkeet ovat?', en: 'What are the columns?' },
  mapText: {
    fi: 'Lomaketta ei tunnistettu varmasti. Tarkista ehdotukset; valinnat muistetaan tälle lomakkeelle.',
    en: 'The form was not recognised for certain. Check the suggestions; your choices are remembered for this form.',
  },
  column: { fi: 'Sarake tiedostossa', en: 'Column in the file' },
  samples: { fi: 'Esimerkkejä', en: 'Samples' },
  field: { fi: 'Kenttä', en: 'Field' },
  fieldFor: {
    fi: (column: string) => `Kenttä sarakkeelle ${column}`,
    en: (column: string) => `Field for column ${column}`,
  },
  skipColumn: { fi: 'Ei tuoda', en: 'Not imported' },
  sure: { fi: 'varma', en: 'certain' },
  guess: { fi: 'ehdotus', en: 'suggestion' },
  remembered: { fi: 'muistettu', en: 'remembered' },
  noHeading: { fi: (n: number) => `Sarake ${n} ilman otsikkoa`, en: (n: number) => `Column ${n} without a heading` },
  mapped: {
    fi: (n: number, all: number) => `${n} / ${all} saraketta tuodaan`,
    en: (n: number, all: number) => `${n} of ${all} columns are imported`,
  },
  toPreview: { fi: 'Näytä esikatselu', en: 'Show preview' },
  changeColumns: { fi: 'Muuta sarakkeita', en: 'Change columns' },
  backToPreview: { fi: 'Takaisin esikatseluun', en: 'Back to preview' },
  previewText: { fi: 'Mitään ei ole vielä kirjoitettu.', en: 'Nothing has been written yet.' },
  outcomes: { fi: 'Rivit tuloksen mukaan', en: 'Rows by outcome' },
  all: { fi: 'Kaikki', en: 'All' },
  row: { fi: 'Rivi', en: 'Row' },
  person: { fi: 'Henkilö', en: 'Person' },
  organisation: { fi: 'Organisaatio', en: 'Organisation' },
  outcome: { fi: 'Tulos', en: 'Outcome' },
  reasons: { fi: 'Miksi', en: 'Why' },
  noRows: { fi: 'Tässä joukossa ei ole rivejä', en: 'No rows here' },
  nameMissing: { fi: 'Nimi puuttuu', en: 'No name' },
  errorsFile: { fi: 'Virheet Excelinä', en: 'Errors as Excel' },
  commit: {
    fi: (n: number, shown: string) => `Tuo ${rows(n, shown)}`,
    en: (n: number, shown: string) => `Import ${rowsEn(n, shown)}`,
  },
  willWrite: {
    fi: (n: number, shown: string) => `${rows(n, shown)} tuodaan.`,
    en: (n: number, shown: string) => `${rowsEn(n, shown)} will be imported.`,
  },
  undecided: {
    fi: (n: number, shown: string) =>
      `${n === 1 ? '1 epäselvä rivi' : `${shown} epäselvää riviä`} odottaa päätöstäsi; ilman päätöstä ne jäävät pois.`,
    en: (n: number, shown: string) =>
      `${n === 1 ? '1 suspicious row waits' : `${shown} suspicious rows wait`} for your decision; without one they are left out.`,
  },
  nothing: {
    fi: 'Tuotavaa ei ole: jokainen rivi on jo rekisterissä tai virheellinen.',
    en: 'Nothing to import: every row is already in the register or invalid.',
  },
  mend: {
    fi: (name: string, value: string) => `Korjaa ${name}: ${value || 'tyhjä'}`,
    en: (name: string, value: string) => `Correct ${name}: ${value || 'empty'}`,
  },
  mended: {
    fi: (row: number, outcome: string) => `Rivi ${row} korjattu: ${outcome}`,
    en: (row: number, outcome: string) => `Row ${row} corrected: ${outcome}`,
  },
  wasInFile: { fi: (text: string) => `Tiedostossa: ${text}`, en: (text: string) => `In the file: ${text}` },
  emptyCell: { fi: 'Tyhjä', en: 'Empty' },
  decide: { fi: 'Päätös', en: 'Decision' },
  decideRow: { fi: (row: number) => `Päätös riville ${row}`, en: (row: number) => `Decision for row ${row}` },
  accept: { fi: 'Tuo uutena', en: 'Import as new' },
  acceptPlain: { fi: 'Tuo', en: 'Import' },
  skip: { fi: 'Jätä pois', en: 'Leave out' },
  merge: { fi: (name: string) => `Yhdistä: ${name}`, en: (name: string) => `Merge: ${name}` },
  showValues: { fi: 'Näytä rivin tiedot', en: 'Show the row' },
  hideValues: { fi: 'Piilota rivin tiedot', en: 'Hide the row' },
  committing: { fi: 'Tuodaan…', en: 'Importing…' },
  undoing: { fi: 'Kumotaan…', en: 'Undoing…' },
  progress: {
    fi: (done: string, total: string) => `${done} / ${total} riviä`,
    en: (done: string, total: string) => `${done} of ${total} rows`,
  },
  leave: {
    fi: 'Voit jättää sivun; työ jatkuu palvelimella.',
    en: 'You may leave this page; the work goes on at the server.',
  },
  committedTitle: { fi: 'Tuonti on valmis', en: 'The import is done' },
  suppressed: {
    fi: (written: string, known: string) => `Kirjattuja rivejä ${written}, jo ennestään tiedossa ${known}.`,
    en: (written: string, known: string) => `Lines recorded: ${written}; known before: ${known}.`,
  },
  leftOut: { fi: (n: string) => `${n} riviä jäi pois.`, en: (n: string) => `${n} rows were left out.` },
  accountedFor: {
    fi: 'Jokainen tiedoston rivi on tuotu tai hylätty perustellusti.',
    en: 'Every row of the file has been imported, or refused for a reason.',
  },
  reconciliation: { fi: 'Täsmäytys', en: 'Reconciliation' },
  rowsIn: { fi: (n: string) => `Rivejä tiedostossa: ${n}`, en: (n: string) => `Rows in the file: ${n}` },
  people: { fi: 'Henkilöt', en: 'People' },
  organisations: { fi: 'Organisaatiot', en: 'Organisations' },
  created: { fi: 'Uusia', en: 'New' },
  changedOnes: { fi: 'Muuttuneita', en: 'Changed' },
  matchedOnes: { fi: 'Ennallaan', en: 'Unchanged' },
  refusedRows: { fi: (n: string) => `Hylättyjä rivejä: ${n}`, en: (n: string) => `Rows refused: ${n}` },
  reportFile: { fi: 'Täsmäytys Excelinä', en: 'Reconciliation as Excel' },
  toContacts: { fi: 'Näytä henkilöt', en: 'Show people' },
  toAccounts: { fi: 'Näytä organisaatiot', en: 'Show organisations' },
  keptAccount: { fi: 'organisaatio on käytössä', en: 'the organisation is in use' },
  toAlumni: { fi: 'Näytä alumnit', en: 'Show alumni' },
  undoHelp: {
    fi: 'Tuonnin lisäämät henkilöt poistetaan ja muutokset palautetaan. Se, mitä muut ovat sen jälkeen muuttaneet, jää.',
    en: 'The people that it added are removed and the changes taken back. What others changed since stays.',
  },
  undo: { fi: 'Kumoa tuonti', en: 'Undo the import' },
  undoneTitle: { fi: 'Tuonti on kumottu', en: 'The import has been undone' },
  undoneText: {
    fi: 'Tuonnin tekemät lisäykset ja muutokset on palautettu.',
    en: 'What the import added and changed has been taken back.',
  },
  kept: { fi: 'Nämä säilyivät', en: 'These were kept' },
  keptText: {
    fi: 'Henkilöä on käytetty tuonnin jälkeen, joten häntä ei poistettu.',
    en: 'The person has been used since the import, so they were not removed.',
  },
  keptFields: {
    fi: (n: string) => `${n} kenttää oli muokattu tuonnin jälkeen, ja ne jätettiin ennalleen.`,
    en: (n: string) => `${n} fields had been edited since the import and were left as they are.`,
  },
  notWritten: { fi: 'Näitä rivejä ei voitu kirjoittaa', en: 'These rows could not be written' },
  rowNumber: { fi: (row: number) => `Rivi ${row}`, en: (row: number) => `Row ${row}` },
  failedTitle: { fi: 'Tuonti keskeytyi', en: 'The import failed' },
  failedText: {
    fi: 'Mitään ei jäänyt puolitiehen. Voit yrittää uudelleen.',
    en: 'Nothing was left half done. You can try again.',
  },
  tryAgain: { fi: 'Yritä uudelleen', en: 'Try again' },
  open: { fi: 'Avaa', en: 'Open' },
});

export const kindNames = dictionary({
  alumni: { fi: 'Alumneja', en: 'Alumni' },
  experts: { fi: 'Osaajapoolin osaajia', en: 'Experts of the pool' },
  participants: { fi: 'Tilaisuuden osallistujia tai palautetta', en: 'Participants or feedback of an event' },
  contacts: { fi: 'Henkilöitä tai organisaatioita', en: 'People or organisations' },
  suppressions: { fi: 'Uutiskirjepalvelun palautteita', en: 'What the newsletter service gives back' },
});

/** Which forms of a kind are recognised. */
export const formTexts = dictionary({
  alumni: {
    fi: 'Alumnirekisteröityminen (suomeksi ja englanniksi) ja tutkintotodistushakemusten alumnit tunnistetaan itsestään. Muusta lomakkeesta kysytään kerran, mitä sarakkeet ovat, ja vastaus muistetaan.',
    en: 'Alumni registration (in Finnish and English) and the alumni of degree applications are recognised. For any other form you are asked once what the columns are, and the answer is remembered.',
  },
  experts: {
    fi: 'Osaajapooliin rekisteröityminen tunnistetaan: yhteistyömuodot, osaamisen kuvaus ja suostumus.',
    en: 'Registration to the expert pool is recognised: forms of cooperation, description of competence, and consent.',
  },
  participants: {
    fi: 'Ilmoittautumiset, osallistuminen ja palaute tunnistetaan, kun tilaisuus on valittu. Edustettu organisaatio etsitään rekisteristä; palaute tallentuu ilman vastaajaa.',
    en: 'Registrations, attendance and feedback are recognised once the event is chosen. The organisation represented is looked for in the register; feedback is kept without who gave it.',
  },
  contacts: {
    fi: 'Dynamics 365:n viennit (yhteyshenkilöt ja asiakkaat) sekä selvästi otsikoidut henkilö- ja organisaatioluettelot tunnistetaan itsestään. Muusta luettelosta kysytään kerran, mitä sarakkeet ovat, ja vastaus muistetaan.',
    en: 'Exports of Dynamics 365 (contacts and accounts) and clearly headed lists of people and organisations are recognised. For any other list you are asked once what the columns are, and the answer is remembered.',
  },
  suppressions: {
    fi: 'Liana Mailerin peruuttaneet, tavoittamattomat ja unohdetut: jos tiedosto ei kerro, mikä lista se on, kysytään joka kerta. Estoa ei pura tuonti eikä sen kumoaminen.',
    en: 'Liana Mailer’s unsubscribed, unreachable and forgotten: if a file does not say which list it is, you are asked each time. Neither an import nor its undo lifts a block.',
  },
});
