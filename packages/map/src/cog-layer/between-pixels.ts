/** Numbers of a raster between the middles of its pixels. Pure. */

/** The four pixels around a place, and how much each counts. A pixel that counts for nothing is left out. */
export interface Around {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly parts: readonly number[];
}

/**
 * The pixels whose middles lie around a place (bilinear). Within half a pixel of the edge the outermost pixels alone count; none outside.
 * @param x Columns from the left edge of the raster: 0.5 is the middle of the first pixel. @param y Rows from its upper edge.
 */
export function pixelsAround(x: number, y: number, width: number, height: number): Around {
  const [columns, rows, parts]: [number[], number[], number[]] = [[], [], []];
  if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return { columns, rows, parts };
  const [gx, gy] = [Math.min(width - 1, Math.max(0, x - 0.5)), Math.min(height - 1, Math.max(0, y - 0.5))];
  const [left, top] = [Math.floor(gx), Math.floor(gy)];
  for (const [row, down] of [[top, 1 - gy + top], [top + 1, gy - top]] as const)
    for (const [column, across] of [[left, 1 - gx + left], [left + 1, gx - left]] as const) {
      if (down * across === 0) continue;
      columns.push(column);
      rows.push(row);
      parts.push(down * across);
    }
  return { columns, rows, parts };
}
