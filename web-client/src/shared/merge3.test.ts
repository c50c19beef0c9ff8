import { describe, expect, test } from 'vitest';
import { decide, differing, merge3 } from './merge3';
import { reopened } from './useRecordForm';

const base = { name: 'Taiga Oy', town: 'Joensuu', tags: ['a'], phone: '' };

describe('two changes of one record', () => {
  test('of different fields are both kept', () => {
    const { merged, conflicts } = merge3(base, { ...base, town: 'Kuopio' }, { ...base, tags: ['a', 'b'] });
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...base, town: 'Kuopio', tags: ['a', 'b'] });
  });

  test('of one field to the same value are no conflict', () => {
    expect(merge3(base, { ...base, town: 'Kuopio' }, { ...base, town: 'Kuopio' }).conflicts).toEqual([]);
  });

  test('of one field to different values wait for a choice, and are theirs until then', () => {
    const [mine, theirs] = [
      { ...base, town: 'Kuopio', phone: '1' },
      { ...base, town: 'Lieksa', name: 'Taiga Oyj' },
    ];
    const { merged, conflicts } = merge3(base, mine, theirs);
    expect(conflicts).toEqual(['town']);
    expect(merged.town).toBe('Lieksa');
    expect(decide(base, mine, theirs, { town: 'mine' })).toEqual({
      name: 'Taiga Oyj',
      town: 'Kuopio',
      tags: ['a'],
      phone: '1',
    });
    expect(decide(base, mine, theirs, { town: 'theirs' }).town).toBe('Lieksa');
  });

  test('a field put back as it was is not a change', () => {
    expect(differing(base, { ...base, tags: ['a'] })).toEqual([]);
  });
});

describe('a draft that was left', () => {
  const left = (values: Partial<typeof base>) => ({
    base,
    tag: '"1"',
    values: { ...base, ...values },
    at: '2026-11-23T10:00:00Z',
  });

  test('comes back over the version it was typed on', () => {
    expect(reopened(left({ town: 'Kuopio' }), { value: base, tag: '"1"' })).toEqual({
      value: { ...base, town: 'Kuopio' },
      restored: '2026-11-23T10:00:00Z',
    });
  });

  test('comes back over what others have changed since', () => {
    const opened = reopened(left({ town: 'Kuopio' }), { value: { ...base, name: 'Taiga Oyj' }, tag: '"2"' });
    expect(opened.value).toEqual({ ...base, town: 'Kuopio', name: 'Taiga Oyj' });
    expect(opened.conflict).toBeUndefined();
  });

  test('asks when the same field was changed meanwhile', () => {
    const opened = reopened(left({ town: 'Kuopio' }), { value: { ...base, town: 'Lieksa' }, tag: '"2"' });
    expect(opened.conflict).toMatchObject({ tag: '"2"', fromDraft: true });
  });

  test('that says nothing new is forgotten', () => {
    expect(reopened(left({}), { value: base }).restored).toBeUndefined();
  });
});
