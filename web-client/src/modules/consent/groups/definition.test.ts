import { expect, test } from 'vitest';
import { definitionOf, newBranch, newLeaf, partOf, replaced } from './definition';

test('what is built is what is sent, without conditions that are not finished', () => {
  const tree = newBranch('all', [
    { ...newLeaf('contact.role'), is: ['alumnus'] },
    newLeaf('contact.town'),
    newLeaf(),
    newBranch('none', [{ ...newLeaf('alumni.graduated'), from: '2010', to: '2015' }]),
  ]);
  expect(definitionOf(tree)).toEqual({
    all: [
      { field: 'contact.role', is: ['alumnus'] },
      { none: [{ field: 'alumni.graduated', from: '2010', to: '2015' }] },
    ],
  });
});

test('a saved definition comes back as it was, and one condition alone stands in a branch', () => {
  const saved = { any: [{ field: 'contact.name', contains: 'aino' }, { all: [] }] };
  expect(definitionOf(partOf(saved))).toEqual(saved);
  expect(definitionOf(partOf({ field: 'contact.role', is: ['partner'] }))).toEqual({
    all: [{ field: 'contact.role', is: ['partner'] }],
  });
});

test('a part is replaced or taken out wherever it stands', () => {
  const leaf = { ...newLeaf('contact.role'), is: ['alumnus'] };
  const inner = newBranch('any', [leaf]);
  const tree = newBranch('all', [inner]);
  expect(definitionOf(replaced(tree, leaf.id, { ...leaf, is: ['partner'] }))).toEqual({
    all: [{ any: [{ field: 'contact.role', is: ['partner'] }] }],
  });
  expect(definitionOf(replaced(tree, inner.id, undefined))).toEqual({ all: [] });
});

test('a group of conditions that are not finished says nothing within another', () => {
  const leaf = { ...newLeaf('contact.role'), is: ['partner'] };
  expect(definitionOf(newBranch('all', [leaf, newBranch('any', [newLeaf()])]))).toEqual({
    all: [{ field: 'contact.role', is: ['partner'] }],
  });
});
