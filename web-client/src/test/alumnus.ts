import { answer } from './server';

/** One alumnus with a degree and a form of cooperation, nothing asked yet. */
export function answerAlumnus() {
  answer('/api/v1/alumni/{contactId}', {
    contactId: 'c1',
    degrees: [
      {
        id: 'd1',
        programmeCode: null,
        institution: null,
        institutionCode: null,
        programme: 'Liiketalous',
        startedYear: 2016,
        degree: 'Tradenomi (AMK)',
        graduatedYear: 2020,
      },
    ],
    employer: 'Taiga Oy',
    task: 'Asiantuntija',
    forms: [{ code: 'guest-lecture' }],
    registrations: [],
    registeredAt: '2022-01-05T08:41:00Z',
    source: 'webropol',
    hasDateOfBirth: true,
    isPassive: false,
  } as never);
  answer('/api/v1/alumni/{contactId}/requests', {
    items: [],
    load: { requests: 0, mailings: 0, limit: 6, isMany: false },
  });
  answer('/api/v1/alumni/mentorings', { items: [], nextCursor: null });
  answer('/api/v1/code-lists/{list}/codes', { items: [], nextCursor: null });
  answer('/api/v1/alumni/cooperation-forms', {
    items: [{ code: 'guest-lecture', fi: 'Vierailuluento', en: 'Guest lecture', active: true }],
    nextCursor: null,
  });
}
