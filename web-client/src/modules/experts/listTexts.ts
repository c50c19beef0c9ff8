import { dictionary } from '@shared/texts';

export const listTexts = dictionary({
  assignments: { fi: 'Toimeksiannot', en: 'Assignments' },
  noAssignments: { fi: 'Ei toimeksiantoja.', en: 'No assignments.' },
  addAssignment: { fi: 'Lisää toimeksianto', en: 'Add an assignment' },
  editAssignment: {
    fi: (title: string) => `Muokkaa: ${title}`,
    en: (title: string) => `Edit: ${title}`,
  },
  what: { fi: 'Mitä', en: 'What' },
  startsOn: { fi: 'Alkaa', en: 'Begins' },
  endsOn: { fi: 'Päättyy', en: 'Ends' },
  forWhom: { fi: 'Kenelle (organisaatio)', en: 'For whom (organisation)' },
  findAccount: { fi: 'Hae organisaatio; tyhjä on oma talo', en: 'Find an organisation; empty is the house itself' },
  state: { fi: 'Tila', en: 'State' },
  feedback: { fi: 'Palaute', en: 'Feedback' },
  assignmentSaved: { fi: 'Toimeksianto tallennettu', en: 'Assignment saved' },
  title: { fi: 'Ehdokaslistat', en: 'Shortlists' },
  onLists: { fi: 'Ehdokaslistoilla', en: 'On shortlists' },
  onNone: { fi: 'Ei ehdokaslistoilla.', en: 'On no shortlist.' },
  shortlist: { fi: 'Ehdokkaaksi', en: 'Shortlist' },
  shortlistWho: { fi: (name: string) => `Ehdokkaaksi: ${name}`, en: (name: string) => `Shortlist ${name}` },
  newList: { fi: 'Uusi ehdokaslista', en: 'New shortlist' },
  list: { fi: 'Ehdokaslista', en: 'Shortlist' },
  listName: { fi: 'Koulutuksen tai hankkeen nimi', en: 'Name of the training or project' },
  purpose: { fi: 'Mihin osaajaa tarvitaan?', en: 'What is the expert needed for?' },
  note: { fi: 'Huomautus', en: 'Note' },
  noteOf: { fi: (name: string) => `Huomautus: ${name}`, en: (name: string) => `Note: ${name}` },
  stateOf: { fi: (name: string) => `Tila: ${name}`, en: (name: string) => `State: ${name}` },
  added: { fi: (list: string) => `Lisätty listalle ${list}`, en: (list: string) => `Added to ${list}` },
  removed: { fi: 'Poistettu listalta', en: 'Removed from the shortlist' },
  remove: { fi: (name: string) => `Poista listalta: ${name}`, en: (name: string) => `Remove from the list: ${name}` },
  saved: { fi: 'Ehdokaslista tallennettu', en: 'Shortlist saved' },
  close: { fi: 'Merkitse valmiiksi', en: 'Mark as done' },
  reopen: { fi: 'Avaa uudelleen', en: 'Open again' },
  closed: { fi: 'Valmis', en: 'Done' },
  experts: { fi: 'Osaajia', en: 'Experts' },
  yesCount: { fi: 'Suostunut', en: 'Said yes' },
  updated: { fi: 'Muutettu', en: 'Changed' },
  noListsTitle: { fi: 'Ei ehdokaslistoja', en: 'No shortlists' },
  noListsText: {
    fi: 'Ehdokaslistalle kootaan osaajat, joita kysytään koulutukseen tai hankkeeseen.',
    en: 'A shortlist gathers the experts to be asked for a training or a project.',
  },
  emptyList: { fi: 'Listalla ei ole vielä ketään', en: 'Nobody on the list yet' },
  emptyListText: {
    fi: 'Hae osaajapoolista ja valitse ”Ehdokkaaksi”.',
    en: 'Search the expert pool and choose “Shortlist”.',
  },
  toSearch: { fi: 'Hae osaajia', en: 'Search experts' },
  edit: { fi: 'Muokkaa listaa', en: 'Edit the list' },
});

export const assignmentStates = dictionary({
  planned: { fi: 'Suunniteltu', en: 'Planned' },
  agreed: { fi: 'Sovittu', en: 'Agreed' },
  done: { fi: 'Tehty', en: 'Done' },
  cancelled: { fi: 'Peruttu', en: 'Cancelled' },
});

export const candidateStates = dictionary({
  proposed: { fi: 'Ehdolla', en: 'Proposed' },
  asked: { fi: 'Kysytty', en: 'Asked' },
  yes: { fi: 'Suostui', en: 'Yes' },
  no: { fi: 'Kieltäytyi', en: 'No' },
});
