import { expect, test } from 'vitest';
import { fitting } from './fitting';

const columns = [
  { id: 'name', min: 200, drop: 0 },
  { id: 'mail', min: 200, drop: 3 },
  { id: 'town', min: 100, drop: 1 },
];
const ids = (width: number) => fitting(columns, width).map((column) => column.id);

test('all columns show when they fit, or before the width is known', () => {
  expect(ids(600)).toEqual(['name', 'mail', 'town']);
  expect(ids(0)).toEqual(['name', 'mail', 'town']);
});

test('the least important leaves first, the name never', () => {
  expect(ids(400)).toEqual(['name', 'town']);
  expect(ids(120)).toEqual(['name']);
});
