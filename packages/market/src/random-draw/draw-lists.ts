/** Rows of datasets as the lists of a draw. Pure, so that it is tested without a browser. */
import type { Avoidance, Inspector, Subject } from '../calc/index.js';

/** What is read of a dataset: `Dataset` has it. */
export interface RowsToRead {
  readonly rowCount: number;
  value(row: number, field: string): unknown;
}

/** What is known of a list of the page. */
export interface ListState {
  readonly dataset: { readonly rowCount: number; readonly filtering: Promise<void> | undefined } | undefined;
  readonly loading: boolean;
  readonly error: unknown;
}

/** Whether a list is on its way, or could not be had: nothing may be drawn from what is there of it. */
export function isIncomplete({ dataset, loading, error }: ListState): boolean {
  return loading || dataset?.filtering !== undefined || (error !== undefined && (dataset?.rowCount ?? 0) === 0);
}

/** Names of the columns of a pool. */
export interface PoolFields {
  readonly code: string;
  readonly name: string;
  readonly risk: string;
  readonly area: string;
  readonly holder: string;
  readonly excluded: string;
}

const KINDS: readonly Avoidance['kind'][] = ['uscc', 'holder', 'area'];
const NO = ['', '0', 'false', 'no', 'n', '否', '无'];

/** A cell as text, without spaces around it; empty for a missing one. */
function word(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : String(value as number | boolean);
}

/** Whether a cell says yes. Whatever says neither no nor nothing does: 是, true, 1, 主办. */
function isYes(value: unknown): boolean {
  return !NO.includes(word(value).toLowerCase());
}

/**
 * The rows of a pool as subjects: what is missing is left out, so that one list has one hash. A cell of `excluded` that says no excludes nobody.
 * @param keeps 1 for the rows that take part. Default: all.
 */
export function subjectsOf(data: RowsToRead, fields: PoolFields, keeps?: ArrayLike<number>): Subject[] {
  const subjects: Subject[] = [];
  for (let row = 0; row < data.rowCount; row++) {
    if (keeps && keeps[row] !== 1) continue;
    const at = (field: string): string => word(data.value(row, field));
    const [area, holder, excluded] = [at(fields.area), at(fields.holder), at(fields.excluded)];
    subjects.push({
      uscc: at(fields.code), name: at(fields.name), stratum: at(fields.risk),
      ...(area && { area }), ...(holder && { holder }), ...(isYes(excluded) && { excluded }),
    });
  }
  return subjects;
}

/** 回避 as one cell: `area:370202:原籍; holder:H7:亲属`. Parts that are not of this form are told in `faults`. */
export function avoidancesOf(text: string): { readonly avoids: Avoidance[]; readonly faults: string[] } {
  const avoids: Avoidance[] = [];
  const faults: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const one = part.trim();
    if (!one) continue;
    const [, kind = '', value = '', reason = ''] = /^(\w+)\s*[:：]\s*([^:：]+?)\s*(?:[:：]\s*(.*))?$/.exec(one) ?? [];
    if (KINDS.includes(kind as Avoidance['kind']) && value) avoids.push({ kind: kind as Avoidance['kind'], value, reason: reason || '回避' });
    else faults.push(one);
  }
  return { avoids, faults };
}

/** The rows of a list of inspectors: columns `id`, `name`, `lead` and `avoids`. */
export function inspectorsOf(data: RowsToRead): { readonly inspectors: Inspector[]; readonly faults: string[] } {
  const faults: string[] = [];
  const inspectors = Array.from({ length: data.rowCount }, (_, row): Inspector => {
    const read = avoidancesOf(word(data.value(row, 'avoids')));
    faults.push(...read.faults);
    return { id: word(data.value(row, 'id')), name: word(data.value(row, 'name')), ...(isYes(data.value(row, 'lead')) && { lead: true }), ...(read.avoids.length > 0 && { avoids: read.avoids }) };
  });
  return { inspectors, faults };
}

/** Subjects of each class: those that can be drawn, and those that cannot. Classes in the order of their names; '' where a class is missing. */
export function countsByClass(pool: readonly Subject[]): Map<string, { able: number; excluded: number }> {
  const counts = new Map<string, { able: number; excluded: number }>();
  for (const { stratum, excluded } of pool) {
    const count = counts.get(stratum) ?? { able: 0, excluded: 0 };
    if (excluded === undefined) count.able++;
    else count.excluded++;
    counts.set(stratum, count);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
