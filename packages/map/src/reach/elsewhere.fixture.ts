/** Data whose rows are with an engine that answers from a dataset, a moment later. */
import type { YztError } from '@yizhangtu/base/errors';
import type { Dataset, FieldInfo, Filter } from '@yizhangtu/data/model';
import { RemoteDataset, type CellsAnswer, type CellsQuestion, type Conditions, type Engine, type PageQuestion } from '@yizhangtu/data/remote';
import { project } from '../renderer/project.js';
import { EqualArea } from '../ground/equal-area.js';
import { cellsOf } from '../ground/lattice.js';
import { tallyOf, type CellMeasureKind } from '../surface/tally.js';

const PAUSE = 10;

/** What was asked, in order. */
export interface Asked {
  readonly cells: CellsQuestion[];
  readonly pages: PageQuestion[];
}

export function noneAsked(): Asked {
  return { cells: [], pages: [] };
}

/** Long enough for an answer. */
export function pause(ms = 4 * PAUSE): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function counted(held: Dataset, question: CellsQuestion): CellsAnswer {
  const { plane, kind, size, measure, limit } = question;
  const degrees = held.geometry.kind === 'point' ? held.geometry.coordinates : new Float64Array(0);
  const xy = 'about' in plane ? new EqualArea(...plane.about).forwardAll(degrees) : project(degrees, plane.code);
  const cells = cellsOf({ kind, size }, xy);
  const column = measure.field === undefined ? undefined : held.column(measure.field);
  const numbers = column?.kind === 'number' ? column.values : undefined;
  const { counts, values } = tallyOf({ cells, kind: measure.kind as CellMeasureKind, passing: held.passing(), ...(numbers && { numbers }) });
  const parts = (question.parts ?? []).map((part) => {
    held.setFilter('part', part);
    const told = tallyOf({ cells, kind: 'count', passing: held.passing() }).counts;
    held.setFilter('part', undefined);
    return told;
  });
  const met = [...counts.keys()].filter((cell) => (counts[cell] as number) > 0);
  const shown = met.slice(0, limit);
  const of = <T extends Int32Array | Float64Array>(from: ArrayLike<number>, into: T): T => (shown.forEach((cell, index) => (into[index] = from[cell] as number)), into);
  return {
    columns: of(cells.columns, new Int32Array(shown.length)),
    lines: of(cells.lines, new Int32Array(shown.length)),
    counts: of(counts, new Float64Array(shown.length)),
    values: of(values, new Float64Array(shown.length)),
    parts: parts.map((part) => of(part, new Float64Array(shown.length))),
    complete: met.length <= limit,
  };
}

/** An engine over rows that are held for it. */
export function heldEngine(held: Dataset, asked: Asked = noneAsked()): Engine {
  const later = async <T>({ scope, conditions }: Conditions, answer: () => T): Promise<T> => {
    await pause(PAUSE);
    await held.deriving;
    const all: readonly Filter[] = [...scope, ...conditions];
    all.forEach((filter, index) => held.setFilter(`c${index}`, filter));
    const told = answer();
    held.clearFilters();
    return told;
  };
  const cell = (row: number, field: string): string | number | boolean | null => {
    const value = held.value(row, field);
    return value instanceof Date ? value.getTime() : value;
  };
  const placed = (row: number) => {
    const { geometry } = held.feature(row);
    if (geometry?.type === 'Point') return { place: geometry.coordinates as [number, number] };
    return geometry ? { geometry } : {};
  };
  return {
    label: 'Held',
    describe: async () => ({ rowCount: held.rowCount, fields: held.columns.map(({ name, kind }) => ({ name, kind })), places: true, bounds: held.bounds }),
    derive: (columns) =>
      columns.map((column): FieldInfo | YztError => {
        const { name } = column.field;
        held.derive(column);
        return held.derivedError(name) ?? { name, kind: held.column(name)?.kind ?? 'number' };
      }),
    groups: ({ conditions, scope, ...query }) => later({ conditions, scope }, () => held.query(query)),
    page: (question) => {
      asked.pages.push(question);
      return later(question, () => [...held.rows({ ...question, fields: [] }).rows].map((row) => ({ id: row + 1000, values: question.fields.map((field) => cell(row, field)), ...placed(row) })));
    },
    cells: (question) => {
      asked.cells.push(question);
      return later(question, () => counted(held, question));
    },
  };
}

/** A dataset that has said what it holds. */
export async function elsewhere(engine: Engine): Promise<RemoteDataset> {
  const data = new RemoteDataset(engine);
  await data.load();
  return data;
}
