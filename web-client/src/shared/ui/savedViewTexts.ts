import { dictionary } from '@shared/texts';

export const texts = dictionary({
  views: { fi: 'Näkymät', en: 'Views' },
  save: { fi: 'Tallenna näkymä', en: 'Save view' },
  name: { fi: 'Näkymän nimi', en: 'Name of the view' },
  shared: { fi: 'Näytä kaikille', en: 'Show to everyone' },
  sharedView: { fi: 'jaettu', en: 'shared' },
  saved: { fi: (name: string) => `Näkymä ”${name}” tallennettu`, en: (name: string) => `View “${name}” saved` },
  removed: { fi: (name: string) => `Näkymä ”${name}” poistettu`, en: (name: string) => `View “${name}” removed` },
  remove: { fi: (name: string) => `Poista näkymä ${name}`, en: (name: string) => `Remove view ${name}` },
  makeDefault: {
    fi: (name: string) => `Avaa lista aina näkymässä ${name}`,
    en: (name: string) => `Always open the list in ${name}`,
  },
  madeDefault: {
    fi: (name: string) => `Lista avautuu nyt näkymässä ”${name}”`,
    en: (name: string) => `The list now opens in “${name}”`,
  },
  noDefault: {
    fi: (name: string) => `”${name}” ei ole enää oletusnäkymä`,
    en: (name: string) => `“${name}” is no longer the default view`,
  },
});
