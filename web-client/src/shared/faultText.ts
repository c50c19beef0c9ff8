import type { Language } from './texts';

/** What the server finds wrong in a field, in Finnish; the contract speaks English. */
const finnish: [RegExp, string][] = [
  [/not a Finnish business id/, 'Y-tunnus on virheellinen: seitsemän numeroa, väliviiva ja oikea tarkistusnumero.'],
  [/not an e-mail address/, 'Tämä ei ole sähköpostiosoite.'],
  [/not a phone number/, 'Tämä ei ole puhelinnumero.'],
  [/web address begins with/, 'Verkko-osoite alkaa https://.'],
  [/TOL 2008 code/, 'Toimiala on TOL 2008 -koodi, kahdesta viiteen numeroa.'],
  [/OVT code or an IBAN/, 'Verkkolaskuosoite on OVT-tunnus tai IBAN.'],
  [/operator's code has/, 'Välittäjän tunnuksessa on vain kirjaimia ja numeroita.'],
  [/ISO 3166-1/, 'Maa on kahden kirjaimen koodi, esimerkiksi FI.'],
  [/last day is not before the first/, 'Viimeinen päivä ei voi olla ennen ensimmäistä.'],
  [/cannot end before it started/, 'Rooli ei voi päättyä ennen alkuaan.'],
  [/no such organisation/, 'Organisaatiota ei ole.'],
  [/cannot be a part of itself/, 'Organisaatio ei voi olla oma osansa.'],
  [/no such member of staff/, 'Työntekijää ei ole, tai hänen tunnuksensa ei ole käytössä.'],
  [/must not be empty|must not be null|is required/, 'Tämä on pakollinen.'],
  [/must be \d+ characters or fewer|length of/, 'Teksti on liian pitkä.'],
  [/could not be (read|converted)|not a valid/, 'Arvo ei ole oikeaa muotoa.'],
];

export const faultText = (language: Language, said: string) =>
  (language === 'fi' && finnish.find(([known]) => known.test(said))?.[1]) || said;
