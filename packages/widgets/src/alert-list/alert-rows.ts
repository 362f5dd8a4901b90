/** Pure logic of the list of warnings: levels and states in any of their spellings, and the order in which they matter. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { CellValue, Dataset } from '@yizhangtu/data/model';
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
export function alertFields(dataset: Dataset, given: Partial<AlertFields>): AlertFields {
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

/** Warnings in the order in which they matter: lifted ones last, then the most severe, then the newest. */
export function alertRows(dataset: Dataset, fields: AlertFields, rows: Iterable<number>): AlertRow[] {
  const value = (row: number, field: string | undefined): CellValue => (field === undefined ? null : dataset.value(row, field));
  const list = [...rows].map((row): AlertRow => {
    const time = value(row, fields.time);
    return {
      row,
      level: alertLevel(value(row, fields.level)),
      status: alertStatus(value(row, fields.status)),
      time: time instanceof Date ? time.getTime() : Number.NaN,
    };
  });
  const late = ({ time }: AlertRow): number => (Number.isNaN(time) ? -Infinity : time);
  return list.sort((a, b) => {
    const lifted = Number(a.status === 'lifted') - Number(b.status === 'lifted');
    const severe = (b.level?.rank ?? 0) - (a.level?.rank ?? 0);
    return lifted || severe || Math.sign(late(b) - late(a)) || a.row - b.row;
  });
}

/** Warnings in force of each level, from the most severe down. */
export function levelCounts(list: readonly AlertRow[]): { readonly level: AlertLevel; readonly count: number }[] {
  return ALERT_LEVELS.map((level) => ({
    level,
    count: list.filter((one) => one.level === level && one.status !== 'lifted').length,
  }));
}

/** The tint of a level behind its words, which keep the colour of text: readable in every theme. */
export function levelTint(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},0.18)`;
}
