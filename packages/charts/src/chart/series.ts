import type { Locale } from '@yizhangtu/base/locale';
import type { Answer, DatasetLike, Group } from '@yizhangtu/data/model';
import { categoryWords } from '@yizhangtu/data/words';
import { chosenKeys, cssColor, seriesNames, toggledFilter, type ChartDatum } from './group-rows.js';
import type { LegendEntry } from './series-legend.js';

/** One series of a chart that shows several, in the order of `ChartRow.parts`. */
export interface Series {
  readonly key: Group['key'];
  readonly label: string;
  /** CSS colour. */
  readonly color: string;
  /** Everything beyond the limit, together. It cannot be filtered by. */
  readonly rest: boolean;
  /** Chosen by the filter of the series. */
  readonly pressed: boolean;
  /** Others are chosen and this is not. */
  readonly faded: boolean;
}

/** Colours the theme has for categories. */
const COLORS = 8;

/** The colour of a series that has none of its own. */
export function seriesColor(index: number): string {
  return index < COLORS ? `var(--yzt-data-${index + 1})` : 'var(--yzt-data-other)';
}

/** How splits become words and colours. */
export interface SeriesLooks {
  label(split: Pick<Group, 'key' | 'end'>): string;
  /** undefined for the colour of its place. */
  color(key: Group['key']): string | undefined;
  readonly restLabel: string;
}

/** The series of an answer with splits; empty for one without. */
export function seriesOfAnswer(answer: Answer, chosen: ReadonlySet<Group['key']> | undefined, looks: SeriesLooks): Series[] {
  const some = chosen !== undefined && chosen.size > 0;
  const series = (answer.splits ?? []).map((key, index) => {
    const end = answer.splitEnds?.[index];
    const pressed = some && chosen.has(key);
    const label = looks.label({ key, ...(end !== undefined && { end }) });
    return { key, label, color: looks.color(key) ?? seriesColor(index), rest: false, pressed, faded: some && !pressed };
  });
  if (answer.splitRest) {
    series.push({ key: null, label: looks.restLabel, color: 'var(--yzt-data-other)', rest: true, pressed: false, faded: some });
  }
  return series;
}

/** The series of plain data; empty where it names none. */
export function seriesOfData(data: readonly ChartDatum[]): Series[] {
  return seriesNames(data).map((name, index) => {
    const color = data.find((one) => one.series === name && one.color !== undefined)?.color;
    const shown = color === undefined ? seriesColor(index) : cssColor(color);
    return { key: name, label: name, color: shown, rest: false, pressed: false, faded: false };
  });
}

/** The legend row of series. */
export function legendOf(series: readonly Series[], line = false): LegendEntry[] {
  return series.map(({ label, color, rest, pressed, faded }) => ({ label, color, pressed, faded, fixed: rest, line }));
}

/** What series of a dataset are made from. */
export interface SplitSource {
  readonly dataset: DatasetLike;
  readonly answer: Answer;
  /** Field that divides. */
  readonly field: string;
  readonly locale: Locale;
  readonly restLabel: string;
  color(field: string, key: Group['key']): string | undefined;
}

/** The series of a dataset that is divided by a field: words of its values, colours of the map, what is chosen. */
export function splitSeries({ dataset, answer, field, locale, restLabel, color }: SplitSource): Series[] {
  return seriesOfAnswer(answer, chosenKeys(dataset.filters.get(field), field), {
    label: ({ key }) => categoryWords(dataset, field, key, locale),
    color: (key) => color(field, key),
    restLabel,
  });
}

/** Switches the filter of a series on or off. */
export function toggleSeries(dataset: DatasetLike | undefined, field: string | undefined, series: Series | undefined): void {
  if (!dataset || field === undefined || !series || series.rest) return;
  dataset.setFilter(field, toggledFilter(dataset.filters.get(field), field, series.key));
}
