import type { ContactTab } from '@shared/contactTab';
import { may } from '@shared/me';
import { Privacy } from './Privacy';
import { texts } from './texts';

/** What the data protection officer does with a person: restricts, erases. */
export const privacyTab: ContactTab = {
  id: 'privacy',
  label: { fi: texts.fi.tab, en: texts.en.tab },
  visible: (me) => may(me, 'officer'),
  Component: Privacy,
};
