import type { Answer, Item } from '@api/types';
import type { Me, Role } from '@shared/me';
import type { Language } from '@shared/texts';

/** Made-up people and things of the contract's shapes; a test says only what matters to it. */
export const meOf = (roles: Role[], language: Language = 'fi'): Me =>
  ({
    user: { id: 'user-1', name: 'Aino Esimerkki', preferredUsername: 'aino@karelia.example' },
    roles: roles.map((role) => `Crm.${role}`),
    language,
  }) as Me;

export const anAlumnus = (over: Partial<Item<'/api/v1/alumni'>> = {}) =>
  ({
    contactId: 'c1',
    lastName: 'Räsänen',
    firstNames: 'Onni',
    email: 'onni@example.com',
    town: 'Joensuu',
    programme: 'Liiketalous',
    degree: 'Tradenomi (AMK)',
    graduated: 2020,
    employer: 'Taiga Oy',
    task: 'Asiantuntija',
    forms: ['guest-lecture'],
    mailable: true,
    isPassive: false,
    ...over,
  }) as Item<'/api/v1/alumni'>;

export const aContact = (over: Partial<Answer<'/api/v1/contacts/{id}'>> = {}) =>
  ({
    id: 'c1',
    lastName: 'Räsänen',
    firstNames: 'Onni Olavi',
    calledName: 'Onni',
    language: 'fi',
    address: { street: 'Karjalankatu 3', postalCode: '80200', town: 'Joensuu', country: null },
    emails: [{ address: 'onni@example.com', kind: 'personal', isPrimary: true }],
    phones: [{ number: '+358 40 123 4567', kind: 'personal', isPrimary: true }],
    roles: [
      { id: 'r1', role: 'alumnus', basis: 'consent', source: 'webropol', startedOn: '2022-01-05', endedOn: null },
    ],
    affiliations: [],
    owner: null,
    status: null,
    statusHistory: [],
    isPassive: false,
    createdAt: '2022-01-05T08:41:00Z',
    updatedAt: '2022-01-05T08:41:00Z',
    version: 3,
    ...over,
  }) as Answer<'/api/v1/contacts/{id}'>;

export const anImport = (over: Partial<Answer<'/api/v1/imports/{id}'>> = {}) =>
  ({
    id: 'i1',
    kind: 'alumni',
    fileName: 'alumnit.xlsx',
    state: 'ready',
    counts: { total: 4, new: 1, matched: 1, changed: 0, suspicious: 1, invalid: 1 },
    createdAt: '2026-11-23T09:12:00Z',
    createdBy: 'Aino Esimerkki',
    sheetRows: 5,
    problems: [],
    mapping: [
      {
        column: { index: 0, heading: 'Sukunimi' },
        field: 'lastName',
        confidence: 1,
        remembered: false,
        samples: ['Laine'],
      },
      { column: { index: 1, heading: 'Posti' }, field: 'email', confidence: 0.6, remembered: false, samples: [] },
      { column: { index: 2, heading: 'Muuta' }, field: null, confidence: 0, remembered: false, samples: [] },
    ],
    fields: [
      { field: 'lastName', fi: 'Sukunimi', en: 'Last name' },
      { field: 'email', fi: 'Sähköposti', en: 'Email' },
    ],
    ...over,
  }) as Answer<'/api/v1/imports/{id}'>;

export const aRow = (over: Partial<Item<'/api/v1/imports/{id}/rows'>> = {}) =>
  ({
    row: 2,
    outcome: 'new',
    reasons: [],
    notes: [],
    person: { lastName: 'Laine', firstNames: 'Helmi', email: 'helmi@example.com' },
    values: { lastName: 'Laine' },
    cells: ['Laine', 'helmi@example.com', ''],
    ...over,
  }) as Item<'/api/v1/imports/{id}/rows'>;
