/** Cells that are chosen where the rows are elsewhere: nobody can select the rows, so a click filters by where the cells are. */
import type { DatasetLike, Filter, Ring } from '@yizhangtu/data/model';
import { degreesOf } from '../ground/ground.js';
import { cornersOf, middleOfCell } from '../ground/lattice.js';
import type { BinLattice } from './bin-cells.js';
import { CELLS_KEY } from './cells-key.js';

/** Straight sides on the plane bend in degrees: each is drawn in so many parts, which leaves millimetres of a kilometre. */
const PARTS = 4;

function ringOf({ cells, area, code }: BinLattice, cell: number): Ring {
  const [x, y] = middleOfCell(cells.lattice, cells.columns[cell] as number, cells.lines[cell] as number);
  const about = cornersOf(cells.lattice);
  const sides = about.length / 2;
  return Array.from({ length: sides * PARTS }, (_, index) => {
    const [side, part] = [Math.floor(index / PARTS), (index % PARTS) / PARTS];
    const along = (axis: 0 | 1): number => (about[2 * side + axis] as number) * (1 - part) + (about[2 * ((side + 1) % sides) + axis] as number) * part;
    const place = [x + along(0), y + along(1)] as const;
    return area ? area.inverse(...place) : degreesOf(code ?? 'EPSG:3857', ...place);
  });
}

/** The cells that a filter chooses, as far as they are of this lattice. */
export function chosenCells(lattice: BinLattice, filter: Filter | undefined): number[] {
  if (filter?.kind !== 'shape') return [];
  return filter.rings.flatMap((ring) => {
    const middle = (axis: 0 | 1): number => ring.reduce((sum, corner) => sum + corner[axis], 0) / ring.length;
    const cell = lattice.at(middle(0), middle(1));
    return cell >= 0 && JSON.stringify(ringOf(lattice, cell)) === JSON.stringify(ring) ? [cell] : [];
  });
}

/** Chooses a cell alone, or none where it is chosen alone; additive: adds it to the others or takes it from them. */
export function chooseCell(dataset: DatasetLike, lattice: BinLattice, cell: number, additive: boolean): void {
  const before = chosenCells(lattice, dataset.filters.get(CELLS_KEY));
  const others = before.filter((one) => one !== cell);
  const only = before.length === 1 && others.length === 0;
  const next = additive ? [...others, ...(before.length === others.length ? [cell] : [])] : only ? [] : [cell];
  const count = next.length;
  const label = count === 1 ? { zh: '所选格子', en: 'Chosen cell' } : { zh: `所选 ${count} 格`, en: `${count} chosen cells` };
  dataset.setFilter(CELLS_KEY, count === 0 ? undefined : { kind: 'shape', rings: next.map((one) => ringOf(lattice, one)), label });
}

/** Cells that hold some of the rows. */
export function cellsOfRows({ cells, rows }: BinLattice, wanted: ReadonlySet<number> | undefined): number[] {
  if (!wanted || wanted.size === 0) return [];
  const holds = new Uint8Array(cells.count);
  const mark = (cell: number | undefined) => cell !== undefined && cell >= 0 && (holds[cell] = 1);
  if (!rows) for (const row of wanted) mark(cells.of[row]);
  else rows.forEach((row, index) => wanted.has(row) && mark(cells.of[index]));
  const found: number[] = [];
  for (let cell = 0; cell < holds.length; cell++) if (holds[cell] === 1) found.push(cell);
  return found;
}
