import type { Locale } from '@yizhangtu/base/locale';
import { SlicedWork } from '@yizhangtu/data/link';
import type { Answer, Bin, DatasetLike, Group, GroupKey } from '@yizhangtu/data/model';
import { SLICED_FROM } from '@yizhangtu/data/steps';
import { groupWords } from '@yizhangtu/data/words';
import type { ReactiveControllerHost } from 'lit';
import { Memo } from '../chart/memo.js';
import { splitSeries, type Series } from '../chart/series.js';
import { kindOf } from './line-axis.js';
import { linesOfAnswer, linesOfData, NO_LINES, type LineData, type LineDatum } from './line-data.js';

/** What lines are made from. */
export interface LineNeed {
  /** Plain data, which count before an answer. */
  readonly data: readonly LineDatum[] | undefined;
  readonly answer: Answer | undefined;
  readonly dataset: DatasetLike | undefined;
  readonly field: string;
  readonly by: string | GroupKey;
  readonly bin: Bin | undefined;
  readonly splitBy: string | undefined;
  readonly band: boolean;
  /** What else the question is about: lines of another question do not stay. */
  readonly asked: string;
  readonly locale: Locale;
  /** Name of the only line. */
  readonly label: string;
  readonly restLabel: string;
  readonly colorSpec: string | undefined;
  color(field: string, key: Group['key']): string | undefined;
}

/** Makes the lines of a chart, in slices where an answer has very many places; until then those before stay, and the chart is `stale`. */
export class LineWork {
  readonly #plain = new Memo<LineData>();
  readonly #sliced: SlicedWork<LineData>;

  constructor(host: ReactiveControllerHost & Element, alsoStale: () => boolean) {
    this.#sliced = new SlicedWork(host, alsoStale);
  }

  get pending(): boolean {
    return this.#sliced.pending;
  }

  done(): Promise<void> {
    return this.#sliced.done();
  }

  of(need: LineNeed): LineData {
    const { data, answer, dataset, field, bin, splitBy, asked, locale, label, colorSpec } = need;
    const own: Series = { key: null, label, color: 'var(--yzt-chart-color, var(--yzt-color-accent))', rest: false, pressed: false, faded: false };
    if (data) return this.#plain.of([data, bin, label], () => linesOfData(data, own, bin?.kind === 'time'));
    if (!dataset || !answer) return NO_LINES;
    const filter = splitBy === undefined ? undefined : dataset.filters.get(splitBy);
    const from = [answer, filter, locale, dataset.schema, colorSpec, label];
    return this.#sliced.of([dataset, field, splitBy, asked], from, answer.groups.length >= SLICED_FROM, () => linesOfNeed(answer, dataset, own, need)) ?? NO_LINES;
  }
}

function linesOfNeed(answer: Answer, dataset: DatasetLike, own: Series, { field, by, bin, splitBy, band, locale, restLabel, color }: LineNeed): ReturnType<typeof linesOfAnswer> {
  return linesOfAnswer(answer, {
    kind: kindOf(dataset, field, bin),
    bin,
    series: splitBy ? splitSeries({ dataset, answer, field: splitBy, locale, restLabel, color }) : [{ ...own, color: color('', null) ?? own.color }],
    band,
    name: (group) => groupWords(dataset, by, group, locale),
  });
}
