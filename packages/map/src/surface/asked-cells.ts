/** Cells of rows that are elsewhere: what an engine has counted, as a layer draws it. */
import { YztError } from '@yizhangtu/base/errors';
import { LatestAnswer, rowsAsked } from '@yizhangtu/data/link';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { CellPlane, CellsAnswer, RemoteDataset } from '@yizhangtu/data/remote';
import type { View } from '../renderer/view.js';
import { latticeOnPlane, latticeOnScreen, ScaleAtRest, type BinLattice } from './bin-cells.js';
import type { BinMeasure } from './bin-picture.js';
import { CELLS_KEY } from './cells-key.js';
import { EqualArea } from '../ground/equal-area.js';
import { cellsAs, type LatticeKind } from '../ground/lattice.js';
import type { Length } from './length.js';
import { Memo } from './memo.js';
import type { Tally } from './tally.js';

/** More cells than a map can show apart. */
const MOST = 50_000;
/** Projections whose cells an engine can count. Degrees of CGCS2000 are those of WGS 84 to the decimetre. */
const CODES: Readonly<Record<string, 'EPSG:3857' | 'EPSG:4326'>> = { 'EPSG:3857': 'EPSG:3857', 'EPSG:4326': 'EPSG:4326', 'EPSG:4490': 'EPSG:4326' };

/** What is asked. */
export interface CellsAsked {
  readonly kind: LatticeKind;
  readonly size: Length;
  readonly measure: BinMeasure;
}

/** Cells with what was counted in them, by all rows and by those that pass. */
export interface CountedCells {
  readonly lattice: BinLattice;
  readonly all: Tally;
  readonly now: Tally;
}

/** Where the cells lie, and how large they are there. */
interface Place {
  readonly plane: CellPlane;
  readonly size: number;
}

/** A dataset that counts rows in cells itself. */
export function countsCells(dataset: DatasetLike): dataset is RemoteDataset {
  return 'cells' in dataset;
}

function latticeOf(answer: CellsAnswer, kind: LatticeKind, { plane, size }: Place, view: View | undefined): BinLattice {
  const cells = cellsAs({ kind, size }, answer.columns, answer.lines);
  return 'about' in plane ? latticeOnPlane(cells, new EqualArea(...plane.about)) : latticeOnScreen(cells, view as View);
}

function tallyOf({ columns, lines, counts, values }: CellsAnswer, { cells }: BinLattice): Tally {
  const tally = { counts: new Uint32Array(cells.count), values: new Float64Array(cells.count).fill(NaN) };
  for (let i = 0; i < columns.length; i++) {
    const cell = cells.find(columns[i] as number, lines[i] as number);
    if (cell < 0) continue;
    tally.counts[cell] = counts[i] as number;
    tally.values[cell] = values[i] as number;
  }
  return tally;
}

/** Asks for cells, twice: once for all rows, whose cells and limits of classes stay, and again for every change of the filters. */
export class AskedCells {
  readonly #all: LatestAnswer<CellsAnswer>;
  readonly #now: LatestAnswer<CellsAnswer>;
  readonly #lattice = new Memo<{ readonly lattice: BinLattice; readonly tally: Tally }>();
  readonly #counted = new Memo<CountedCells>();
  readonly #subject = new Memo<object>();
  readonly #scale = new ScaleAtRest();

  /** @param settled Called when an answer has come, or will not come. */
  constructor(settled: () => void) {
    this.#all = new LatestAnswer(settled);
    this.#now = new LatestAnswer(settled);
  }

  /** Why there are no cells, or no new ones. */
  get error(): YztError | undefined {
    return this.#all.error ?? this.#now.error;
  }

  /** True while an answer is under way. */
  get pending(): boolean {
    return this.#all.pending || this.#now.pending;
  }

  /** The cells last counted; undefined until there are any. */
  cells(dataset: RemoteDataset, asked: CellsAsked, view: View | undefined): CountedCells | undefined {
    const place = this.#place(dataset, asked.size, view);
    if (!place) return undefined;
    const question = { kind: asked.kind, ...place, measure: asked.measure, limit: MOST };
    const subject = this.#subject.get([dataset, JSON.stringify(question)], () => ({}));
    const about = [dataset.version, dataset.schema];
    const put = (ignore: readonly string[]) => async (signal: AbortSignal) => whole(await dataset.cells({ ...question, ignore }, signal));
    this.#all.ask(subject, about, put([...dataset.filters.keys()]));
    this.#now.ask(subject, [...about, rowsAsked(dataset, [CELLS_KEY])], put([CELLS_KEY]));
    const [all, now] = [this.#all.answer, this.#now.answer];
    if (!all || !now) return undefined;
    const { lattice, tally } = this.#lattice.get([all], () => {
      const made = latticeOf(all, asked.kind, place, view);
      return { lattice: made, tally: tallyOf(all, made) };
    });
    return this.#counted.get([lattice, now], () => ({ lattice, all: tally, now: tallyOf(now, lattice) }));
  }

  /** Ends what is under way. */
  forget(): void {
    this.#all.forget();
    this.#now.forget();
  }

  #place(dataset: RemoteDataset, { value, unit }: Length, view: View | undefined): Place | undefined {
    if (unit === 'm') return dataset.planeCenter && { plane: { about: dataset.planeCenter }, size: value };
    const code = view && CODES[view.projection];
    return code && { plane: { code }, size: value * this.#scale.resolution(view) };
  }
}

/** Part of the cells is no map. */
function whole(answer: CellsAnswer): CellsAnswer {
  if (answer.complete) return answer;
  throw new YztError('too-many-groups', {
    zh: `格子超过 ${MOST} 个。请把 size 写得更大，或先筛选。`,
    en: `There are more than ${MOST} cells. Write a larger size, or narrow the rows down first.`,
  });
}
