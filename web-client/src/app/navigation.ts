import type { Right } from '@shared/me';
import {
  IconArrowMerge,
  IconBuilding,
  IconBulb,
  IconCalendarEvent,
  IconCertificate,
  IconChecklist,
  IconEraser,
  IconFileExport,
  IconFileImport,
  IconFileText,
  IconGavel,
  IconHistory,
  IconHome2,
  IconHourglass,
  IconListCheck,
  IconListDetails,
  IconMailForward,
  type IconProps,
  IconScale,
  IconSchool,
  IconShieldExclamation,
  IconUserShield,
  IconUserStar,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { texts } from './texts';

type Text =
  | 'home'
  | 'duplicates'
  | 'myWork'
  | 'needs'
  | 'contacts'
  | 'accounts'
  | 'alumni'
  | 'experts'
  | 'events'
  | 'mailingLists'
  | 'targetGroups'
  | 'consentTexts'
  | 'imports'
  | 'requests'
  | 'users'
  | 'codeLists'
  | 'audit'
  | 'erasureQueue'
  | 'retention'
  | 'purposes'
  | 'notice'
  | 'breaches'
  | 'erasures'
  | 'disclosures';
type Item = { to: string; text: Text; icon: ComponentType<IconProps>; right?: Right };
type Group = {
  text?: keyof typeof texts.fi & ('people' | 'outreach' | 'protection' | 'administration');
  items: Item[];
};

/** What exists; what the role lacks is left out when shown. */
export const navigation: Group[] = [
  {
    items: [
      { to: '/', text: 'home', icon: IconHome2 },
      { to: '/my-work', text: 'myWork', icon: IconChecklist, right: 'contacts' },
    ],
  },
  {
    text: 'people',
    items: [
      { to: '/contacts', text: 'contacts', icon: IconUsers, right: 'contacts' },
      { to: '/accounts', text: 'accounts', icon: IconBuilding, right: 'contacts' },
      { to: '/alumni', text: 'alumni', icon: IconSchool, right: 'alumni' },
      { to: '/experts', text: 'experts', icon: IconUserStar, right: 'experts' },
      { to: '/events', text: 'events', icon: IconCalendarEvent, right: 'contacts' },
      { to: '/needs', text: 'needs', icon: IconBulb, right: 'contacts' },
      { to: '/duplicates', text: 'duplicates', icon: IconArrowMerge, right: 'contacts' },
    ],
  },
  {
    text: 'outreach',
    items: [
      { to: '/target-groups', text: 'targetGroups', icon: IconUsersGroup, right: 'targetGroups' },
      { to: '/mailing-lists', text: 'mailingLists', icon: IconMailForward, right: 'mailingLists' },
      { to: '/consent-texts', text: 'consentTexts', icon: IconListCheck, right: 'consentTexts' },
      { to: '/imports', text: 'imports', icon: IconFileImport, right: 'imports' },
    ],
  },
  {
    text: 'protection',
    items: [
      { to: '/data-subject-requests', text: 'requests', icon: IconGavel, right: 'requests' },
      { to: '/erasure-queue', text: 'erasureQueue', icon: IconEraser, right: 'officer' },
      { to: '/erasure-certificates', text: 'erasures', icon: IconCertificate, right: 'officer' },
      { to: '/disclosures', text: 'disclosures', icon: IconFileExport, right: 'officer' },
      { to: '/retention', text: 'retention', icon: IconHourglass, right: 'officer' },
      { to: '/purposes', text: 'purposes', icon: IconScale, right: 'officer' },
      { to: '/privacy-notice', text: 'notice', icon: IconFileText, right: 'officer' },
      { to: '/breaches', text: 'breaches', icon: IconShieldExclamation, right: 'officer' },
    ],
  },
  {
    text: 'administration',
    items: [
      { to: '/users', text: 'users', icon: IconUserShield, right: 'users' },
      { to: '/code-lists', text: 'codeLists', icon: IconListDetails, right: 'codeLists' },
      { to: '/audit', text: 'audit', icon: IconHistory, right: 'audit' },
    ],
  },
];
