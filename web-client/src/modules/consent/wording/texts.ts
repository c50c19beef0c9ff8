import { dictionary } from '@shared/texts';

export const texts = dictionary({
  title: { fi: 'Suostumustekstit', en: 'Consent texts' },
  help: {
    fi: 'Sanat, joihin pyydetään suostumus. Julkaistu versio korvaa edellisen; vanhaan suostuneet näkyvät uusintalistalla.',
    en: 'The words that people are asked to agree to. A published version replaces the one before; those who agreed to the old are a renewal list.',
  },
  add: { fi: 'Uusi versio', en: 'New version' },
  purpose: { fi: 'Tarkoitus', en: 'Purpose' },
  language: { fi: 'Kieli', en: 'Language' },
  text: { fi: 'Teksti', en: 'Text' },
  saveDraft: { fi: 'Tallenna luonnos', en: 'Save as draft' },
  saved: { fi: 'Luonnos tallennettu', en: 'Draft saved' },
  publish: { fi: 'Julkaise', en: 'Publish' },
  publishOf: { fi: (what: string) => `Julkaise ${what}`, en: (what: string) => `Publish ${what}` },
  published: {
    fi: (n: string) => `Julkaistu. Uusittavia suostumuksia: ${n}`,
    en: (n: string) => `Published. Consents to renew: ${n}`,
  },
  version: { fi: (n: number) => `versio ${n}`, en: (n: number) => `version ${n}` },
  rests: {
    fi: (n: string) => `${n} suostumusta perustuu tähän`,
    en: (n: string) => `${n} consents rest on this`,
  },
  by: {
    fi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  emptyTitle: { fi: 'Tekstejä ei ole vielä', en: 'No texts yet' },
  emptyText: {
    fi: 'Tietosuojavastaava lisää tekstin jokaiselle tarkoitukselle.',
    en: 'The data protection officer adds a text for each purpose.',
  },
  renewals: { fi: 'Uusittavat suostumukset', en: 'Consents to renew' },
  noRenewals: { fi: 'Kaikki suostumukset ovat ajan tasalla.', en: 'All consents are up to date.' },
  'old-text': { fi: 'suostuttu vanhaan tekstiin', en: 'agreed to an old text' },
  unproven: { fi: 'ilman todistetta', en: 'without proof' },
  toGroup: { fi: 'Kohderyhmäksi', en: 'To a target group' },
  toGroupOf: {
    fi: (what: string) => `Tee kohderyhmä: ${what}`,
    en: (what: string) => `Make a target group: ${what}`,
  },
});

export const stateNames = dictionary({
  draft: { fi: 'luonnos', en: 'draft' },
  published: { fi: 'julkaistu', en: 'published' },
  replaced: { fi: 'korvattu', en: 'replaced' },
});
