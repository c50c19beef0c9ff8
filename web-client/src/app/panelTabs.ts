export const panelTabs = [
  'overview',
  'expert',
  'people',
  'consents',
  'messaging',
  'rights',
  'timeline',
  'history',
  'viewers',
  'privacy',
] as const;
