export const panelTabs = ['overview', 'people', 'consents', 'messaging', 'rights', 'timeline', 'history'] as const;
