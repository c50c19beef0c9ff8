import type { ContactTab } from '@shared/contactTab';
import { may } from '@shared/me';
import { ContactHistory } from './ContactHistory';
import { ContactOverview } from './ContactOverview';
import { ContactTimeline } from './Timeline';
import { texts } from './texts';

export const accountsTabs: [ContactTab, ...ContactTab[]] = [
  {
    id: 'overview',
    label: { fi: texts.fi.overview, en: texts.en.overview },
    visible: () => true,
    Component: ContactOverview,
  },
  {
    id: 'timeline',
    label: { fi: texts.fi.timeline, en: texts.en.timeline },
    visible: (me) => may(me, 'contacts'),
    Component: ContactTimeline,
  },
  {
    id: 'history',
    label: { fi: texts.fi.history, en: texts.en.history },
    visible: (me) => may(me, 'contacts'),
    Component: ContactHistory,
  },
];
