/** Test data whose rows are with an engine: it answers from a dataset, a moment later. */
import { Dataset, type Filter } from '@yizhangtu/data/model';
import { isWhole } from '@yizhangtu/data/symbology';
import { RemoteDataset, type Conditions, type Engine } from '@yizhangtu/data/remote';

/** An engine over rows that are held for it. */
export function heldEngine(held: Dataset): Engine {
  const later = async <T>(conditions: Conditions, answer: () => T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const all: readonly Filter[] = [...conditions.scope, ...conditions.conditions];
    all.forEach((filter, index) => held.setFilter(`c${index}`, filter));
    const told = answer();
    held.clearFilters();
    return told;
  };
  const raw = (row: number, field: string): string | number | boolean | null => {
    const value = held.value(row, field);
    return value instanceof Date ? value.getTime() : value;
  };
  const places = held.geometry.kind === 'point' ? held.geometry.coordinates : undefined;
  return {
    label: 'Held',
    describe: (_schema, scope) =>
      later({ scope, conditions: [] }, () => ({
        rowCount: held.query({ measures: [{ kind: 'count' }] }).total.count,
        fields: held.columns.map(({ name, kind }) => ({ name, kind, ...(isWhole(held, name) && { whole: true }) })),
        places: places !== undefined,
        bounds: held.bounds,
      })),
    groups: (question) => later(question, () => held.query(question)),
    page: (question) =>
      later(question, () =>
        [...held.rows(question).rows].map((row) => ({
          id: row,
          values: question.fields.map((field) => raw(row, field)),
          ...(places && { place: [places[2 * row] ?? Number.NaN, places[2 * row + 1] ?? Number.NaN] as const }),
        })),
      ),
  };
}

/** The same data, elsewhere: described already. */
export async function elsewhere(held: Dataset): Promise<RemoteDataset> {
  const data = new RemoteDataset(heldEngine(held));
  data.schema = held.schema;
  data.provenance = held.provenance;
  await data.load();
  return data;
}

/** More rows than come to a page, on a lattice of a width in degrees about the middle of the map of `mapPage`: numbers grow to the east. */
export function crowd(width = 0.16): Dataset {
  const count = 30_000;
  const column = (row: number): number => row % 200;
  return Dataset.fromColumns({
    coordinates: Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 36.04 + Math.floor(i / 400) / 1500 : 120.38 + ((column(i >> 1) - 99.5) / 200) * width)),
    columns: {
      kind: Array.from({ length: count }, (_, row) => (row % 11 === 0 ? null : `类${row % 5}`)),
      district: Array.from({ length: count }, (_, row) => (row % 3 ? '市南区' : '崂山区')),
      area: Float64Array.from({ length: count }, (_, row) => (row % 13 === 0 ? Number.NaN : column(row) ** 2 + (row % 7))),
    },
  });
}
