/** Pure logic of the board: which fields say what, one card a row, and how many targets are reached. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { CellValue, DatasetLike } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import { targetState } from '../indicator/indicator-figures.js';

/** What a board reads of each row. */
export interface BoardFields {
  readonly name: string | undefined;
  readonly value: string | undefined;
  readonly unit: string | undefined;
  readonly target: string | undefined;
  /** The same period a year earlier. */
  readonly previous: string | undefined;
  /** The period before. */
  readonly previousPeriod: string | undefined;
  /** The course: numbers parted by commas or spaces. */
  readonly series: string | undefined;
  /** Whether less is better. */
  readonly lower: string | undefined;
  readonly note: string | undefined;
}

/** What such fields are usually called in the tables of departments. */
const USUAL: Readonly<Record<keyof BoardFields, RegExp>> = {
  name: /^(指标名?|指标名称|名称|name|indicator|label)$/i,
  value: /^(值|数值|现值|指标值|本期|本期值|value|current)$/i,
  unit: /^(单位|计量单位|unit)$/i,
  target: /^(目标|目标值|target|goal)$/i,
  previous: /^(同期|去年同期|上年同期|同期值|previous|lastyear|year.?before)$/i,
  previousPeriod: /^(上期|上期值|上月|previous.?period|last.?period)$/i,
  series: /^(走势|趋势|历史|series|trend|history)$/i,
  lower: /^(越低越好|逆向指标|逆向|lower.?is.?better|inverse)$/i,
  note: /^(备注|说明|口径|note|remark)$/i,
};

/** The fields a page names, else those with a usual name. */
export function boardFields(dataset: DatasetLike, given: Partial<BoardFields>): BoardFields {
  const of = (what: keyof BoardFields): string | undefined => {
    const named = given[what];
    if (named) return dataset.column(named) ? named : undefined;
    return dataset.columns.find(({ name }) => USUAL[what].test(name))?.name;
  };
  const keys = Object.keys(USUAL) as (keyof BoardFields)[];
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as unknown as BoardFields;
}

/** One card. */
export interface BoardCard {
  readonly row: number;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
  readonly previous?: number;
  readonly previousPeriod?: number;
  readonly series?: readonly number[];
  readonly lower: boolean;
  readonly note: string;
}

function numberOf(value: CellValue): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value.replace(/,/g, '')) : Number.NaN;
}

/** Numbers as a cell lists them; a piece that is none is a gap. */
export function listedNumbers(value: CellValue): number[] {
  if (typeof value !== 'string' || value.trim() === '') return [];
  return value.split(/[\s,，、;；]+/).filter((piece) => piece !== '').map(Number);
}

const isYes = (value: CellValue): boolean => value === true || (typeof value === 'number' && value === 1) || (typeof value === 'string' && /^(是|真|true|yes|y|1|逆向|越低越好)$/i.test(value.trim()));

/** The cards of rows, in order. Values without a number are told as missing. */
export function boardCards(dataset: DatasetLike, fields: BoardFields, rows: Iterable<number>, locale: Locale): BoardCard[] {
  return [...rows].map((row) => {
    const cell = (field: string | undefined): CellValue => (field === undefined ? null : dataset.value(row, field));
    const words = (field: string | undefined): string => (field === undefined || cell(field) === null ? '' : rowText(dataset, row, field, locale));
    const known = (field: string | undefined): number | undefined => {
      const value = numberOf(cell(field));
      return Number.isFinite(value) ? value : undefined;
    };
    const [target, previous, previousPeriod] = [known(fields.target), known(fields.previous), known(fields.previousPeriod)];
    const series = listedNumbers(cell(fields.series));
    return {
      row,
      label: words(fields.name),
      value: numberOf(cell(fields.value)),
      unit: words(fields.unit) || (fields.value === undefined ? '' : (dataset.field(fields.value).unit ?? '')),
      lower: isYes(cell(fields.lower)),
      note: words(fields.note),
      ...(target !== undefined && { target }),
      ...(previous !== undefined && { previous }),
      ...(previousPeriod !== undefined && { previousPeriod }),
      ...(series.length > 1 && { series }),
    };
  });
}

/** How many targets are reached, nearly reached and missed, in words; undefined without any target. */
export function boardSummary(cards: readonly BoardCard[], near: number | undefined, digits: number | undefined): Text | undefined {
  const lights = cards.flatMap(({ value, target, lower }) => (target === undefined ? [] : (targetState(value, target, lower, digits, near)?.light ?? [])));
  if (lights.length === 0) return undefined;
  const count = (light: string): number => lights.filter((one) => one === light).length;
  const [reached, close, missed] = [count('reached'), count('near'), count('missed')];
  const nearly = near === undefined ? { zh: '', en: '' } : { zh: `，接近 ${close} 项`, en: `, ${close} nearly` };
  return {
    zh: `有目标的 ${lights.length} 项：达标 ${reached} 项${nearly.zh}，未达标 ${missed} 项`,
    en: `${lights.length} with a target: ${reached} reached${nearly.en}, ${missed} not reached`,
  };
}
