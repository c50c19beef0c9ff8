export const panelTabs = ['overview', 'people', 'consents', 'messaging', 'timeline', 'history'] as const;
