/** The rows that are chosen: these, or all that match but these. */
export type Selection = { all: boolean; ids: ReadonlySet<string> };

export const nothing: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };

export const isChosen = (selection: Selection, id: string) => selection.ids.has(id) !== selection.all;

/** Chooses the rows, or no longer. */
export function choose(selection: Selection, rows: string[], on: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of rows) {
    if (on !== selection.all) ids.add(id);
    else ids.delete(id);
  }
  return { all: selection.all, ids };
}

/** The rows from one to another, whichever comes first. */
export function between(rows: string[], from: string | undefined, to: string): string[] {
  const [start, end] = [rows.indexOf(from ?? to), rows.indexOf(to)];
  if (end < 0) return [];
  return start < 0 ? [to] : rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export const countOf = (selection: Selection, total: number) =>
  selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;

/** As the API is told of it. */
export const target = <F>(selection: Selection, filter: F) =>
  selection.all ? { filter, except: [...selection.ids] } : { ids: [...selection.ids] };
