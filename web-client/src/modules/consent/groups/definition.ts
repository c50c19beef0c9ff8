import type { Body } from '@api/types';

export type Definition = Body<'/api/v1/target-groups/count', 'post'>['definition'];
export type Word = 'all' | 'any' | 'none';
export type Leaf = { id: number; field: string; is: string[]; contains: string; from: string; to: string };
export type Branch = { id: number; word: Word; parts: Part[] };
export type Part = Leaf | Branch;

/** As the API holds them. */
export const mostDepth = 6;

let last = 0;
export const newLeaf = (field = ''): Leaf => ({ id: ++last, field, is: [], contains: '', from: '', to: '' });
export const newBranch = (word: Word = 'all', parts: Part[] = []): Branch => ({ id: ++last, word, parts });
export const isBranch = (part: Part): part is Branch => 'word' in part;

/** What is being built, as the API wants it; conditions that are not finished are left out, and so is a group of nothing else within another. */
export function definitionOf(part: Part, isFirst = true): Definition | undefined {
  if (isBranch(part)) {
    const parts = part.parts
      .map((one) => definitionOf(one, false))
      .filter((one): one is Definition => one !== undefined);
    return isFirst || parts.length > 0 || part.parts.length === 0 ? ({ [part.word]: parts } as Definition) : undefined;
  }
  const { field, is, contains, from, to } = part;
  const asked = {
    ...(is.length > 0 && { is }),
    ...(contains.trim() && { contains: contains.trim() }),
    ...(from && { from }),
    ...(to && { to }),
  };
  return field && Object.keys(asked).length > 0 ? ({ field, ...asked } as Definition) : undefined;
}

/** A saved definition, to be built on. What is one condition alone stands in a branch. */
export function partOf(definition: Definition): Branch {
  const part = read(definition);
  return isBranch(part) ? part : newBranch('all', [part]);
}

function read(definition: Definition): Part {
  for (const word of ['all', 'any', 'none'] as const) {
    const parts = definition[word];
    if (parts) return newBranch(word, parts.map(read));
  }
  const { field, is, contains, from, to } = definition;
  return { ...newLeaf(field ?? ''), is: is ?? [], contains: contains ?? '', from: from ?? '', to: to ?? '' };
}

/** The tree with one part replaced, or taken out. */
export function replaced(tree: Branch, id: number, by: Part | undefined): Branch {
  if (tree.id === id && by && isBranch(by)) return by;
  const parts = tree.parts.flatMap((part) =>
    part.id === id ? (by ? [by] : []) : isBranch(part) ? [replaced(part, id, by)] : [part],
  );
  return { ...tree, parts };
}
