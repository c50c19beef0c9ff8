import { expect, test } from 'vitest';
import { arrange, moved, readLayout, resized, toggled, writeLayout } from './layout';

const columns = [
  { id: 'name', min: 200, drop: 0 },
  { id: 'town', min: 120, drop: 2 },
  { id: 'language', min: 100, drop: 3, optional: true },
];
const ids = (text?: string) => arrange(columns, readLayout(text)).map((column) => column.id);

test('the usual columns show until somebody chooses', () => {
  expect(ids()).toEqual(['name', 'town']);
  expect(ids('')).toEqual(['name', 'town']);
});

test('the chosen ones show in their order and size; the name stays, unknown ones go', () => {
  expect(ids('language,name:260')).toEqual(['language', 'name']);
  expect(ids('town,gone')).toEqual(['name', 'town']);
  expect(arrange(columns, readLayout('name:260'))[0]).toMatchObject({ width: 260, min: 260 });
});

test('a layout is written as it is read, and no width is beyond reason', () => {
  expect(writeLayout(readLayout('name:260,town') ?? [])).toBe('name:260,town');
  expect(writeLayout(readLayout('name:9999,town:x,language:1') ?? [])).toBe('name:640,town,language:72');
});

test('columns are moved, sized, put in and left out', () => {
  const layout = readLayout('name,town,language') ?? [];
  expect(writeLayout(moved(layout, 'language', 0))).toBe('language,name,town');
  expect(writeLayout(moved(layout, 'name', 9))).toBe('town,language,name');
  expect(writeLayout(resized(layout, 'town', 180))).toBe('name,town:180,language');
  expect(writeLayout(toggled(layout, 'town'))).toBe('name,language');
  expect(writeLayout(toggled(layout, 'email'))).toBe('name,town,language,email');
});
