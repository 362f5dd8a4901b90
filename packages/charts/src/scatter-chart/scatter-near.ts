/** Points by where they are, so that the nearest to a pointer is found at once. */
export interface NearGrid {
  /** Number of the point nearest to a place within some px; −1 for none. */
  nearest(x: number, y: number, within: number): number;
}

/** Side of a cell, px. */
const CELL = 16;

/** Puts points into cells. @param xs @param ys px, none negative. */
export function nearGrid(xs: Float32Array, ys: Float32Array, width: number, height: number): NearGrid {
  const [columns, rows] = [Math.floor(width / CELL) + 1, Math.floor(height / CELL) + 1];
  const cellOf = (x: number, y: number): number => Math.min(rows - 1, Math.max(0, Math.floor(y / CELL))) * columns + Math.min(columns - 1, Math.max(0, Math.floor(x / CELL)));
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < xs.length; i += 1) starts[cellOf(xs[i] as number, ys[i] as number) + 1] = (starts[cellOf(xs[i] as number, ys[i] as number) + 1] as number) + 1;
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
  const places = starts.slice();
  const order = new Uint32Array(xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    const cell = cellOf(xs[i] as number, ys[i] as number);
    order[places[cell] as number] = i;
    places[cell] = (places[cell] as number) + 1;
  }
  return {
    nearest(x, y, within) {
      let [best, distance] = [-1, within * within];
      for (let row = Math.floor((y - within) / CELL); row <= Math.floor((y + within) / CELL); row += 1) {
        for (let column = Math.floor((x - within) / CELL); column <= Math.floor((x + within) / CELL); column += 1) {
          if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
          const cell = row * columns + column;
          for (let at = starts[cell] as number; at < (starts[cell + 1] as number); at += 1) {
            const i = order[at] as number;
            const apart = ((xs[i] as number) - x) ** 2 + ((ys[i] as number) - y) ** 2;
            // Of two that are equally near the later one, which is drawn on top.
            if (apart <= distance) [best, distance] = [i, apart];
          }
        }
      }
      return best;
    },
  };
}
