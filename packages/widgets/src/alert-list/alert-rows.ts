/** Pure logic of the list of warnings: levels and states in any of their spellings, and the order in which they matter. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { CellValue, Dataset, DatasetLike } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import { WARNING_LEVEL, WARNING_STATUS } from '@yizhangtu/standards/warning';

/** A level of warning. */
export interface AlertLevel {
  /** 1 red to 4 blue, as in the law. */
  readonly code: string;
  /** 4 red to 1 blue: how severe; 0 unknown. */
  readonly rank: number;
  /** 红色, 橙色 … */
  readonly word: Text;
  readonly label: Text;
  readonly color: string;
}

export type AlertStatus = 'issued' | 'updated' | 'lifted';

/** Levels from the most severe down: 红, 橙, 黄, 蓝. 《突发事件应对法》. */
export const ALERT_LEVELS: readonly AlertLevel[] = [...WARNING_LEVEL.entries].reverse().map(({ code, label, short, color }) => ({
  code,
  rank: 5 - Number(code),
  word: short ?? label,
  label,
  color: color ?? '#7d8794',
}));

const SPELLINGS: Readonly<Record<string, RegExp>> = {
  '1': /^(1|i|ⅰ|一级|特别严重)$|红|\bred\b/i,
  '2': /^(2|ii|ⅱ|二级|严重)$|橙|\borange\b/i,
  '3': /^(3|iii|ⅲ|三级|较重)$|黄|\byellow\b/i,
  '4': /^(4|iv|ⅳ|四级|一般)$|蓝|\bblue\b/i,
};

/** The level a value means: a code of the law (1–4), a Roman numeral, or a word with the colour. Undefined for others. */
export function alertLevel(value: CellValue): AlertLevel | undefined {
  const text = String(value ?? '')
    .replace(/级$/, '')
    .trim();
  const code = Object.keys(SPELLINGS).find((one) => SPELLINGS[one]?.test(text));
  return ALERT_LEVELS.find((level) => level.code === code);
}

/** The state a value means; `issued` where nothing is said. */
export function alertStatus(value: CellValue): AlertStatus {
  const text = String(value ?? '');
  if (/解除|取消|lift|cancel|end/i.test(text)) return 'lifted';
  return /更新|变更|续|升级|降级|updat/i.test(text) ? 'updated' : 'issued';
}

export function statusWords(status: AlertStatus, locale: Locale): string {
  const entry = WARNING_STATUS.entries.find(({ code }) => code === status);
  return entry ? inWords(entry.label, locale) : status;
}

/** The fields of a warning, as the page names them or as they usually are called. */
export interface AlertFields {
  readonly level: string | undefined;
  readonly status: string | undefined;
  readonly time: string | undefined;
}

const LEVEL_NAMES = /level|grade|severity|级别|等级|预警颜色/i;
const STATUS_NAMES = /^(status|state|msgtype)$|状态/i;

/** Finds the fields that the page does not name. */
export function alertFields(dataset: DatasetLike, given: Partial<AlertFields>): AlertFields {
  const named = (pattern: RegExp): string | undefined => dataset.columns.find(({ name }) => pattern.test(name))?.name;
  const coded = dataset.schema?.fields.find(({ codes }) => codes?.scheme === WARNING_LEVEL.scheme)?.name;
  return {
    level: given.level || coded || named(LEVEL_NAMES),
    status: given.status || named(STATUS_NAMES),
    time: given.time || dataset.columns.find(({ kind }) => kind === 'date')?.name,
  };
}

/** One warning. */
export interface AlertRow {
  readonly row: number;
  readonly level: AlertLevel | undefined;
  readonly status: AlertStatus;
  /** ms; NaN where unknown. */
  readonly time: number;
}

