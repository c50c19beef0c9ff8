/** Which columns a list shows, in which order and how wide; written as `name:260,town,owner:140`. */
export type Place = { id: string; width?: number };
type Arranged = { id: string; min: number; drop: number; grow?: number; optional?: boolean; width?: number };

export const narrowest = 72;
export const widest = 640;

export const within = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

export const writeLayout = (layout: Place[]) =>
  layout.map(({ id, width }) => (width ? `${id}:${width}` : id)).join(',');

export function readLayout(text: string | undefined): Place[] | undefined {
  const places = (text ?? '')
    .split(',')
    .map((part) => part.split(':'))
    .flatMap(([id, width]) => (id ? [{ id, ...(Number(width) > 0 && { width: within(Number(width)) }) }] : []));
  return places.length > 0 ? places : undefined;
}

/** What the list shows before anybody has chosen. */
export const usual = (columns: Arranged[]): Place[] =>
  columns.filter((column) => !column.optional).map(({ id }) => ({ id }));

/** The columns as chosen; the name is never left out, what the list no longer has is. */
export function arrange<C extends Arranged>(columns: C[], layout: Place[] | undefined): C[] {
  const places = layout ?? usual(columns);
  const shown = places.flatMap(({ id, width }) => {
    const column = columns.find((one) => one.id === id);
    return column ? [width ? { ...column, min: width, width } : column] : [];
  });
  const missing = columns.filter((column) => column.drop === 0 && !shown.some((one) => one.id === column.id));
  return [...missing, ...shown];
}

export const resized = (layout: Place[], id: string, width: number): Place[] =>
  layout.map((place) => (place.id === id ? { id, width: within(width) } : place));

export const toggled = (layout: Place[], id: string): Place[] =>
  layout.some((place) => place.id === id) ? layout.filter((place) => place.id !== id) : [...layout, { id }];

/** Puts a column where another stands. */
export function moved(layout: Place[], id: string, to: number): Place[] {
  const place = layout.find((one) => one.id === id);
  if (!place) return layout;
  const rest = layout.filter((one) => one !== place);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, place);
  return rest;
}
