import { basisNames, channelNames, common, roleNames, topicNames } from '@shared/common';
import { consentStates, purposeName } from '@shared/purposes';
import { dictionary, type Language, named } from '@shared/texts';
import { educationFields, urgencies } from './activityTexts';
import { statusNames } from './codes';

type Details = Record<string, unknown>;

const words = dictionary({
  created: { fi: 'Henkilö lisättiin rekisteriin', en: 'Added to the register' },
  createdAccount: { fi: 'Organisaatio lisättiin rekisteriin', en: 'Added to the register' },
  status: { fi: (status: string) => `Yhteistyön tila: ${status}`, en: (status: string) => `Cooperation: ${status}` },
  noStatus: { fi: 'ei tilaa', en: 'no status' },
  joined: {
    fi: (whom: string, title: string) => `Alkoi: ${whom}${title ? `, ${title}` : ''}`,
    en: (whom: string, title: string) => `Began: ${whom}${title ? `, ${title}` : ''}`,
  },
  left: {
    fi: (whom: string, title: string) => `Päättyi: ${whom}${title ? `, ${title}` : ''}`,
    en: (whom: string, title: string) => `Ended: ${whom}${title ? `, ${title}` : ''}`,
  },
  changed: {
    fi: (what: string) => (what ? `Muutettu: ${what}` : 'Tietoja muutettu'),
    en: (what: string) => (what ? `Changed: ${what}` : 'Details changed'),
  },
  passivated: { fi: 'Passivoitu', en: 'Deactivated' },
  activated: { fi: 'Aktivoitu', en: 'Reactivated' },
  roleStarted: { fi: (role: string) => `Rooli ${role} alkoi`, en: (role: string) => `Role ${role} began` },
  roleEnded: { fi: (role: string) => `Rooli ${role} päättyi`, en: (role: string) => `Role ${role} ended` },
  block: { fi: (what: string) => `Viestintäesto: ${what}`, en: (what: string) => `Messaging block: ${what}` },
  blockEnded: {
    fi: (what: string) => `Viestintäesto poistettu: ${what}`,
    en: (what: string) => `Messaging block ended: ${what}`,
  },
  everything: { fi: 'kaikki viestintä', en: 'all messaging' },
  preference: {
    fi: (what: string, choice: string) => `${what}: ${choice}`,
    en: (what: string, choice: string) => `${what}: ${choice}`,
  },
  disclosure: {
    fi: (list: string, to: string) => `Luovutettu postituslistalla ${list}${to ? ` (${to})` : ''}`,
    en: (list: string, to: string) => `Disclosed on mailing list ${list}${to ? ` (${to})` : ''}`,
  },
  import: {
    fi: (file: string, row: string) => `Tuotu tiedostosta ${file}${row ? `, rivi ${row}` : ''}`,
    en: (file: string, row: string) => `Imported from ${file}${row ? `, row ${row}` : ''}`,
  },
  undone: { fi: (file: string) => `Tuonti kumottu: ${file}`, en: (file: string) => `Import undone: ${file}` },
  in: { fi: 'haluaa', en: 'opted in' },
  out: { fi: 'ei halua', en: 'opted out' },
  none: { fi: 'ei valintaa', en: 'no choice' },
  event: {
    fi: (act: string, event: string, whom: string) => `${act}: ${event}${whom ? ` (${whom})` : ''}`,
    en: (act: string, event: string, whom: string) => `${act}: ${event}${whom ? ` (${whom})` : ''}`,
  },
  eventPeople: {
    fi: (event: string, n: string, came: string) =>
      `Edustettuna tilaisuudessa ${event}: ${n} ilmoittautunutta, ${came} osallistunutta`,
    en: (event: string, n: string, came: string) => `Represented at ${event}: ${n} registered, ${came} attended`,
  },
});

const eventActs = dictionary({
  registered: { fi: 'Ilmoittautui', en: 'Registered' },
  attended: { fi: 'Osallistui', en: 'Attended' },
  cancelled: { fi: 'Perui osallistumisen', en: 'Cancelled' },
  'no-show': { fi: 'Ei saapunut', en: 'Did not come' },
  arranged: { fi: 'Järjestäjänä', en: 'Arranges' },
});

