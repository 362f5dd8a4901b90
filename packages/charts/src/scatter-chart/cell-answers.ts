/** What a scatter plot asks of data whose rows are elsewhere: between which numbers they lie, then how many lie in each cell. */
import type { YztError } from '@yizhangtu/base/errors';
import { LatestAnswer } from '@yizhangtu/data/link';
import type { Answer, DatasetLike, GroupKey, Measure } from '@yizhangtu/data/model';
import { Memo } from '../chart/memo.js';
import { cellsOf, type Cells } from './cell-counts.js';
import { cellEdges, type CellEdges } from './cell-edges.js';
import { plotOf, type PlotInput, type ScatterMarker, type ScatterPlot } from './scatter-plot.js';

/** What is to be drawn. */
export interface CellsNeed {
  readonly dataset: DatasetLike;
  readonly x: string;
  readonly y: string;
  readonly box: PlotInput;
  readonly markers: readonly ScatterMarker['kind'][];
}

/** What there is to draw. */
export interface CellsPicture {
  readonly plot: ScatterPlot;
  readonly cells: Cells;
  /** The cells that the filters of the chart itself leave; undefined without one. */
  readonly kept: Cells | undefined;
  readonly ends: RowEnds;
}

/** What a server has counted: it can be drawn in any size. */
type Counted = Omit<CellsPicture, 'plot'>;

/** Middle values by kind: of x, of y. */
export type Middles = readonly (readonly [x: number, y: number])[];

/** Rows with both numbers, and between which they lie. */
export interface RowEnds {
  readonly count: number;
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
  /** Rows without one of the two numbers. */
  readonly missing: number;
  /** Rows that a logarithmic axis cannot show. */
  readonly notAbove: number;
}

/** Side of a cell at least, px. */
const CELL = 6;
/** Room around the marks, px. */
const MARGIN = 5;
/** Cells along an axis at most, however large the wall. */
const MOST = 120;
/** Larger than every number, and smaller than every one above zero. */
const [HUGE, TINY] = [1e300, 1e-300];

const COUNT: Measure = { kind: 'count' };

/** One bin that holds all numbers an axis can show; of a logarithmic one another holds those it cannot. */
function shown(field: string, log: boolean): GroupKey {
  return { field, bin: { kind: 'number', breaks: log ? [-HUGE, TINY, HUGE] : [-HUGE, HUGE] } };
}

/** What an answer by `shown` of both fields says of the rows with both numbers, and how many rows have both, shown or not. */
function bothIn(answer: Answer): { readonly values: readonly number[]; readonly both: number } {
  const columns = answer.groups.filter(({ key }) => typeof key === 'number');
  const lines = (answer.splits ?? []).flatMap((key, index) => (typeof key === 'number' ? [index] : []));
  const both = columns.reduce((sum, { parts = [] }) => lines.reduce((all, line) => all + (parts[line]?.count ?? 0), sum), 0);
  return { values: columns[columns.length - 1]?.parts?.[lines[lines.length - 1] ?? -1]?.values ?? [], both };
}

/** Reads the ends from an answer: number of rows, least and largest of x and of y. */
function endsIn(answer: Answer): RowEnds {
  const { values, both } = bothIn(answer);
  const [count = 0, x0 = NaN, x1 = NaN, y0 = NaN, y1 = NaN] = values;
  return {
    count: Number.isFinite(x0 + x1 + y0 + y1) ? count : 0,
    x: [x0, x1],
    y: [y0, y1],
    missing: Math.max(0, answer.total.count - both) || 0,
    notAbove: Math.max(0, both - count) || 0,
  };
}

/** Asks, and keeps what was answered until the next answer is there. */
export class CellAnswers {
  readonly #ends: LatestAnswer<RowEnds>;
  readonly #cells: LatestAnswer<Counted>;
  readonly #middles: LatestAnswer<Middles>;
  readonly #sides = new Memo<readonly [across: CellEdges, up: CellEdges]>();
  readonly #shown = new Memo<CellsPicture>();
  #subject: readonly unknown[] = [];
  #box: PlotInput | undefined;

  /** @param settled Called when an answer has come. */
  constructor(settled: () => void) {
    this.#ends = new LatestAnswer(settled);
    this.#cells = new LatestAnswer(settled);
    this.#middles = new LatestAnswer(settled);
  }

