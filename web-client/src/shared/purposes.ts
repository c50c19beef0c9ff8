import { dictionary } from './texts';

export const purposeNames = dictionary({
  alumni: { fi: 'Alumnirekisteri', en: 'Alumni register' },
  'email.newsletter': { fi: 'Uutiskirje sähköpostilla', en: 'Newsletter by email' },
  'email.events': { fi: 'Tapahtumakutsut sähköpostilla', en: 'Event invitations by email' },
  'email.training': { fi: 'Koulutustarjonta sähköpostilla', en: 'Training offers by email' },
  'email.alumni': { fi: 'Alumniviestit sähköpostilla', en: 'Alumni messages by email' },
  'email.partnership': { fi: 'Kumppanuusviestit sähköpostilla', en: 'Partnership messages by email' },
});

export const consentStates = dictionary({
  given: { fi: 'annettu', en: 'given' },
  refused: { fi: 'kieltäytynyt', en: 'refused' },
  confirmed: { fi: 'vahvistettu', en: 'confirmed' },
  withdrawn: { fi: 'peruttu', en: 'withdrawn' },
  expired: { fi: 'vanhentunut', en: 'expired' },
  annulled: { fi: 'mitätöity (tuonti kumottu)', en: 'annulled (import undone)' },
  'legacy-unproven': { fi: 'vanha, ilman näyttöä', en: 'old, unproven' },
});
