import { expect, test } from 'vitest';
import { between, choose, countOf, everything, isChosen, nothing, target } from './selection';

const rows = ['a', 'b', 'c', 'd'];

test('single rows are chosen and left again', () => {
  const some = choose(choose(nothing, ['a', 'b'], true), ['a'], false);
  expect(rows.filter((id) => isChosen(some, id))).toEqual(['b']);
  expect(countOf(some, 4)).toBe(1);
  expect(target(some, { q: 'x' })).toEqual({ ids: ['b'] });
});

test('all that match but some: rows that were never loaded too', () => {
  const but = choose(everything, ['b'], false);
  expect(rows.filter((id) => isChosen(but, id))).toEqual(['a', 'c', 'd']);
  expect(isChosen(but, 'not loaded')).toBe(true);
  expect(countOf(but, 5618)).toBe(5617);
  expect(target(but, { q: 'x' })).toEqual({ filter: { q: 'x' }, except: ['b'] });
  expect(countOf(choose(but, ['b'], true), 5618)).toBe(5618);
});

test('a range goes both ways, and is one row when its start is gone', () => {
  expect(between(rows, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(rows, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(between(rows, 'gone', 'b')).toEqual(['b']);
  expect(between(rows, undefined, 'c')).toEqual(['c']);
  expect(between(rows, 'a', 'gone')).toEqual([]);
});