/** What changed a person, by the use case that did it. */
const changes = dictionary({
  EditContact: { fi: 'Yhteystietoja muutettu', en: 'Contact details changed' },
  EditAlumnus: { fi: 'Alumnitietoja muutettu', en: 'Alumni data changed' },
  EditExpert: { fi: 'Osaajatietoja muutettu', en: 'Expert data changed' },
  AskToRenew: { fi: 'Suostumuksen uusimista pyydettiin sähköpostilla', en: 'Asked by email to renew the consent' },
  AddAssignment: { fi: 'Toimeksianto lisättiin', en: 'Assignment added' },
  EditAssignment: { fi: 'Toimeksiantoa muutettu', en: 'Assignment changed' },
  AddExpertFile: { fi: 'Osaajan tiedosto lisättiin', en: 'Expert’s file added' },
  RemoveExpertFile: { fi: 'Osaajan tiedosto poistettiin', en: 'Expert’s file removed' },
  AddAccount: { fi: 'Organisaatio lisättiin', en: 'Organisation added' },
  EditAccount: { fi: 'Organisaation tietoja muutettu', en: 'Details of the organisation changed' },
  EditAffiliation: { fi: 'Tehtävää organisaatiossa muutettu', en: 'Place in an organisation changed' },
  GiveRole: { fi: 'Rooli annettu', en: 'Role given' },
  EndRole: { fi: 'Rooli päätetty', en: 'Role ended' },
  WriteImport: { fi: 'Tiedot täydentyivät tuonnissa', en: 'Details came with an import' },
  TakeImportBack: { fi: 'Tuonnin muutokset kumottiin', en: 'Changes of an import were undone' },
});

/** The sentence of an event on the timeline: the API tells what happened, the words are ours. */
export function timelineText(language: Language, kind: string, details: Details): string {
  const w = words[language];
  const d = (key: string) => (details[key] == null ? '' : String(details[key]));
  const what = [
    d('channel') && named(channelNames[language], d('channel')),
    d('topic') && named(topicNames[language], d('topic')),
  ].filter(Boolean);
  switch (kind) {
    case 'created':
      return d('useCase') === 'AddAccount' ? w.createdAccount : w.created;
    case 'changed':
      return d('useCase') ? named(changes[language], d('useCase')) : w.changed(d('fields'));
    case 'passivated':
      return d('reason') ? `${w.passivated}: ${d('reason')}` : w.passivated;
    case 'activated':
      return d('reason') ? `${w.activated}: ${d('reason')}` : w.activated;
    case 'role': {
      if (!d('role')) return named(changes[language], d('useCase'));
      const role = named(roleNames[language], d('role'));
      const line = d('endedOn') || d('act') === 'ended' ? w.roleEnded(role) : w.roleStarted(role);
      return d('basis') ? `${line} (${named(basisNames[language], d('basis'))})` : line;
    }
    case 'status':
      return w.status(d('status') ? named(statusNames[language], d('status')).toLocaleLowerCase('fi') : w.noStatus);
    case 'affiliation': {
      const whom = d('account') || (details.people as { name: string }[] | undefined)?.[0]?.name || '';
      return (d('act') === 'left' ? w.left : w.joined)(whom, d('title'));
    }
    case 'need':
      return [
        d('text'),
        [
          d('account'),
          d('field') && named(educationFields[language], d('field')),
          d('urgency') === 'high' && urgencies[language].high,
          ...((details.tags as string[] | undefined) ?? []),
        ]
          .filter(Boolean)
          .join(' · '),
      ]
        .filter(Boolean)
        .join('\n');
    case 'consent':
      return `${purposeName(language, d('purpose'))}: ${named(consentStates[language], d('kind') || d('state'))}`;
    case 'preference':
      return d('purpose')
        ? `${purposeName(language, d('purpose'))}: ${named(consentStates[language], d('kind'))}`
        : w.preference(what.join(', '), named(w, d('choice')));
    case 'block': {
      const of = what.length > 0 ? what.join(', ') : w.everything;
      const line = d('act') === 'lifted' ? w.blockEnded(of) : w.block(of);
      return d('reason') ? `${line} (${d('reason')})` : line;
    }
    case 'disclosure':
      return w.disclosure(d('name') || d('purpose'), d('recipient') === 'liana' ? 'Liana Mailer' : d('recipient'));
    case 'alumni-request':
      return [language === 'fi' ? d('form') : d('formEn') || d('form'), d('topic'), d('course')]
        .filter(Boolean)
        .join(' · ');
    case 'mentoring':
      return d('topic');
    case 'event':
      return d('act') === 'represented'
        ? w.eventPeople(d('event'), d('participants'), d('attended'))
        : w.event(named(eventActs[language], d('act')), d('event'), d('account'));
    case 'import':
      return d('act') === 'undone' ? w.undone(d('fileName')) : w.import(d('fileName'), d('row'));
    default:
      return Object.values(details).filter(Boolean).map(String).join(', ') || common[language].edit;
  }
}
