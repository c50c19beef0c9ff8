import { dictionary } from '@shared/texts';

/** Words of lists made from groups, what comes back of them, and objections. */
export const moreTexts = dictionary({
  drift: { fi: 'Erot uutiskirjepalveluun', en: 'Differences from the newsletter service' },
  driftHelp: {
    fi: 'Palvelu on sulkenut nämä osoitteet, mutta rekisteri sallii viestit. Tarkista, kumpi on oikein.',
    en: 'The service has closed these addresses, but the register allows messages. Look which is right.',
  },
  noDrift: { fi: 'Eroja ei ole', en: 'No differences' },
  noDriftText: {
    fi: 'Palvelun sulkemat osoitteet ovat kiinni täälläkin.',
    en: 'What the service has closed is closed here too.',
  },
  allowedHere: { fi: 'Sallittu täällä', en: 'Allowed here' },
  more: { fi: 'Näytä lisää', en: 'Show more' },
  group: { fi: 'Kohderyhmä', en: 'Target group' },
  noGroup: { fi: 'Ei kohderyhmää: rajaa alla', en: 'No target group: narrow below' },
  groupHelp: {
    fi: 'Tallennettu ryhmä lasketaan uudelleen, kun lista muodostetaan.',
    en: 'A saved group is counted anew when the list is made.',
  },
  kind: { fi: 'Viestin laji', en: 'Kind of message' },
  marketing: { fi: 'Markkinointi ja uutiset', en: 'Marketing and news' },
  service: { fi: 'Palveluviesti', en: 'Service message' },
  serviceHelp: {
    fi: 'Palveluviesti kertoo asian, joka henkilön on tiedettävä roolinsa vuoksi. Suostumusta ei tarvita, mutta rooli tarvitaan; estot pätevät aina.',
    en: 'A service message says what people need to know because of their role. It needs no consent but a role; blocks always hold.',
  },
  monthly: { fi: 'Muodosta uudelleen joka kuukausi', en: 'Make it anew each month' },
  monthlyDay: { fi: 'Kuukauden päivä', en: 'Day of the month' },
  monthlyHelp: {
    fi: 'Lista odottaa hakijaa; henkilötietoja luovutetaan vasta, kun joku hakee sen.',
    en: 'The list waits for somebody; no data is disclosed before it is taken.',
  },
  monthlySaved: { fi: 'Kuukausilista ajastettu', en: 'Monthly list scheduled' },
  schedules: { fi: 'Kuukausilistat', en: 'Monthly lists' },
  waiting: {
    fi: (day: string) => `Odottaa hakijaa ${day} alkaen`,
    en: (day: string) => `Waits to be taken since ${day}`,
  },
  next: { fi: (day: string) => `Seuraava ${day}`, en: (day: string) => `Next ${day}` },
  take: { fi: 'Muodosta nyt', en: 'Make it now' },
  takeOf: { fi: (name: string) => `Muodosta nyt: ${name}`, en: (name: string) => `Make it now: ${name}` },
  end: { fi: 'Lopeta', en: 'End' },
  endOf: {
    fi: (name: string) => `Lopeta kuukausilista: ${name}`,
    en: (name: string) => `End the monthly list: ${name}`,
  },
  ended: { fi: 'Kuukausilista lopetettu', en: 'Monthly list ended' },
  showNames: { fi: (n: string) => `Näytä nimet (${n})`, en: (n: string) => `Show names (${n})` },
  namesOf: { fi: (why: string) => `Pois jäävät: ${why}`, en: (why: string) => `Left out: ${why}` },
  nobody: { fi: 'Ketään ei voi näyttää.', en: 'Nobody can be shown.' },
  expires: { fi: 'Tiedosto haettavissa', en: 'File can be fetched until' },
  expired: {
    fi: 'Tiedosto on vanhentunut. Muodosta lista uudelleen.',
    en: 'The file has expired. Make the list anew.',
  },
  definition: { fi: 'Rajaus', en: 'Definition' },
  link: { fi: 'Lähetä linkki', en: 'Send the link' },
  linkTitle: { fi: 'Lähetetäänkö linkki henkilölle?', en: 'Send the link to the person?' },
  linkHelp: {
    fi: 'Henkilö saa sähköpostiinsa linkin, josta hän itse näkee ja muuttaa viestiasetuksensa ja suostumuksensa. Linkki on voimassa 30 päivää, eikä kukaan talossa näe sitä.',
    en: 'The person gets an email with a link to see and change their own message settings and consents. It holds for 30 days, and nobody of the house sees it.',
  },
  linkSend: { fi: 'Lähetä sähköposti', en: 'Send the email' },
  linkSent: {
    fi: (day: string) => `Linkki on matkalla, ja se on voimassa ${day} asti`,
    en: (day: string) => `The link is on its way; it holds until ${day}`,
  },
  objection: { fi: 'Suoramarkkinoinnin vastustus', en: 'Objection to direct marketing' },
  objectionHelp: {
    fi: 'Vastustus (tietosuoja-asetus 21 art.) pysäyttää kaiken markkinoinnin heti. Vain henkilö itse voi perua sen.',
    en: 'An objection (GDPR art. 21) stops all marketing at once. Only the person takes it back.',
  },
  noObjection: { fi: 'Ei vastustusta.', en: 'No objection.' },
  object: { fi: 'Kirjaa vastustus', en: 'Record an objection' },
  takeBack: { fi: 'Kirjaa peruutus', en: 'Record that it was taken back' },
  objected: { fi: 'Vastustus kirjattu: markkinointi on pysäytetty', en: 'Objection recorded: marketing has stopped' },
  tookBack: { fi: 'Vastustuksen peruutus kirjattu', en: 'Taking back recorded' },
  source: { fi: 'Miten saatiin', en: 'How it came' },
  everyList: { fi: 'Kaikki listat', en: 'Every list' },
  list: { fi: 'Lista (kohderyhmä)', en: 'List (target group)' },
  proof: { fi: 'Todiste (PDF)', en: 'Proof (PDF)' },
  proofOf: { fi: (what: string) => `Todiste PDF:nä: ${what}`, en: (what: string) => `Proof as PDF: ${what}` },
  annul: { fi: 'Mitätöi', en: 'Annul' },
  annulOf: { fi: (what: string) => `Mitätöi merkintä: ${what}`, en: (what: string) => `Annul the entry: ${what}` },
  annulHelp: {
    fi: 'Vain virheellinen merkintä mitätöidään: sitä edeltävä tila palaa. Kieltoa tai peruutusta ei voi mitätöidä.',
    en: 'Only an entry by mistake is annulled: the state before returns. A refusal or withdrawal cannot be annulled.',
  },
  annulled: { fi: 'Merkintä mitätöity', en: 'Entry annulled' },
});

export const viewNames = dictionary({
  unsubscribed: { fi: 'Peruuttanut tilauksen', en: 'Unsubscribed' },
  unreachable: { fi: 'Tavoittamaton osoite', en: 'Unreachable address' },
  forgotten: { fi: 'Pyytänyt tulla unohdetuksi', en: 'Asked to be forgotten' },
});
