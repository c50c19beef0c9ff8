import type { ContactTab } from '@shared/contactTab';
import { may } from '@shared/me';
import { Consents } from './Consents';
import { Messaging } from './Messaging';
import { texts as officerTexts } from './officer/texts';
import { Viewers } from './officer/Viewers';
import { PersonRights } from './requests/PersonRights';
import { requestTexts } from './requests/texts';
import { texts } from './texts';

export const consentTabs: ContactTab[] = [
  {
    id: 'consents',
    label: { fi: texts.fi.consents, en: texts.en.consents },
    visible: (me) => may(me, 'contacts'),
    Component: Consents,
  },
  {
    id: 'messaging',
    label: { fi: texts.fi.messaging, en: texts.en.messaging },
    visible: (me) => may(me, 'contacts'),
    Component: Messaging,
  },
  {
    id: 'rights',
    label: { fi: requestTexts.fi.tab, en: requestTexts.en.tab },
    visible: (me) => may(me, 'recordRequests'),
    Component: PersonRights,
  },
  {
    id: 'viewers',
    label: { fi: officerTexts.fi.viewers, en: officerTexts.en.viewers },
    visible: (me) => may(me, 'officer'),
    Component: Viewers,
  },
];
