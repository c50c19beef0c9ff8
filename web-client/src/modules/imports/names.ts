import { dictionary } from '@shared/texts';

export const outcomeNames = dictionary({
  new: { fi: 'Uusi', en: 'New' },
  matched: { fi: 'Ennallaan', en: 'Unchanged' },
  changed: { fi: 'Muuttuu', en: 'Changed' },
  suspicious: { fi: 'Epäselvä', en: 'Suspicious' },
  invalid: { fi: 'Virheellinen', en: 'Invalid' },
});

export const stateNames = dictionary({
  needsMapping: { fi: 'Sarakkeet kysymättä', en: 'Columns to check' },
  ready: { fi: 'Odottaa hyväksyntää', en: 'Waiting for approval' },
  committing: { fi: 'Tuodaan', en: 'Importing' },
  committed: { fi: 'Tuotu', en: 'Imported' },
  undoing: { fi: 'Kumotaan', en: 'Undoing' },
  undone: { fi: 'Kumottu', en: 'Undone' },
  failed: { fi: 'Epäonnistui', en: 'Failed' },
});

export const reasonNames = dictionary({
  'consent-missing': { fi: 'Suostumus puuttuu', en: 'Consent is missing' },
  'email-invalid': { fi: 'Sähköposti on virheellinen', en: 'The email is not valid' },
  'name-missing': { fi: 'Nimi puuttuu', en: 'The name is missing' },
  'personal-identity-code': { fi: 'Henkilötunnusta ei saa tuoda', en: 'Personal identity codes may not be imported' },
  'required-missing': { fi: 'Pakollinen tieto puuttuu', en: 'A required value is missing' },
  'year-invalid': { fi: 'Vuosi on virheellinen', en: 'The year is not valid' },
  'code-unknown': { fi: 'Vaihtoehto on tuntematon', en: 'The option is not known' },
  'response-time-invalid': { fi: 'Vastausaika on virheellinen', en: 'The response time is not valid' },
  'name-incomplete': { fi: 'Nimi on vajaa', en: 'The name is incomplete' },
  'possible-duplicate': { fi: 'Mahdollinen kaksoiskappale', en: 'Possible duplicate' },
  'not-in-register': {
    fi: 'Osoitetta ei ole rekisterissä',
    en: 'The address is not in the register',
  },
  'blocked-or-withdrawn': {
    fi: 'Suostumus on peruttu tai viestintä estetty',
    en: 'Consent withdrawn or messaging blocked',
  },
  'previously-erased': { fi: 'Henkilö on poistettu aiemmin', en: 'The person was erased earlier' },
  passive: { fi: 'Tietue on passiivinen', en: 'The record is passive' },
  skipped: { fi: 'Jätetty pois päätöksellä', en: 'Left out by decision' },
  'left-out': { fi: 'Tietuetta ei voinut enää muokata', en: 'The record could no longer be edited' },
  restricted: { fi: 'Käsittely on rajoitettu', en: 'Processing is restricted' },
  'held-for-officer': { fi: 'Odottaa tietosuojavastaavaa', en: 'Held for the data protection officer' },
  'duplicate-in-file': { fi: 'Sama rivi on tiedostossa jo', en: 'The same row is already in the file' },
});

/** What was repaired or settled without asking. */
export const noteNames = dictionary({
  spaces: { fi: 'Välilyöntejä poistettu', en: 'Spaces removed' },
  'invisible-characters': { fi: 'Näkymättömiä merkkejä poistettu', en: 'Invisible characters removed' },
  composed: { fi: 'Tarkkeet yhdistetty kirjaimiin', en: 'Accents joined to letters' },
  capitals: { fi: 'Isot kirjaimet korjattu', en: 'Capitals changed' },
  'leading-zeros': { fi: 'Alkunollat palautettu', en: 'Leading zeros put back' },
  'phone-country': { fi: 'Numeroon lisätty maatunnus', en: 'Country code added to the phone' },
  'phone-unreadable': { fi: 'Puhelinnumero jätetty ennalleen', en: 'Phone kept as typed' },
  'too-few-answers': {
    fi: 'Uusia vastauksia on liian vähän: ne tuodaan, kun niitä on viisi',
    en: 'Too few new answers: they come when there are five',
  },
  'date-unreadable': { fi: 'Päivämäärää ei voi lukea', en: 'The date cannot be read' },
  'formula-without-value': { fi: 'Kaavasta puuttuu arvo', en: 'A formula has no value' },
  'formula-error': { fi: 'Solussa on virhe', en: 'The cell holds an error' },
  'too-long': { fi: 'Teksti lyhennetty', en: 'The text was cut' },
  'name-split': { fi: 'Nimi jaettu osiin', en: 'The name was split' },
  'title-without-organisation': { fi: 'Tehtävältä puuttuu organisaatio', en: 'A title without an organisation' },
  'organisation-new': { fi: 'Organisaatio lisätään', en: 'The organisation is added' },
  'organisation-passive': { fi: 'Organisaatio on passiivinen', en: 'The organisation is passive' },
  'organisation-ambiguous': { fi: 'Samannimisiä organisaatioita on useita', en: 'Several organisations of this name' },
  'country-unreadable': { fi: 'Maata ei tunnistettu', en: 'The country is not known' },
  'industry-unreadable': { fi: 'Toimialaa ei tunnistettu', en: 'The industry is not known' },
  'business-id-unreadable': { fi: 'Y-tunnusta ei voi lukea', en: 'The business id cannot be read' },
  'website-unreadable': { fi: 'Verkko-osoitetta ei voi lukea', en: 'The web address cannot be read' },
});

