import { api } from '@api/client';
import type { Answer } from '@api/types';

export type Me = Answer<'/api/v1/me'>;
export type Role =
  | 'Reader'
  | 'CustomerManager'
  | 'PartnershipManager'
  | 'AlumniCoordinator'
  | 'ExpertCoordinator'
  | 'Sales'
  | 'Communications'
  | 'DataProtectionOfficer'
  | 'Admin';

/** What the roles open in the interface. The API decides; this only hides what it would refuse. */
const rights = {
  contacts: [
    'Reader',
    'CustomerManager',
    'PartnershipManager',
    'AlumniCoordinator',
    'ExpertCoordinator',
    'Sales',
    'Communications',
    'DataProtectionOfficer',
  ],
  editContacts: ['CustomerManager', 'PartnershipManager', 'AlumniCoordinator', 'ExpertCoordinator'],
  editAccounts: ['CustomerManager', 'PartnershipManager', 'Sales'],
  alumni: [
    'AlumniCoordinator',
    'Communications',
    'DataProtectionOfficer',
    'PartnershipManager',
    'CustomerManager',
    'ExpertCoordinator',
  ],
  editAlumni: ['AlumniCoordinator'],
  experts: ['ExpertCoordinator', 'CustomerManager', 'DataProtectionOfficer'],
  editExperts: ['ExpertCoordinator'],
  expertFiles: ['ExpertCoordinator', 'DataProtectionOfficer'],
  birthDate: ['AlumniCoordinator', 'DataProtectionOfficer'],
  editConsents: ['AlumniCoordinator', 'Communications', 'DataProtectionOfficer'],
  editPreferences: ['AlumniCoordinator', 'Communications', 'DataProtectionOfficer'],
  writeActivities: ['CustomerManager', 'PartnershipManager', 'AlumniCoordinator', 'ExpertCoordinator', 'Sales'],
  writeNeeds: ['CustomerManager', 'PartnershipManager'],
  mailingLists: ['Communications', 'DataProtectionOfficer'],
  makeMailingLists: ['Communications'],
  targetGroups: ['Communications', 'DataProtectionOfficer'],
  editTargetGroups: ['Communications'],
  consentTexts: ['AlumniCoordinator', 'Communications', 'DataProtectionOfficer'],
  editConsentTexts: ['DataProtectionOfficer'],
  imports: ['AlumniCoordinator', 'ExpertCoordinator', 'CustomerManager', 'Communications', 'DataProtectionOfficer'],
  makeImports: ['AlumniCoordinator', 'ExpertCoordinator', 'CustomerManager', 'Communications'],
  importSuppressions: ['Communications'],
  importAlumni: ['AlumniCoordinator'],
  importExperts: ['ExpertCoordinator'],
  importContacts: ['CustomerManager'],
  importParticipants: ['CustomerManager'],
  editEvents: ['CustomerManager'],
  users: ['Admin', 'DataProtectionOfficer'],
  editUsers: ['Admin'],
  codeLists: ['Admin', 'AlumniCoordinator', 'ExpertCoordinator', 'CustomerManager'],
  audit: ['DataProtectionOfficer', 'Admin'],
  requests: ['DataProtectionOfficer'],
  recordRequests: [
    'CustomerManager',
    'PartnershipManager',
    'AlumniCoordinator',
    'ExpertCoordinator',
    'Sales',
    'Communications',
    'DataProtectionOfficer',
  ],
  sendPreferenceLink: [
    'CustomerManager',
    'PartnershipManager',
    'AlumniCoordinator',
    'ExpertCoordinator',
    'Communications',
    'DataProtectionOfficer',
  ],
  officer: ['DataProtectionOfficer'],
} satisfies Record<string, Role[]>;

export type Right = keyof typeof rights;

export const may = (me: Me, right: Right) => rights[right].some((role) => me.roles.includes(`Crm.${role}`));

/** The signed-in person; pages stand behind the session gate, so there always is one. */
export function useMe() {
  const me = api.useQuery('get', '/api/v1/me', undefined, { staleTime: Number.POSITIVE_INFINITY }).data;
  if (!me) throw new Error('No session');
  return { ...me, may: (right: Right) => may(me, right) };
}
