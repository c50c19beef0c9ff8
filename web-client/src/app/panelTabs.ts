export const panelTabs = [
  'overview',
  'people',
  'consents',
  'messaging',
  'rights',
  'timeline',
  'history',
  'viewers',
  'privacy',
] as const;