  /** What was counted last, in the box as it is now; the same object until one of them changes. */
  get picture(): CellsPicture | undefined {
    const [counted, box] = [this.#cells.answer, this.#box];
    if (!counted || !box) return undefined;
    return this.#shown.of([counted, ...Object.values(box)], () => ({ ...counted, plot: plotOf(box, counted.ends.x, counted.ends.y, MARGIN) }));
  }

  /** Between which numbers the rows lie, as far as it is known. */
  get ends(): RowEnds | undefined {
    return this.#ends.answer;
  }

  /** Middle values, once they are there: a median of very many rows takes a server longer than all the rest. */
  get middles(): Middles {
    return this.#middles.answer ?? [];
  }

  get error(): YztError | undefined {
    return this.#ends.error ?? this.#cells.error;
  }

  /** True while something is under way. */
  get pending(): boolean {
    return this.#ends.pending || this.#cells.pending;
  }

  get stale(): boolean {
    return this.#ends.stale || this.#cells.stale || this.#middles.stale;
  }

  forget(): void {
    this.#ends.forget();
    this.#cells.forget();
    this.#middles.forget();
  }

  /** Asks what is not known. */
  ask(need: CellsNeed): void {
    const { dataset, x, y, box, markers } = need;
    const { logX, logY } = box;
    const subject = [dataset, x, y, logX, logY];
    if (subject.some((part, index) => part !== this.#subject[index])) this.#subject = subject;
    const ignore = [x, y];
    const filters = JSON.stringify([...dataset.filters].filter(([key]) => !ignore.includes(key)));
    const asked = (measures: readonly Measure[], signal: AbortSignal): Answer | Promise<Answer> => dataset.query({ groupBy: shown(x, logX), splitBy: shown(y, logY), measures, ignore }, signal);
    const extremes: Measure[] = [COUNT, ...ignore.flatMap((field) => [{ kind: 'min', field }, { kind: 'max', field }] as const)];
    this.#ends.ask(this.#subject, [dataset.version, filters], async (signal) => endsIn(await asked(extremes, signal)));
    const wanted = markers.flatMap((kind) => ignore.map((field): Measure => ({ kind, field })));
    this.#middles.ask(this.#subject, [dataset.version, filters, markers.join()], async (signal) => {
      const { values } = wanted.length > 0 ? bothIn(await asked(wanted, signal)) : { values: [] };
      return markers.map((_, index) => [values[2 * index] ?? NaN, values[2 * index + 1] ?? NaN] as const);
    });
    const ends = this.#ends.answer;
    if (!ends || ends.count === 0 || box.width === 0 || box.height === 0) return;
    this.#box = box;
    const own = JSON.stringify(ignore.map((field) => dataset.filters.get(field)));
    const sides = this.#sides.of([ends, this.#subject, ...Object.values(box)], () => sidesOf(need, ends));
    // Another size of the chart is another question only where it makes other cells.
    this.#cells.ask(this.#subject, [ends, own, JSON.stringify(sides)], (signal) => count(need, sides, ends, signal));
  }
}

/** Cells of both axes: about as many as there is room for. */
function sidesOf({ dataset, x, y, box }: CellsNeed, ends: RowEnds): readonly [across: CellEdges, up: CellEdges] {
  const plot = plotOf(box, ends.x, ends.y, MARGIN);
  const room = (length: number): number => Math.max(4, Math.min(MOST, Math.round(length / CELL / 5) * 5));
  const whole = (field: string): boolean => dataset.column(field)?.whole === true;
  return [
    cellEdges({ field: x, axis: plot.xAxis, ends: ends.x, log: box.logX, whole: whole(x), count: room(plot.right - plot.left) }),
    cellEdges({ field: y, axis: plot.yAxis, ends: ends.y, log: box.logY, whole: whole(y), count: room(plot.bottom - plot.top) }),
  ];
}

async function count({ dataset, x, y }: CellsNeed, [across, up]: readonly [CellEdges, CellEdges], ends: RowEnds, signal: AbortSignal): Promise<Counted> {
  const asked = async (ignore: readonly string[]): Promise<Cells> => cellsOf(await dataset.query({ groupBy: across.by, splitBy: up.by, measures: [COUNT], ignore }, signal), across, up);
  const own = dataset.filters.has(x) || dataset.filters.has(y);
  const [cells, kept] = await Promise.all([asked([x, y]), own ? asked([]) : undefined]);
  return { cells, kept, ends };
}
