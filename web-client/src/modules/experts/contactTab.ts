import type { ContactTab } from '@shared/contactTab';
import { may } from '@shared/me';
import { ExpertFacts } from './ExpertFacts';
import { texts } from './texts';

export const expertTab: ContactTab = {
  id: 'expert',
  label: { fi: texts.fi.expert, en: texts.en.expert },
  visible: (me) => may(me, 'experts'),
  Component: ExpertFacts,
};
