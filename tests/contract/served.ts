import type { Dataset } from '@yizhangtu/data/model';
import { RemoteDataset, type Conditions, type Engine, type RemoteRow } from '@yizhangtu/data/remote';

/** Answers with the rows of a dataset as if they were on a server: a moment later, and with nothing in its cells. */
export function engineOver(held: Dataset): Engine {
  const places = held.geometry.kind === 'point' ? held.geometry.coordinates : new Float64Array(2 * held.rowCount);
  const later = async <T>({ scope, conditions }: Conditions, answer: () => T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve));
    [...scope, ...conditions].forEach((filter, index) => held.setFilter(String(index), filter));
    const told = answer();
    held.clearFilters();
    return told;
  };
  const cell = (row: number, field: string): string | number | boolean | null => {
    const value = held.value(row, field);
    return value instanceof Date ? value.getTime() : value;
  };
  const placeOf = (row: number): Pick<RemoteRow, 'place' | 'geometry'> => {
    if (held.geometry.kind === 'point' || held.geometry.kind === 'none') return { place: [places[2 * row] as number, places[2 * row + 1] as number] };
    const { geometry } = held.feature(row);
    return geometry ? { geometry } : {};
  };
  return {
    label: 'Test',
    describe: () => Promise.resolve({ rowCount: held.rowCount, fields: held.columns.map((column) => ({ name: column.name, kind: column.kind, ...('dateOnly' in column && column.dateOnly && { dateOnly: true }) })), places: true, bounds: held.bounds }),
    derive: (columns) =>
      columns.map((column) => {
        held.derive(column);
        const { name } = column.field;
        return held.derivedError(name) ?? { name, kind: held.column(name)?.kind ?? 'number' };
      }),
    groups: ({ scope, conditions, ...query }) => later({ scope, conditions }, () => held.query(query)),
    page: (question) =>
      later(question, () =>
        Array.from(held.rows({ ...question, fields: [] }).rows, (row) => ({ id: row, values: question.fields.map((field) => cell(row, field)), ...placeOf(row) })),
      ),
    cells: () => Promise.resolve({ columns: new Int32Array(0), lines: new Int32Array(0), counts: new Float64Array(0), values: new Float64Array(0), complete: true }),
  };
}

/** The rows of a dataset as a dataset whose rows stay with a server. */
export async function served(held: Dataset): Promise<RemoteDataset> {
  const dataset = new RemoteDataset(engineOver(held));
  dataset.schema = held.schema;
  dataset.provenance = held.provenance;
  await dataset.load();
  return dataset;
}
