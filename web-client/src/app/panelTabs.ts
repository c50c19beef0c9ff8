export const panelTabs = ['overview', 'consents', 'messaging', 'timeline'] as const;
