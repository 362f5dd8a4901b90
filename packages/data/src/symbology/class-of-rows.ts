/** The class of single rows that have come from a server, by the rules that place the rows of this page. */
import type { DatasetLike } from '../model/dataset-like.js';
import type { SymbolClass, Symbology } from './types.js';

const NONE = 255;

/** The class number of a row that is here; 255 for none. @param model From `askedSymbology`, of the same dataset. */
export function classOfRows(model: Symbology, dataset: DatasetLike): (row: number) => number {
  const { kind, classes, field = '', axes } = model;
  const none = placeOf(classes, null);
  if (kind === 'class') {
    const places = new Map(classes.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index] as const])));
    const other = placeOf(classes, undefined);
    return (row) => {
      const value = dataset.value(row, field);
      return places.get(value instanceof Date ? value.getTime() : value) ?? (value === null ? none : other);
    };
  }
  if (kind === 'breaks') {
    const limits = limitsIn(classes);
    return (row) => above(limits, numberIn(dataset, row, field)) ?? none;
  }
  if (!axes) return () => (kind === 'fixed' ? 0 : NONE);
  const [x, y] = axes;
  const [wide, high] = [axisLimits(classes, 0, x.count), axisLimits(classes, 1, x.count)];
  return (row) => {
    const [at, up] = [above(wide, numberIn(dataset, row, x.field)), above(high, numberIn(dataset, row, y.field))];
    return at === undefined || up === undefined ? none : at + up * x.count;
  };
}

function placeOf(classes: readonly SymbolClass[], key: null | undefined): number {
  const place = classes.findIndex((one) => one.key === key);
  return place < 0 ? NONE : place;
}

/** Limits between classes, rising. */
export function limitsIn(classes: readonly SymbolClass[]): number[] {
  return classes.flatMap(({ min }) => (min === undefined ? [] : [min]));
}

/** Limits of one of two scales: those of the conditions of its classes, which stand in each pair. */
export function axisLimits(classes: readonly SymbolClass[], at: number, across: number): number[] {
  const pairs = classes.filter(({ key }) => key === undefined);
  return (at === 0 ? pairs.slice(0, across) : pairs.filter((_, index) => index % across === 0)).flatMap(({ filter }) => {
    const own = filter?.kind === 'all' ? filter.filters[at] : undefined;
    return own?.kind === 'range' && own.min !== undefined ? [own.min] : [];
  });
}

/** Number of limits that are not above a value; undefined for none. */
function above(limits: readonly number[], value: number): number | undefined {
  return value - value === 0 ? limits.filter((limit) => limit <= value).length : undefined;
}

/** Text that reads as a number counts, as where rows are in this page. */
function numberIn(dataset: DatasetLike, row: number, field: string): number {
  const value = dataset.value(row, field);
  if (typeof value === 'string') return value.trim() === '' ? Number.NaN : Number(value);
  return value === null || typeof value === 'boolean' ? Number.NaN : Number(value);
}
