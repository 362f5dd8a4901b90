/** Pure logic of drilling down: codes within codes, as divisions have them (370202 within 3702, 370202001 within 370202). */
import type { Dataset, DatasetLike, FieldInfo, Filter } from '@yizhangtu/data/model';

/** Zeros at the end say «all of it»: 370200 is all of 3702. City and province codes have them in pairs. */
export function codePrefix(code: string): string {
  const pairs = /^(\d{2})(\d{2})(\d{2})$/.exec(code);
  if (!pairs) return code;
  const [, province = '', city = '', district = ''] = pairs;
  return district !== '00' ? code : city === '00' ? province : province + city;
}

/** The code of a row as text; undefined where it has none. */
export function codeAt(dataset: DatasetLike, row: number, field: string): string | undefined {
  const value = dataset.value(row, field);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The condition that leaves the rows within a division. Codes that are numbers are filtered by their range. Undefined for no code. */
export function withinFilter(dataset: DatasetLike, field: string, code: string | undefined): Filter | undefined {
  const column = dataset.column(field);
  if (code === undefined || !column) return undefined;
  const prefix = codePrefix(code);
  if (column.kind !== 'number') return { kind: 'compare', field, operator: 'starts-with', value: prefix };
  const ranges = lengthsOf(column).filter((digits) => digits >= prefix.length).map((digits) => numberRange(field, prefix, digits));
  return ranges.length === 1 ? ranges[0] : { kind: 'any', filters: ranges };
}

/** Digits of codes of districts, streets and villages (GB/T 2260, GB/T 10114), where the codes themselves are elsewhere. */
const LENGTHS = [6, 9, 12];

/** How many digits codes have: as many as the longest. */
function lengthsOf(column: FieldInfo & { readonly values?: ArrayLike<number> }): readonly number[] {
  const { values } = column;
  if (!values) return LENGTHS;
  let digits = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value - value === 0) digits = Math.max(digits, String(Math.trunc(value)).length);
  }
  return [digits];
}

function numberRange(field: string, prefix: string, digits: number): Filter {
  const step = 10 ** (digits - prefix.length);
  return { kind: 'range', field, min: Number(prefix) * step, max: (Number(prefix) + 1) * step, maxExclusive: true };
}

/** A level of divisions: its data, and the field of the code in it. */
export interface Level {
  readonly dataset: Dataset | undefined;
  readonly field: string;
}

/** A division on the way down. */
export interface Step {
  readonly code: string;
  /** Its row in the dataset of its level; −1 while that is not there. */
  readonly row: number;
}

/** Row of a code; −1 where there is none. */
export function rowOf({ dataset, field }: Level, code: string): number {
  for (let row = 0; dataset && row < dataset.rowCount; row++) if (codeAt(dataset, row, field) === code) return row;
  return -1;
}

/** The way down to a code: on each level the division that it lies in, the code itself last. Ends where a level has none. */
export function pathTo(code: string | undefined, levels: readonly Level[]): Step[] {
  const path: Step[] = [];
  if (!code) return path;
  for (const level of levels) {
    const { dataset, field } = level;
    let found: Step | undefined;
    for (let row = 0; dataset && row < dataset.rowCount && !found; row++) {
      const one = codeAt(dataset, row, field);
      if (one !== undefined && code.startsWith(codePrefix(one))) found = { code: one, row };
    }
    if (!found) return path;
    path.push(found);
    if (found.code === code) return path;
  }
  return path;
}

/** Ids of layers and `dataset:field` pairs as attributes list them. */
export function pairList(words: string | undefined): readonly (readonly [id: string, field: string])[] {
  return (words ?? '').split(/\s+/).flatMap((word) => {
    const at = word.indexOf(':');
    return at > 0 && at < word.length - 1 ? [[word.slice(0, at), word.slice(at + 1)] as const] : [];
  });
}