/** What a coded cell can say, which the file says in Finnish. */
export const choiceNames = dictionary({
  Kyllä: { fi: 'Kyllä', en: 'Yes' },
  Ei: { fi: 'Ei', en: 'No' },
  suomi: { fi: 'suomi', en: 'Finnish' },
  englanti: { fi: 'englanti', en: 'English' },
  ruotsi: { fi: 'ruotsi', en: 'Swedish' },
  Asiakas: { fi: 'Asiakas', en: 'Customer' },
  Kumppani: { fi: 'Kumppani', en: 'Partner' },
  'TKI-yhteyshenkilö': { fi: 'TKI-yhteyshenkilö', en: 'RDI contact' },
  Harjoitteluyhteyshenkilö: { fi: 'Harjoitteluyhteyshenkilö', en: 'Internship contact' },
  Opinnäytetyöyhteyshenkilö: { fi: 'Opinnäytetyöyhteyshenkilö', en: 'Thesis contact' },
  Osallistuja: { fi: 'Osallistuja', en: 'Participant' },
  'Oikeutettu etu': { fi: 'Oikeutettu etu', en: 'Legitimate interest' },
  Sopimus: { fi: 'Sopimus', en: 'Contract' },
  'Lakisääteinen velvoite': { fi: 'Lakisääteinen velvoite', en: 'Legal obligation' },
  'Yleinen etu': { fi: 'Yleinen etu', en: 'Public task' },
  Aktiivinen: { fi: 'Aktiivinen', en: 'Active' },
  Passiivinen: { fi: 'Passiivinen', en: 'Inactive' },
  Yritys: { fi: 'Yritys', en: 'Company' },
  Julkisyhteisö: { fi: 'Julkisyhteisö', en: 'Public body' },
  Yhdistys: { fi: 'Yhdistys', en: 'Association' },
  Oppilaitos: { fi: 'Oppilaitos', en: 'Educational institution' },
  Muu: { fi: 'Muu', en: 'Other' },
  Verkosto: { fi: 'Verkosto', en: 'Network' },
  Sidosryhmä: { fi: 'Sidosryhmä', en: 'Stakeholder' },
  Tutkimus: { fi: 'Tutkimus', en: 'Research' },
  Palveluliiketoiminta: { fi: 'Palveluliiketoiminta', en: 'Service business' },
  TKI: { fi: 'TKI', en: 'RDI' },
  Mikro: { fi: 'Mikro', en: 'Micro' },
  Pieni: { fi: 'Pieni', en: 'Small' },
  Keskisuuri: { fi: 'Keskisuuri', en: 'Medium' },
  Suuri: { fi: 'Suuri', en: 'Large' },
});

/** Why an undo kept somebody whom the import had added. */
export const keptNames = dictionary({
  edited: { fi: 'tietoja on muokattu tuonnin jälkeen', en: 'edited since the import' },
  'consent-or-block': {
    fi: 'suostumus tai esto on kirjattu tuonnin jälkeen',
    en: 'a consent or block was recorded since',
  },
  'other-import': { fi: 'on myös toisessa tuonnissa', en: 'is in another import too' },
  'disclosed-contacts': { fi: 'on ollut postituslistalla', en: 'has been on a mailing list' },
});
