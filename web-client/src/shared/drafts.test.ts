import { expect, test } from 'vitest';
import { drafts } from './drafts';

const draft = { base: { name: 'A' }, tag: '"1"', values: { name: 'B' }, at: '2026-11-23T10:00:00Z' };

test('a draft is its user’s and its record’s alone', () => {
  drafts.keep('aino', 'account/1', draft);
  expect(drafts.of('aino', 'account/1')).toEqual(draft);
  expect(drafts.of('aino', 'account/2')).toBeUndefined();
  expect(drafts.of('ville', 'account/1')).toBeUndefined();
});

test('whoever signs in next finds nothing of others, and keeps one’s own', () => {
  drafts.keep('aino', 'account/1', draft);
  drafts.keep('ville', 'account/1', draft);
  drafts.keepOnlyOf('ville');
  expect(drafts.of('aino', 'account/1')).toBeUndefined();
  expect(drafts.of('ville', 'account/1')).toEqual(draft);
});

test('signing out leaves no draft, but other choices stay', () => {
  localStorage.setItem('crm.language', 'en');
  drafts.keep('aino', 'account/1', draft);
  drafts.clear();
  expect(Object.keys(localStorage)).toEqual(['crm.language']);
});

test('a broken draft is none', () => {
  localStorage.setItem('crm.draft.aino.account/1', '{');
  expect(drafts.of('aino', 'account/1')).toBeUndefined();
});
