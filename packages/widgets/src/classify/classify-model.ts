/** Pure logic of the classifier: its scale, its histogram, where a limit may be moved, and what its numbers mean in words. */
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Answer, DatasetLike, Group, Query } from '@yizhangtu/data/model';
import { BREAK_METHODS, breaksWords, parseSpec, type BreaksSpec, type SymbolClass, type Symbology } from '@yizhangtu/data/symbology';
import { leastDifference } from '@yizhangtu/standards/color-vision';

/** Names of the methods, and when each one is of use. */
export const METHODS: Readonly<Record<BreaksSpec['method'], { readonly name: Text; readonly use: Text }>> = {
  quantile: {
    name: { zh: '分位数', en: 'Quantiles' },
    use: { zh: '各级的个数相近，适合看高低两端', en: 'About as many in each class; shows both ends' },
  },
  jenks: {
    name: { zh: '自然间断', en: 'Natural breaks' },
    use: { zh: '同级的值最接近，适合成团的数据', en: 'Values of a class lie closest; for data in clusters' },
  },
  equal: {
    name: { zh: '等间距', en: 'Equal width' },
    use: { zh: '各级宽度相等，适合几张图比较', en: 'Classes of one width; for comparing maps' },
  },
  pretty: {
    name: { zh: '整数分界', en: 'Round limits' },
    use: { zh: '分界是整数，好读好记，级数可能多少一两级', en: 'Round limits, easy to read; a class more or less' },
  },
  stdev: {
    name: { zh: '标准差', en: 'Standard deviation' },
    use: { zh: '看偏离平均值多少，宜配双向色带', en: 'How far from the mean; use a diverging ramp' },
  },
  'head-tail': {
    name: { zh: '头尾分割', en: 'Head/tail breaks' },
    use: { zh: '少数极大、多数很小时用', en: 'For a few very large and many small values' },
  },
  geometric: {
    name: { zh: '几何间隔', en: 'Geometric' },
    use: { zh: '每级按同一倍数变宽，适合跨几个数量级的数', en: 'Each class wider by a factor; for several orders of magnitude' },
  },
  manual: { name: { zh: '手动', en: 'Manual' }, use: { zh: '分界由你来定', en: 'Your own limits' } },
};

/** The numeric fields a page names, or the first one there is. */
export function numericFields(dataset: DatasetLike, named: readonly string[]): string[] {
  const isNumber = (name: string): boolean => dataset.column(name)?.kind === 'number';
  const found = named.filter(isNumber);
  if (named.length > 0) return found;
  return dataset.columns.filter(({ name, kind }) => kind === 'number' && !dataset.field(name).internal).map(({ name }) => name).slice(0, 1);
}

/** How the data is classed: as the words of the layer say, else five quantiles of the field. */
export function specOf(words: string, field: string | undefined): BreaksSpec | undefined {
  let spec: BreaksSpec | undefined;
  try {
    const parsed = parseSpec(words);
    if (parsed.kind === 'breaks') spec = parsed;
  } catch {
    // The layer says what is wrong with its words.
  }
  if (spec && (field === undefined || spec.field === field)) return spec;
  return field === undefined ? undefined : { kind: 'breaks', field, count: spec?.count ?? 5, method: spec?.method === 'manual' ? 'quantile' : (spec?.method ?? 'quantile'), ramp: spec?.ramp ?? 'blues' };
}

/** The same classes in words, with something changed. */
export function changedWords(spec: BreaksSpec, change: Partial<BreaksSpec>): string {
  const next = { ...spec, ...change };
  if (!change.edges && (change.method || change.count)) {
    const { edges: _, ...found } = next;
    return breaksWords({ ...found, method: found.method === 'manual' ? 'quantile' : found.method });
  }
  return breaksWords(next);
}

