/** Pure logic: numbers of things in words, with the measure word that Chinese asks for. */
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { DatasetLike } from '@yizhangtu/data/model';

/** What the rows of a dataset are called. */
export interface Counted {
  /** Measure word: 处, 家, 艘, 条. English has none. */
  readonly unit?: string | undefined;
  /** The thing itself: 场馆, `venues`. */
  readonly noun?: string | undefined;
}

/** A number of rows in words, in pieces, so that the number can be set in another type. */
export interface CountWords {
  readonly before: Text;
  readonly after: Text;
}

/** Places are 处, other rows 条; what has a name but no measure word is counted with 个. */
function measureWord({ unit, noun }: Counted, places: boolean): string {
  if (unit) return unit;
  if (noun) return '个';
  return places ? '处' : '条';
}

/** «共 … 处», «共 … 艘渔船», `… in all`, `… vessels`: the words around the number of rows that are left. */
export function countWords(dataset: DatasetLike, counted: Counted): CountWords {
  const noun = counted.noun?.trim() ?? '';
  const unit = measureWord({ unit: counted.unit?.trim(), noun }, dataset.geometry.kind !== 'none');
  return { before: { zh: '共 ', en: '' }, after: { zh: ` ${unit}${noun}`, en: noun ? ` ${noun}` : ' in all' } };
}

/** «，全部 1,284 处», ` of 1,284 venues`: how many there are without filters, after the number that is left. */
export function wholeWords(dataset: DatasetLike, counted: Counted): Text {
  const all = formatNumber(dataset.rowCount);
  const unit = measureWord({ unit: counted.unit?.trim(), noun: counted.noun?.trim() }, dataset.geometry.kind !== 'none');
  const noun = counted.noun?.trim();
  return { zh: `，全部 ${all} ${unit}`, en: noun ? ` of ${all} ${noun}` : ` of ${all}` };
}

/** The whole sentence, as it is said aloud. */
export function countSentence(dataset: DatasetLike, left: number, counted: Counted): Text {
  const { before, after } = countWords(dataset, counted);
  const number = formatNumber(left);
  return { zh: `${before.zh}${number}${after.zh}`, en: `${before.en}${number}${after.en}` };
}
