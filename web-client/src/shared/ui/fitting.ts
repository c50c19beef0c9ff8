type Fits = { min: number; drop: number };

/** The columns that fit: the least important leave first, those of importance 0 never. */
export function fitting<C extends Fits>(columns: C[], width: number): C[] {
  if (width === 0) return columns;
  const shown = [...columns];
  const needed = () => shown.reduce((sum, column) => sum + column.min, 0) + 24;
  while (needed() > width) {
    const least = Math.max(...shown.map((column) => column.drop));
    if (least <= 0) break;
    shown.splice(
      shown.findLastIndex((column) => column.drop === least),
      1,
    );
  }
  return shown;
}
