/** Two changes of one record, made at the same time, field by field. */
export type Side = 'mine' | 'theirs';
type Values = Record<string, unknown>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ. */
export const differing = <T extends Values>(a: T, b: T) =>
  (Object.keys(a) as (keyof T & string)[]).filter((key) => !same(a[key], b[key]));

/** Those fields alone. */
export const pick = <T extends Values>(values: T, keys: (keyof T)[]) =>
  Object.fromEntries(keys.map((key) => [key, values[key]])) as Partial<T>;

/**
 * What both wanted: a field that only one changed is that one's; a field that both changed differently is a conflict
 * and stays theirs until somebody chooses.
 */
export function merge3<T extends Values>(base: T, mine: T, theirs: T) {
  const mineChanged = differing(base, mine);
  const conflicts = mineChanged.filter((key) => !same(base[key], theirs[key]) && !same(mine[key], theirs[key]));
  const merged = {
    ...theirs,
    ...pick(
      mine,
      mineChanged.filter((key) => !conflicts.includes(key)),
    ),
  };
  return { merged, conflicts, touched: differing(base, theirs) };
}

/** The merge with the conflicts decided. */
export const decide = <T extends Values>(base: T, mine: T, theirs: T, choices: Partial<Record<keyof T, Side>>): T => {
  const { merged, conflicts } = merge3(base, mine, theirs);
  return {
    ...merged,
    ...pick(
      mine,
      conflicts.filter((key) => choices[key] === 'mine'),
    ),
  };
};