/** The order in which warnings matter: lifted ones last, then the most severe, then the newest. */
export function alertOrder(a: AlertRow, b: AlertRow): number {
  const late = ({ time }: AlertRow): number => (Number.isNaN(time) ? -Infinity : time);
  const lifted = Number(a.status === 'lifted') - Number(b.status === 'lifted');
  const severe = (b.level?.rank ?? 0) - (a.level?.rank ?? 0);
  return lifted || severe || Math.sign(late(b) - late(a)) || a.row - b.row;
}

/** What a list shows. */
export interface AlertView {
  /** The warnings that matter most. */
  readonly rows: readonly AlertRow[];
  readonly total: number;
  /** From the most severe down. */
  readonly levels: readonly AlertCount[];
}

/** A level over the list. */
export interface AlertCount {
  readonly level: AlertLevel;
  /** Warnings in force. */
  readonly count: number;
  /** What the data writes for it: data spells it as it likes. */
  readonly values: readonly CellValue[];
}

/** Which warnings are listed. */
export interface AlertNeed {
  /** 1 for each row that is listed, and for each that the levels count. */
  readonly passing: Uint8Array;
  readonly counted: Uint8Array;
  /** Without lifted warnings. */
  readonly inForce: boolean;
  /** Warnings at most. */
  readonly most: number;
}

/** Rows between two pauses. */
const STEP = 1 << 14;

/** The warnings of a dataset, in steps: levels and states are read once a word, and only the first warnings are put in order. */
export function* alertSteps(dataset: Dataset, fields: AlertFields, need: AlertNeed): Steps<AlertView> {
  const [levels, states] = [wordsIn(dataset, fields.level, alertLevel), wordsIn(dataset, fields.status, alertStatus)];
  const column = fields.time === undefined ? undefined : dataset.column(fields.time);
  const times = column?.kind === 'date' ? column.values : undefined;
  const counts = new Map<AlertLevel | undefined, number>();
  const rows: AlertRow[] = [];
  let total = 0;
  for (let row = 0; row < dataset.rowCount; row++) {
    if (row % STEP === STEP - 1) yield row / dataset.rowCount;
    if (need.passing[row] !== 1 && need.counted[row] !== 1) continue;
    const one: AlertRow = { row, level: levels.read(row, need.counted[row] === 1), status: states.read(row, false), time: times?.[row] ?? Number.NaN };
    const lifted = one.status === 'lifted';
    if (need.counted[row] === 1 && !lifted) counts.set(one.level, (counts.get(one.level) ?? 0) + 1);
    if (need.passing[row] !== 1 || (need.inForce && lifted)) continue;
    total++;
    insert(rows, one, need.most);
  }
  return { rows, total, levels: ALERT_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0, values: levels.met(level) })) };
}

/** Puts a warning among the first ones. */
function insert(rows: AlertRow[], one: AlertRow, most: number): void {
  const last = rows[most - 1];
  if (last && alertOrder(one, last) > 0) return;
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (alertOrder(rows[middle] as AlertRow, one) < 0) from = middle + 1;
    else to = middle;
  }
  rows.splice(from, 0, one);
  if (rows.length > most) rows.pop();
}

/** What the words of a field mean, each read once. */
function wordsIn<T>(dataset: Dataset, field: string | undefined, meaning: (value: CellValue) => T): { read(row: number, note: boolean): T; met(meant: T): CellValue[] } {
  const { codes, keys } = field === undefined || !dataset.column(field) ? { codes: new Uint8Array(0), keys: [] } : dataset.groupingOf(field);
  const known: T[] = [];
  const noted: boolean[] = [];
  const placeOf = (row: number): number => Math.min(codes[row] ?? keys.length, keys.length);
  return {
    read(row, note) {
      const place = placeOf(row);
      if (!(place in known)) known[place] = meaning(keys[place] ?? null);
      if (note) noted[place] = true;
      return known[place] as T;
    },
    met: (meant) => known.flatMap((one, place) => (one === meant && noted[place] ? [keys[place] ?? null] : [])),
  };
}

/** The tint of a level behind its words, which keep the colour of text: readable in every theme. */
export function levelTint(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},0.18)`;
}
