import type { RowChoice } from '@shared/ui/DataTableParts';
import { useRef, useState } from 'react';
import { between, choose, everything, isChosen, nothing, type Selection } from './selection';

type Texts = { row: (name: string) => string; all: string };

/** What is chosen of a list. Other filters are another list: nothing of it is chosen. */
export function useChoice<T>(list: string, rowId: (row: T) => string, rowName: (row: T) => string, texts: Texts) {
  const [chosen, setChosen] = useState({ list, selection: nothing });
  const anchor = useRef<string>(undefined);
  const selection: Selection = chosen.list === list ? chosen.selection : nothing;
  const set = (next: Selection) => setChosen({ list, selection: next });

  const choice: RowChoice<T> = {
    has: (row) => isChosen(selection, rowId(row)),
    label: (row) => texts.row(rowName(row)),
    allLabel: texts.all,
    state: selection.all ? (selection.ids.size === 0 ? true : 'some') : selection.ids.size > 0 ? 'some' : false,
    toggleAll: () => set(selection.all || selection.ids.size > 0 ? nothing : everything),
    toggle: (rows, index, range) => {
      const id = rowId(rows[index] as T);
      const ids = range ? between(rows.map(rowId), anchor.current, id) : [id];
      set(choose(selection, ids, range || !isChosen(selection, id)));
      if (!range) anchor.current = id;
    },
    extend: (rows, index, from) => {
      const ids = rows.map(rowId);
      if (!anchor.current || !ids.includes(anchor.current)) anchor.current = ids[from];
      set(choose(selection, between(ids, anchor.current, ids[index] as string), true));
    },
  };
  return { selection, choice, set };
}
