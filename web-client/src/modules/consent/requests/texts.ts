import { dictionary } from '@shared/texts';

export const requestTexts = dictionary({
  title: { fi: 'Rekisteröidyn pyynnöt', en: 'Data-subject requests' },
  tab: { fi: 'Oikeudet', en: 'Rights' },
  record: { fi: 'Kirjaa pyyntö', en: 'Record a request' },
  recorded: {
    fi: (due: string) => `Pyyntö kirjattu. Vastattava viimeistään ${due}.`,
    en: (due: string) => `Request recorded. To be answered by ${due}.`,
  },
  recordHelp: {
    fi: 'Tietosuojavastaava käsittelee pyynnön. Vastausaika on kuukausi siitä, kun pyyntö saapui.',
    en: 'The data protection officer handles it. It must be answered within a month of its receipt.',
  },
  kind: { fi: 'Oikeus', en: 'Right' },
  state: { fi: 'Vaihe', en: 'Stage' },
  requester: { fi: 'Pyytäjä', en: 'Requester' },
  email: { fi: 'Sähköposti', en: 'E-mail' },
  message: { fi: 'Viesti', en: 'Message' },
  language: { fi: 'Vastauksen kieli', en: 'Language of the answer' },
  receivedOn: { fi: 'Saapunut', en: 'Received' },
  due: { fi: 'Määräaika', en: 'Due' },
  assignee: { fi: 'Käsittelijä', en: 'Handled by' },
  channel: { fi: 'Tullut', en: 'Came by' },
  open: { fi: 'Avoimet', en: 'Open' },
  closed: { fi: 'Vastatut', en: 'Answered' },
  overdueOnly: { fi: 'Myöhässä', en: 'Overdue' },
  which: { fi: 'Näytä', en: 'Show' },
  emptyTitle: { fi: 'Ei pyyntöjä', en: 'No requests' },
  emptyText: {
    fi: 'Kun joku pyytää tietojaan tai niiden poistamista, pyyntö tulee tähän.',
    en: 'When somebody asks for their data or its erasure, the request comes here.',
  },
  noHits: { fi: 'Mikään pyyntö ei vastaa rajausta', en: 'No request matches the filter' },
  erased: { fi: 'poistettu henkilö', en: 'erased person' },
  overdueBy: {
    fi: (days: number) => `Myöhässä ${days} pv`,
    en: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  },
  daysLeft: {
    fi: (days: number) => (days === 0 ? 'Viimeinen päivä tänään' : `${days} pv jäljellä`),
    en: (days: number) => (days === 0 ? 'Last day today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
  },
  extendedNote: { fi: (months: number) => `jatkettu ${months} kk`, en: (months: number) => `extended by ${months} mo` },
  request: { fi: 'Pyyntö', en: 'Request' },
  clock: { fi: 'Kello', en: 'Clock' },
  person: { fi: 'Henkilö rekisterissä', en: 'Person in the register' },
  openPerson: { fi: 'Avaa henkilö', en: 'Open the person' },
  notMatched: { fi: 'Pyyntöä ei ole liitetty henkilöön.', en: 'The request is not linked to a person.' },
  candidates: { fi: 'Mahdolliset henkilöt', en: 'Possible people' },
  noCandidates: {
    fi: 'Osoitteella tai nimellä ei löydy ketään.',
    en: 'Nobody has this address or this name.',
  },
  chooseThis: { fi: (name: string) => `Liitä: ${name}`, en: (name: string) => `Link: ${name}` },
  unlink: { fi: 'Irrota henkilöstä', en: 'Unlink the person' },
  restricted: { fi: 'käsittely rajoitettu', en: 'processing restricted' },
  identity: { fi: '1. Henkilöllisyys', en: '1. Identity' },
  identityHow: { fi: 'Miten henkilöllisyys varmistettiin', en: 'How the identity was checked' },
  identityHelp: {
    fi: 'Esimerkiksi vahvistettu sähköpostilinkki, takaisinsoitto tai henkilöllisyystodistus. Älä kirjaa asiakirjan numeroa.',
    en: 'For example a confirmed link, a call back or an identity card. Do not write down the number of a document.',
  },
  identified: { fi: 'Merkitse varmistetuksi', en: 'Mark as checked' },
  decision: { fi: '2. Päätös', en: '2. Decision' },
  ground: { fi: 'Perustelu (kerrotaan pyytäjälle)', en: 'Ground (told to the requester)' },
  decide: { fi: 'Tee päätös', en: 'Decide' },
  rightGiven: { fi: 'Käsittelyn perusteet antavat tämän oikeuden.', en: 'The legal bases give this right.' },
  rightSome: {
    fi: 'Osa käsittelyn perusteista antaa tämän oikeuden.',
    en: 'Some of the legal bases give this right.',
  },
  rightAlways: { fi: 'Tämä oikeus on jokaisella.', en: 'Everybody has this right.' },
  rightMarketing: {
    fi: 'Perusteet eivät anna vastustamisoikeutta, mutta suoramarkkinointia saa aina vastustaa.',
    en: 'The bases give no right to object, but direct marketing may always be objected to.',
  },
  rightUnneeded: {
    fi: 'Mikään käyttötarkoitus ei enää tarvitse henkilön tietoja.',
    en: 'No purpose needs the person’s data any more.',
  },
  rightNone: {
    fi: 'Mikään käsittelyn peruste ei anna tätä oikeutta. Päätös on sinun: hylkää tai perustele, miksi pyyntö silti toteutetaan.',
    en: 'No legal basis gives this right. The decision is yours: refuse, or say why it is granted nevertheless.',
  },
  afterObjection: {
    fi: 'vastustuksen jälkeen tai kun tietoja ei enää tarvita',
    en: 'after an objection or when unneeded',
  },
  yes: { fi: 'kyllä', en: 'yes' },
  no: { fi: 'ei', en: 'no' },
  carryOut: { fi: '3. Toteutus', en: '3. Carrying out' },
  doneNote: { fi: 'Mitä tehtiin', en: 'What was done' },
  erasing: {
    fi: (name: string) => `${name}: tiedot poistetaan joka moduulista, ja vastaus lähtee. Poistoa ei voi perua.`,
    en: (name: string) => `${name}: the data is erased in every module, and the answer leaves. This cannot be undone.`,
  },
  eraseNow: { fi: 'Poista lopullisesti', en: 'Erase for good' },
  answer: { fi: '4. Vastaus', en: '4. Answer' },
  letterTo: { fi: 'Vastaanottaja', en: 'To' },
  noAddress: {
    fi: 'Sähköpostiosoitetta ei ole: tulosta kirje ja toimita se muuten.',
    en: 'There is no e-mail address: print the letter and deliver it otherwise.',
  },
  letterBody: { fi: 'Vastauksen sisältö', en: 'What the answer says' },
  letterBodyHelp: {
    fi: 'Otsikko, tietosuojavastaavan yhteystiedot ja valitusosoitus tulevat kirjeeseen aina.',
    en: 'The heading, the officer’s contact and where to complain are always in the letter.',
  },
  letter: { fi: 'Kirje kokonaan', en: 'The whole letter' },
  send: { fi: 'Lähetä vastaus', en: 'Send the answer' },
  sent: { fi: 'Vastaus lähetetty', en: 'Answer sent' },
  byHand: { fi: 'Merkitse toimitetuksi muuten', en: 'Mark as delivered otherwise' },
  answered: { fi: 'Vastattu', en: 'Answered' },
  certificate: { fi: 'Poistotodistus', en: 'Certificate of erasure' },
  proposedNote: {
    fi: 'Poisto odottaa toisen tietosuojavastaavan hyväksyntää.',
    en: 'The erasure waits for another officer’s approval.',
  },
  extend: { fi: 'Jatka määräaikaa', en: 'Extend the time' },
  extendHelp: {
    fi: 'Kerran, enintään kahdella kuukaudella ja ensimmäisen kuukauden aikana. Pyytäjälle lähtee ilmoitus.',
    en: 'Once, by two months at most, within the first month. The requester is told.',
  },
  months: { fi: 'Kuukautta', en: 'Months' },
  extensionReason: { fi: 'Syy (kerrotaan pyytäjälle)', en: 'Reason (told to the requester)' },
  extended: { fi: 'Määräaikaa jatkettu', en: 'Time extended' },
  notes: { fi: 'Muistiinpanot', en: 'Notes' },
  saved: { fi: 'Tallennettu', en: 'Saved' },
  take: { fi: 'Ota käsittelyyn', en: 'Take it' },
  log: { fi: 'Vaiheet', en: 'Log' },
  mine: { fi: 'Henkilön pyynnöt', en: 'The person’s requests' },
  none: { fi: 'Pyyntöjä ei ole.', en: 'There are no requests.' },
  package: { fi: 'Kaikki tiedot henkilöstä', en: 'Everything held of the person' },
  packageHelp: {
    fi: 'Lataus kirjataan lokiin vientinä. Henkilö itse saa tietonsa linkillä, jonka vastaus antaa.',
    en: 'A download is logged as an export. The person gets the data by the link in the answer.',
  },
  portable: { fi: 'Siirrettävät tiedot (JSON)', en: 'Portable data (JSON)' },
  more: { fi: 'Näytä kaikki pyynnöt', en: 'All requests' },
});

export const kindNames = dictionary({
  access: { fi: 'Pääsy tietoihin', en: 'Access' },
  rectification: { fi: 'Oikaisu', en: 'Rectification' },
  erasure: { fi: 'Poisto', en: 'Erasure' },
  restriction: { fi: 'Käsittelyn rajoitus', en: 'Restriction' },
  portability: { fi: 'Tietojen siirto', en: 'Portability' },
  objection: { fi: 'Vastustaminen', en: 'Objection' },
  withdrawal: { fi: 'Suostumuksen peruutus', en: 'Withdrawal of consent' },
});

export const stateNames = dictionary({
  received: { fi: 'Saapunut', en: 'Received' },
  identified: { fi: 'Henkilöllisyys varmistettu', en: 'Identity checked' },
  decided: { fi: 'Päätetty', en: 'Decided' },
  'carried-out': { fi: 'Toteutettu', en: 'Carried out' },
  answered: { fi: 'Vastattu', en: 'Answered' },
});

export const stepNames = dictionary({
  received: { fi: 'Pyyntö saapui', en: 'Request received' },
  matched: { fi: 'Liitetty henkilöön', en: 'Linked to a person' },
  unmatched: { fi: 'Irrotettu henkilöstä', en: 'Unlinked' },
  assigned: { fi: 'Otettu käsittelyyn', en: 'Taken' },
  released: { fi: 'Palautettu jonoon', en: 'Put back in the queue' },
  identified: { fi: 'Henkilöllisyys varmistettu', en: 'Identity checked' },
  extended: { fi: 'Määräaikaa jatkettu', en: 'Time extended' },
  decided: { fi: 'Päätetty', en: 'Decided' },
  proposed: { fi: 'Poistoa ehdotettu', en: 'Erasure proposed' },
  'carried-out': { fi: 'Toteutettu', en: 'Carried out' },
  answered: { fi: 'Vastattu', en: 'Answered' },
});

export const decisionNames = dictionary({
  granted: { fi: 'Toteutetaan', en: 'Granted' },
  partly: { fi: 'Toteutetaan osittain', en: 'Granted in part' },
  refused: { fi: 'Hylätään', en: 'Refused' },
});

export const channelOfRequest = dictionary({
  public: { fi: 'julkinen lomake', en: 'public form' },
  staff: { fi: 'henkilökunta kirjasi', en: 'recorded by staff' },
  link: { fi: 'henkilön oma sivu', en: 'the person’s own page' },
});

/** What the button of the third step does. */
export const carryOutNames = dictionary({
  access: { fi: 'Tiedot ovat valmiina: siirry vastaukseen', en: 'The data are ready: go on to the answer' },
  rectification: { fi: 'Merkitse oikaistuksi', en: 'Mark as corrected' },
  erasure: { fi: 'Poista henkilö ja vastaa', en: 'Erase the person and answer' },
  restriction: { fi: 'Rajoita käsittely', en: 'Restrict the processing' },
  portability: { fi: 'Tiedot ovat valmiina: siirry vastaukseen', en: 'The data are ready: go on to the answer' },
  objection: { fi: 'Lopeta suoramarkkinointi', en: 'Stop direct marketing' },
  withdrawal: { fi: 'Peruuta suostumukset', en: 'Withdraw the consents' },
});

export const carryOutHelp = dictionary({
  access: {
    fi: 'Vastaus lähettää linkin, josta henkilö saa tietonsa koodilla.',
    en: 'The answer sends the link by which the person gets the data with a code.',
  },
  rectification: {
    fi: 'Korjaa tiedot henkilön kortilla ja kerro tässä, mitä korjattiin.',
    en: 'Correct the data on the person’s card, and say here what was corrected.',
  },
  erasure: {
    fi: 'Henkilön tiedot poistetaan kaikkialta heti, eikä poistoa voi perua. Vastaus lähtee samalla: sen jälkeen osoitetta ei ole.',
    en: 'The person’s data are erased everywhere at once, and that cannot be undone. The answer leaves at the same time: afterwards nobody knows the address.',
  },
  restriction: {
    fi: 'Sen jälkeen tiedot näkee vain tietosuojavastaava.',
    en: 'From then on only the data protection officer sees the data.',
  },
  portability: {
    fi: 'Vastaus lähettää linkin, josta henkilö saa tietonsa koneluettavina.',
    en: 'The answer sends the link to the data in machine-readable form.',
  },
  objection: {
    fi: 'Suoramarkkinointi loppuu heti. Muu vastustettava käsittely päättyy, jos valitset sen.',
    en: 'Direct marketing ends at once. Other processing ends if you choose it.',
  },
  withdrawal: { fi: 'Kaikki voimassa olevat suostumukset peruutetaan.', en: 'All consents that stand are withdrawn.' },
});
