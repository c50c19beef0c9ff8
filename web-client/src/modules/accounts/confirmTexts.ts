import { dictionary } from '@shared/texts';

export const confirmTexts = dictionary({
  title: { fi: 'Vahvistettavat yhteyshenkilöt', en: 'Contacts to confirm' },
  none: {
    fi: 'Kaikkien vastuullasi olevien yhteyshenkilöiden tiedot on tarkistettu vuoden sisällä.',
    en: 'All contacts in your care have been checked within a year.',
  },
  help: {
    fi: 'Näiden tietoja ei ole muokattu tai vahvistettu vuoteen.',
    en: 'Nobody has edited or confirmed these for a year.',
  },
  untouched: { fi: (day: string) => `Viimeksi ${day}`, en: (day: string) => `Last on ${day}` },
  more: { fi: (n: string) => `ja ${n} muuta`, en: (n: string) => `and ${n} more` },
  confirm: { fi: 'Vahvista', en: 'Confirm' },
  confirmOf: { fi: (name: string) => `Vahvista: ${name}`, en: (name: string) => `Confirm: ${name}` },
  confirmed: { fi: (name: string) => `${name}: tiedot vahvistettu`, en: (name: string) => `${name}: confirmed` },
  confirmedAt: { fi: 'Tiedot vahvistettu', en: 'Last confirmed' },
  never: { fi: 'Ei vielä', en: 'Not yet' },
});
