/** The class of a number by a code list, as a column. */
import type { DerivedColumn, RowSource } from '../model/derived-columns.js';
import { NO_CODE, type FieldSchema, type TextColumn } from '../model/types.js';
import type { Steps } from '../steps/drive.js';

/** Rows between two pauses. */
const STEP = 1 << 15;

/** Which number is classed, and how. */
export interface ClassRule {
  /** Field of the number. */
  readonly from: string;
  /** Codes in the order of the list: the order of legends. */
  readonly codes: readonly string[];
  /** Code of a number; undefined where it has no class. */
  codeOf(value: number): string | undefined;
  /** The same as an expression of the field, for rows that stay on a server. Without it they have no such column there. */
  readonly expression?: string;
}

/** A column of codes – strength of a wind, class of an air quality – worked out from numbers. Missing where there is no number, or no class for it. */
export function classColumn(field: FieldSchema, rule: ClassRule): DerivedColumn {
  const { expression } = rule;
  return { field, uses: [rule.from], kind: () => 'text', steps: (rows) => classed(field.name, rows, rule), ...(expression !== undefined && { far: () => ({ expression, now: Date.now }) }) };
}

function* classed(name: string, rows: RowSource, { from, codes: dictionary, codeOf }: ClassRule): Steps<TextColumn> {
  const column = rows.column(from);
  const values = column?.kind === 'number' ? column.values : undefined;
  const places = new Map(dictionary.map((code, place) => [code, place]));
  const codes = new Uint32Array(rows.rowCount).fill(NO_CODE);
  for (let row = 0; row < rows.rowCount; row++) {
    if (row % STEP === STEP - 1) yield row / rows.rowCount;
    codes[row] = places.get(codeOf(values?.[row] ?? Number.NaN) ?? '') ?? NO_CODE;
  }
  return { kind: 'text', name, dictionary, codes };
}
