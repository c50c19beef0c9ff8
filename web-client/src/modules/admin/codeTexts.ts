import { dictionary } from '@shared/texts';

export const codeTexts = dictionary({
  title: { fi: 'Koodistot', en: 'Code lists' },
  list: { fi: 'Koodisto', en: 'List' },
  fi: { fi: 'Suomeksi', en: 'In Finnish' },
  en: { fi: 'Englanniksi', en: 'In English' },
  aliases: { fi: 'Muut nimet', en: 'Other names' },
  aliasesHelp: {
    fi: 'Entiset nimet, synonyymit ja lyhenteet, joilla sama asia tunnistetaan.',
    en: 'Former names, synonyms and abbreviations by which it is recognised.',
  },
  code: { fi: 'Koodi', en: 'Code' },
  position: { fi: 'Järjestys', en: 'Place in the order' },
  positionHelp: { fi: 'Pienin ensin.', en: 'The smallest first.' },
  state: { fi: 'Tila', en: 'State' },
  inUse: { fi: 'Käytössä', en: 'In use' },
  retired: { fi: 'Poistunut käytöstä', en: 'Retired' },
  retire: { fi: 'Ei enää valittavissa', en: 'No longer offered' },
  retireHelp: { fi: 'Aiemmat valinnat säilyvät.', en: 'What was chosen before stays.' },
  edit: { fi: 'Muokkaa', en: 'Edit' },
  editOf: { fi: (name: string) => `Muokkaa: ${name}`, en: (name: string) => `Edit: ${name}` },
  add: { fi: 'Lisää koodi', en: 'Add a code' },
  saved: { fi: 'Koodisto tallennettu', en: 'Code list saved' },
  empty: { fi: 'Koodistossa ei ole vielä koodeja', en: 'The list has no codes yet' },
});
