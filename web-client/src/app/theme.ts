import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

const karelia: MantineColorsTuple = [
  '#e8f5f0',
  '#d0e9df',
  '#a3d3c1',
  '#73bca1',
  '#4da888',
  '#339a77',
  '#1f8566',
  '#157258',
  '#0e5c47',
  '#084536',
];

// Closed lists stay out of the page (a mapping has a hundred of them); open ones scroll in the
// listbox itself, which the keyboard can reach.
const list = {
  comboboxProps: { keepMounted: false },
  withScrollArea: false,
  styles: { options: { maxHeight: 260, overflowY: 'auto' as const } },
  attributes: { options: { tabIndex: 0 } },
};

export const theme = createTheme({
  primaryColor: 'karelia',
  // Shade 7 holds 4.5:1 against white in both schemes.
  primaryShade: { light: 7, dark: 7 },
  colors: { karelia },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { autosize: true, minRows: 2, maxRows: 8 } },
    Select: { defaultProps: { checkIconPosition: 'right', ...list } },
    MultiSelect: { defaultProps: list },
  },
});