/** The methods a reader may choose; limits of one's own are the last, where there are some. */
export function methodChoices(spec: BreaksSpec): readonly BreaksSpec['method'][] {
  return spec.edges ? [...BREAK_METHODS, 'manual'] : BREAK_METHODS;
}

/** Limits between the classes of a symbology. */
export function limitsOf(classes: readonly SymbolClass[]): number[] {
  return classes.flatMap(({ min }) => (min === undefined ? [] : [min]));
}

/** Where numbers lie on the histogram: 0 at the left end, 1 at the right one. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly log: boolean;
  place(value: number): number;
  value(place: number): number;
}

/** A scale over all values; by powers where that is asked for and all are positive. */
export function scaleOver(min: number, max: number, log: boolean): Scale {
  const power = log && min > 0;
  const to = power ? Math.log : (value: number): number => value;
  const back = power ? Math.exp : (value: number): number => value;
  const span = to(max) - to(min) || 1;
  return {
    min,
    max,
    log: power,
    place: (value) => Math.min(1, Math.max(0, (to(value) - to(min)) / span)),
    value: (place) => (place <= 0 ? min : place >= 1 ? max : back(to(min) + place * span)),
  };
}

/** Whether a scale by powers shows more: all values positive, the mean far at the low end. */
export function isSkewed(min: number, max: number, mean: number): boolean {
  return min > 0 && max / min >= 50 && (mean - min) / (max - min) < 0.15;
}

/** Edges of the bars. */
export function binEdges(scale: Scale, bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, i) => scale.value(i / bins)).filter((edge, i, all) => i === 0 || edge > (all[i - 1] as number));
}

/** Bars of the histogram at most; fewer of few rows, or each would stand alone. */
const BINS = 48;

/** Scale and bars of a field. */
export interface ClassBars {
  readonly scale: Scale;
  readonly groups: readonly Group[];
}

/** Least, greatest and mean of all values of a field, filtered or not. */
export function extentQuery(dataset: DatasetLike, field: string): Query {
  return { measures: (['min', 'max', 'mean'] as const).map((kind) => ({ kind, field })), ignore: [...dataset.filters.keys()] };
}

/**
 * The scale over all values of a field. Undefined for fewer than two of them.
 * @param log By powers; undefined where it shows more.
 */
export function scaleOf({ total }: Answer, log: boolean | undefined): Scale | undefined {
  const [min = NaN, max = NaN, mean = NaN] = total.values;
  return min < max ? scaleOver(min, max, log ?? isSkewed(min, max, mean)) : undefined;
}

/** The bars on a scale: the rows of the other views. */
export function barsQuery(field: string, scale: Scale, rowCount: number): Query {
  const breaks = binEdges(scale, Math.min(BINS, Math.max(8, Math.round(2 * Math.sqrt(rowCount)))));
  return { groupBy: { field, bin: { kind: 'number', breaks } }, measures: [{ kind: 'count' }], ignore: [field] };
}

/** Outline of the bars of one class as a path, cut where the class begins and ends: as wide as 1000 and as high as 100. */
export function barPath(groups: readonly Group[], { min, max }: Pick<SymbolClass, 'min' | 'max'>, scale: Scale): string {
  const highest = groups.reduce((most, { count }) => (count > most ? count : most), 1);
  let path = '';
  for (const { key, end, count } of groups) {
    const from = Math.max(key as number, min ?? -Infinity);
    const to = Math.min(end ?? (key as number), max ?? Infinity);
    if (!(count > 0) || from >= to) continue;
    const [x, width] = [scale.place(from) * 1000, (scale.place(to) - scale.place(from)) * 1000];
    // Any row at all shows.
    const height = Math.max(3, (count / highest) * 100);
    path += `M${x.toFixed(1)} 100v-${height.toFixed(1)}h${Math.max(0, width - 1.5).toFixed(1)}v${height.toFixed(1)}z`;
  }
  return path;
}

/** A value with as few digits as the width of a step allows. */
function short(value: number, step: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.abs(candidate - value) <= step / 2) return candidate;
  }
  return value;
}

