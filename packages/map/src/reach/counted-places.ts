/** Rows of a dataset elsewhere as places with numbers: its engine counts them in small cells, whose middles stand for them. */
import { YztError } from '@yizhangtu/base/errors';
import type { Filter, Measure } from '@yizhangtu/data/model';
import type { CellsAnswer, RemoteDataset } from '@yizhangtu/data/remote';
import { EqualArea } from '../ground/equal-area.js';
import { middleOfCell } from '../ground/lattice.js';

/** More cells than a map can show apart. */
const MOST = 50_000;
/** Times that cells are made twice as wide before it is given up. */
const TRIES = 5;

/** What is asked. */
export interface PlacesAsked {
  /** Width of a cell on the ground, metres. Where there are too many it becomes twice as wide, and again. */
  readonly size: number;
  readonly measure: Measure;
  /** Conditions beside the filters. */
  readonly also: readonly Filter[];
  /** Keys of filters that do not count. */
  readonly ignore?: readonly string[];
  /** Conditions by which the rows of each cell are counted besides. */
  readonly parts?: readonly Filter[];
}

/** Middles of cells, and what is in them. */
export interface CountedPlaces {
  /** Longitude and latitude, in turn. */
  readonly degrees: Float64Array;
  /** Rows. */
  readonly counts: Float64Array;
  /** The measure; NaN where no row has a value. */
  readonly values: Float64Array;
  /** Rows that meet each of the conditions. */
  readonly parts: readonly Float64Array[];
  /** Width of the cells that were counted, metres. */
  readonly size: number;
}

function middlesOf({ columns, lines }: CellsAnswer, size: number, area: EqualArea): Float64Array {
  const degrees = new Float64Array(2 * columns.length);
  for (let cell = 0; cell < columns.length; cell++) degrees.set(area.inverse(...middleOfCell({ kind: 'square', size }, columns[cell] as number, lines[cell] as number)), 2 * cell);
  return degrees;
}

/** Asks for the places. @throws YztError `not-answerable` for engines that cannot count in cells, `too-many-groups` for a world of them. */
export async function countedPlaces(whole: RemoteDataset, { size: least, ...asked }: PlacesAsked, signal: AbortSignal): Promise<CountedPlaces> {
  for (let size = least, left = TRIES; left > 0; size *= 2, left--) {
    const about = whole.planeCenter ?? [0, 0];
    const answer = await whole.cells({ kind: 'square', size, plane: { about }, limit: MOST, ...asked }, signal);
    if (answer.complete) return { degrees: middlesOf(answer, size, new EqualArea(...about)), counts: answer.counts, values: answer.values, parts: answer.parts ?? [], size };
  }
  throw new YztError('too-many-groups', {
    zh: `视野内的格子超过 ${MOST} 个。请放大地图，或先筛选。`,
    en: `There are more than ${MOST} cells in view. Zoom in, or narrow the rows down first.`,
  });
}
