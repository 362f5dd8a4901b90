import { inParts, atOnce, type Steps } from '@yizhangtu/data/steps';

/** Points by where they are, so that the nearest to a pointer is found at once. */
export interface NearGrid {
  /** Number of the point nearest to a place within some px; −1 for none. */
  nearest(x: number, y: number, reach: number): number;
}

/** Side of a cell, px. */
const CELL = 16;

/** Puts points into cells. @param xs @param ys px, none negative. */
export function nearGrid(xs: Float32Array, ys: Float32Array, width: number, height: number): NearGrid {
  return atOnce(nearSteps(xs, ys, width, height));
}

/** The same in steps. */
export function* nearSteps(xs: Float32Array, ys: Float32Array, width: number, height: number): Steps<NearGrid> {
  const [columns, rows] = [Math.floor(width / CELL) + 1, Math.floor(height / CELL) + 1];
  const cells = new Uint32Array(xs.length);
  const starts = new Uint32Array(columns * rows + 1);
  yield* inParts(xs.length, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const cell = within((ys[i] as number) / CELL, rows) * columns + within((xs[i] as number) / CELL, columns);
      cells[i] = cell;
      starts[cell + 1] = (starts[cell + 1] as number) + 1;
    }
  });
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
  const order = yield* cellByCell(cells, starts.slice());
  return {
    nearest(x, y, reach) {
      let [best, distance] = [-1, reach * reach];
      for (let row = Math.floor((y - reach) / CELL); row <= Math.floor((y + reach) / CELL); row += 1) {
        for (let column = Math.floor((x - reach) / CELL); column <= Math.floor((x + reach) / CELL); column += 1) {
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

/** Numbers of the points, cell by cell. @param places Where the next point of each cell goes; moved on. */
function* cellByCell(cells: Uint32Array, places: Uint32Array): Steps<Uint32Array> {
  const order = new Uint32Array(cells.length);
  yield* inParts(cells.length, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const cell = cells[i] as number;
      const place = places[cell] as number;
      order[place] = i;
      places[cell] = place + 1;
    }
  });
  return order;
}

/** Number of the cell that a place lies in; of those beyond the edge the cell at the edge. */
function within(place: number, cells: number): number {
  const cell = Math.floor(place);
  return cell < 0 ? 0 : cell >= cells ? cells - 1 : cell;
}