/**
 * The limits after one was moved to a place: between its neighbours, short. The same limits if there is no room.
 * @param whole True where only whole numbers part anything.
 */
export function movedLimit(limits: readonly number[], index: number, place: number, scale: Scale, whole = false): readonly number[] {
  const step = Math.abs(scale.value(Math.min(1, place + 0.005)) - scale.value(Math.max(0, place - 0.005)));
  const wanted = whole ? Math.round(scale.value(place)) : short(scale.value(place), step);
  const [low, high] = [limits[index - 1] ?? scale.min, limits[index + 1] ?? scale.max];
  const fits = wanted > low && (index + 1 < limits.length ? wanted < high : wanted <= high);
  return fits ? limits.map((limit, i) => (i === index ? wanted : limit)) : limits;
}

/** Hundredths of the scale that a key moves a limit, and where Home and End take it; undefined for other keys. */
export function keyPlace(key: string, place: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 0.01, ArrowUp: 0.01, ArrowLeft: -0.01, ArrowDown: -0.01, PageUp: 0.1, PageDown: -0.1 };
  const step = Object.prototype.hasOwnProperty.call(steps, key) ? steps[key] : undefined;
  return step === undefined ? undefined : Math.min(1, Math.max(0, place + step));
}

/** Limits as a person writes them: parted by commas, spaces or 、. Undefined if they are not rising numbers. */
export function typedLimits(text: string): readonly number[] | undefined {
  const words = text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  const limits = words.map(Number);
  const rising = limits.every((limit, i) => Number.isFinite(limit) && (i === 0 || limit > (limits[i - 1] as number)));
  return limits.length > 0 && rising ? limits : undefined;
}

/** Differences that can be told apart on a map by every eye; ColorBrewer's RdYlGn, which its authors mark as unsafe, stays below. */
const APART = 7;

/** Whether people with a colour vision deficiency tell all classes apart. */
export function isSafe(colors: readonly string[]): boolean {
  return leastDifference(colors) >= APART;
}

const FITS: readonly (readonly [from: number, words: Text])[] = [
  [0.9, { zh: '很好', en: 'very good' }],
  [0.8, { zh: '较好', en: 'good' }],
  [0.6, { zh: '一般', en: 'fair' }],
  [-Infinity, { zh: '较差', en: 'poor' }],
];

/** The goodness of fit as a sentence; undefined where there is nothing to fit, or it is not known yet. */
export function fitWords(fit: number | undefined): Text | undefined {
  if (fit === undefined || Number.isNaN(fit)) return undefined;
  const number = formatNumber(fit, { digits: 2 });
  const percent = formatNumber(fit * 100, { digits: 0 });
  const [, words] = FITS.find(([from]) => fit >= from) ?? (FITS[3] as (typeof FITS)[number]);
  return {
    zh: `拟合${words.zh}：分级说明了 ${percent}% 的差异（方差拟合优度 ${number}）`,
    en: `Fit ${words.en}: the classes explain ${percent}% of the variance (goodness of variance fit ${number})`,
  };
}

/** Numbers of rows by class, the missing ones last, without those that may not be told. */
export function countWords(count: number, least: number): string {
  return Number.isNaN(count) || (count > 0 && count < least) ? `<${least}` : formatNumber(count);
}

/** Sentence where there are fewer classes than were asked for. */
export function fewerWords(model: Symbology, spec: BreaksSpec): Text | undefined {
  const found = limitsOf(model.classes).length + 1;
  if (spec.edges || spec.method === 'pretty' || found >= spec.count) return undefined;
  return spec.method === 'head-tail'
    ? { zh: `数据的尾部只够分成 ${found} 级`, en: `The tail of the data gives ${found} classes only` }
    : { zh: `不同的值不够，只分成 ${found} 级`, en: `Too few different values: ${found} classes only` };
}
