import { dictionary, named, useTexts } from './texts';

const sources = dictionary({
  registration: { fi: 'rekisteröityminen', en: 'registration' },
  webropol: { fi: 'Webropol-lomake', en: 'Webropol form' },
  import: { fi: 'tuonti', en: 'import' },
  phone: { fi: 'puhelin', en: 'phone' },
  email: { fi: 'sähköposti', en: 'email' },
  person: { fi: 'henkilö itse', en: 'the person' },
  staff: { fi: 'henkilökunta', en: 'staff' },
  'degree-application': { fi: 'tutkintotodistushakemus', en: 'degree application' },
});

/** Where a fact came from, in words; a source that has no name here speaks for itself. */
export function useSourceText() {
  const names = useTexts(sources);
  return (source: string | null | undefined) => (source ? named(names, source) : '–');
}
