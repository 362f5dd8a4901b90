/** Whether venues are open now, as a column, so that maps, lists and charts can be filtered by it. */
import type { BooleanColumn, Column, Dataset, DerivedColumn, FieldSchema } from '@yizhangtu/data/model';
import { venueOpening, type OpenWord } from '../calc/hours-words.js';
import { HOURS_RULE } from './venue-schema.js';

/** Name of the column, and key of the filter on it. */
export const OPEN_NOW = 'openNow';

const FIELD: FieldSchema = { name: OPEN_NOW, label: { zh: '开放中', en: 'Open now' }, kind: 'boolean', internal: true };
const BYTES: Readonly<Record<OpenWord, number>> = { closed: 0, open: 1, unknown: 2 };

/** What rows are read from. */
interface Rows {
  readonly rowCount: number;
  column(name: string): Column | undefined;
}

function wordsOf(column: Column | undefined): (row: number) => string | undefined {
  return column?.kind === 'text' ? (row) => column.dictionary[column.codes[row] as number] : () => undefined;
}

/** Per row 1 open, 0 not, 2 not known. Each pair of words is worked out once. */
export function openBytes(rows: Rows, instant: number, holidays: ReadonlySet<string>): Uint8Array {
  const [rule, state] = [wordsOf(rows.column(HOURS_RULE)), wordsOf(rows.column('openState'))];
  const known = new Map<string, number>();
  return Uint8Array.from({ length: rows.rowCount }, (_, row) => {
    const key = `${state(row) ?? ''}|${rule(row) ?? ''}`;
    const kept = known.get(key) ?? BYTES[venueOpening(state(row), rule(row), instant, holidays).state];
    known.set(key, kept);
    return kept;
  });
}

function openColumn(instant: number, holidays: ReadonlySet<string>): DerivedColumn {
  return {
    field: FIELD,
    uses: [HOURS_RULE, 'openState'],
    kind: () => 'boolean',
    // Nothing to pause for: there are a few dozen kinds of hours, whatever the rows.
    *steps(rows): Generator<number, BooleanColumn> {
      yield 0;
      return { kind: 'boolean', name: OPEN_NOW, values: openBytes(rows, instant, holidays) };
    },
  };
}

/** Gives a dataset the column `openNow` of an instant, or renews it where a venue opened or closed since. Does nothing where no hours are known. */
export function markOpen(dataset: Dataset, instant: number, holidays: ReadonlySet<string>): void {
  if (dataset.rowCount === 0 || !dataset.column(HOURS_RULE)) return;
  const fresh = openBytes(dataset, instant, holidays);
  const before = dataset.column(OPEN_NOW);
  if (before?.kind === 'boolean' && before.values.length === fresh.length && fresh.every((byte, row) => byte === before.values[row])) return;
  dataset.derive(openColumn(instant, holidays));
}
