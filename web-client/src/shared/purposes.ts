import { channelNames, topicNames } from './common';
import { dictionary, named, useLanguage } from './texts';

export const purposeNames = dictionary({
  'expert-pool': { fi: 'Osaajapooli', en: 'Expert pool' },
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

/** The name of a purpose; those without one of their own are a topic in a channel (`sms.events`). */
export function usePurposeName() {
  const { language } = useLanguage();
  return (code: string) => purposeName(language, code);
}

export function purposeName(language: 'fi' | 'en', code: string): string {
  const own = named(purposeNames[language], code);
  const [channel, topic] = code.split('.');
  if (own !== code || !channel || !topic) return own;
  return `${named(topicNames[language], topic)} (${named(channelNames[language], channel).toLowerCase()})`;
}
