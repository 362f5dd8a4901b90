/** A tide station from the rows of a dataset of the shape `marine/tide@1`. */
import type { Dataset } from '@yizhangtu/data/model';
import { inWords, type Locale } from '@yizhangtu/base/locale';
import { WARN_LEVELS } from '../data/tide-schema.js';
import type { TideConstituent } from '../tide/predict-tide.js';

type Rows = Pick<Dataset, 'rowCount' | 'value'>;

/** What is needed to predict and to judge the tide of a station. */
export interface TideStation {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** cm over the zero of the gauge; 0 where it is not known. */
  readonly meanLevel: number;
  readonly constituents: readonly TideConstituent[];
  /** Where the 警戒潮位 come from: sentence of the data, `unnamed` where it gives levels without one, undefined where it gives none. */
  readonly warnSource: string | undefined;
  /** 警戒潮位 in words of a chart, `蓝色警戒=430:blue`, those that are known. */
  warnings(locale: Locale): string;
}

const text = (rows: Rows, row: number, field: string): string => String(rows.value(row, field) ?? '');
const number = (rows: Rows, row: number, field: string): number => {
  const value = rows.value(row, field);
  return typeof value === 'number' ? value : Number.NaN;
};

/** A station by its id; the first one without. Undefined where there is none, or none with constituents. */
export function tideStation(rows: Rows, id?: string): TideStation | undefined {
  const constituents: TideConstituent[] = [];
  let first = -1;
  let own = id;
  for (let row = 0; row < rows.rowCount; row++) {
    const station = text(rows, row, 'station');
    const [amplitude, phase] = [number(rows, row, 'amplitudeCm'), number(rows, row, 'phaseDeg')];
    if (station === '' || (own !== undefined && own !== '' && station !== own) || Number.isNaN(amplitude + phase)) continue;
    own = station;
    if (first < 0) first = row;
    constituents.push({ name: text(rows, row, 'constituent'), amplitude, phase });
  }
  if (first < 0 || own === undefined) return undefined;
  const mean = number(rows, first, 'meanLevelCm');
  const name = text(rows, first, 'name') || own;
  const levels = WARN_LEVELS.map((level) => ({ ...level, value: number(rows, first, level.field) })).filter(({ value }) => Number.isFinite(value));
  return {
    id: own,
    name,
    nameEn: text(rows, first, 'nameEn') || name,
    meanLevel: Number.isNaN(mean) ? 0 : mean,
    constituents,
    warnSource: levels.length > 0 ? text(rows, first, 'warnSource') || 'unnamed' : undefined,
    warnings: (locale) => levels.map(({ label, color, value }) => `${inWords(label, locale)}=${value}:${color}`).join('; '),
  };
}
