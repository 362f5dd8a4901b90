/** Pure logic of the legend: blocks and rows from the symbology of layers, counts, and what a click filters. */
import { countsAfter, passingChange, type Dataset, type Filter } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import type { LegendImage } from '@yizhangtu/map/layer';
import { swatchShape, type SwatchShape } from '../shared/swatch.js';

/** What the legend reads from a layer. Every layer element has it. */
export interface LegendLayer {
  readonly label?: string;
  readonly legendTitle?: string;
  readonly groupElement?: Pick<LegendLayer, 'invisible' | 'groupElement'>;
  readonly invisible: boolean;
  readonly noLegend: boolean;
  readonly minZoom?: number;
  readonly maxZoom?: number;
  readonly symbologyModel?: Symbology;
  readonly layerDataset?: Dataset;
  readonly legendImages?: readonly LegendImage[];
}

/** One class of a layer. */
export interface LegendRow {
  readonly index: number;
  readonly symbol: SymbolClass;
  /** Rows of the class that pass the filters of the other views, or cells of the class; undefined where nothing is counted. */
  readonly count?: number;
  /** Whether the class passes the legend's own filter. True for all without one. */
  readonly shown: boolean;
  /** Whether a click can filter by it. */
  readonly selectable: boolean;
}

/** One layer in the legend. */
export interface LegendBlock<L extends LegendLayer = LegendLayer> {
  readonly layer: L;
  readonly symbology: Symbology;
  readonly shape: SwatchShape;
  readonly rows: readonly LegendRow[];
  /** A filter on the symbology's field is set. */
  readonly filtered: boolean;
  readonly inScale: boolean;
  /** Legends drawn by a service, in place of classes; empty where there are classes. */
  readonly images: readonly LegendImage[];
}

/** Stands where a service draws the legend: nothing is known of its classes. */
const DRAWN_ELSEWHERE: Symbology = { spec: '', kind: 'fixed', label: { zh: '图例', en: 'Legend' }, classes: [], classOf: new Uint8Array(0) };

/** Whether a layer draws at a zoom level: from its `minZoom` to its `maxZoom`, both included. True before there is a zoom. */
export function inScaleRange(layer: Pick<LegendLayer, 'minZoom' | 'maxZoom'>, zoom: number): boolean {
  if (Number.isNaN(zoom)) return true;
  return zoom >= (layer.minZoom ?? -Infinity) && zoom <= (layer.maxZoom ?? Infinity);
}

/** Whether a layer is switched off, itself or through a group around it. */
export function isOff(layer: Pick<LegendLayer, 'invisible' | 'groupElement'>): boolean {
  return layer.invisible || (layer.groupElement !== undefined && isOff(layer.groupElement));
}

/** Name of the filter that a choice of classes sets on the dataset; undefined where there is nothing to choose. */
export function filterKeyOf({ filterKey, field }: Symbology): string | undefined {
  return filterKey ?? field;
}

/** What was last counted: the same rows are asked for more than once, and a filter that moves changes few of them. */
const counted = new WeakMap<Symbology, { readonly passing: Uint8Array; readonly counts: Uint32Array }>();

/** Rows of each class among those that pass every filter but the symbology's own. Kept and shared: do not write into it. */
export function classCounts(symbology: Symbology, dataset: Dataset): Uint32Array {
  const key = filterKeyOf(symbology);
  const passing = dataset.passing(key === undefined ? [] : [key]);
  const last = counted.get(symbology);
  if (last?.passing === passing) return last.counts;
  const change = passingChange(passing);
  const counts = change && last?.passing === change.from ? countsAfter(last.counts, symbology.classOf, change, passing) : allCounts(symbology, passing);
  counted.set(symbology, { passing, counts });
  return counts;
}

function allCounts({ classOf, classes }: Symbology, passing: Uint8Array): Uint32Array {
  const counts = new Uint32Array(classes.length);
  const end = Math.min(passing.length, classOf.length);
  for (let row = 0; row < end; row++) {
    const index = classOf[row] as number;
    if (passing[row] === 1 && index < counts.length) counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

/** A number of rows, unless it is too small to be told, or a server has not told it. */
function toldCount(count = Number.NaN, dataset: Dataset | undefined): number | undefined {
  const least = dataset?.schema?.suppressBelow ?? 0;
  return count === 0 || count >= least ? count : undefined;
}

type RangeFilter = Extract<Filter, { kind: 'range' }>;

function rangesMeet(a: RangeFilter, b: RangeFilter): boolean {
  return Math.max(a.min ?? -Infinity, b.min ?? -Infinity) < Math.min(a.max ?? Infinity, b.max ?? Infinity);
}

/** The same for a class of two fields, and for the class of rows that lack one of them. */
function pairIsShown(own: Filter, filter: Filter): boolean {
  if (own.kind !== 'all' || filter.kind !== 'all') return own.kind === filter.kind;
  return own.filters.every((part, at) => {
    const other = filter.filters[at];
    return part.kind === 'range' && other?.kind === 'range' && rangesMeet(part, other);
  });
}

/** Whether somebody can filter by a class. A filter that is made when it is read is not: that by all other of a million words is a long list. */
function hasFilter(symbol: SymbolClass): boolean {
  return Object.getOwnPropertyDescriptor(symbol, 'filter')?.get !== undefined || symbol.filter !== undefined;
}

/** Whether a filter lets rows of a class through, as far as can be told without looking at rows. */
export function classIsShown(symbol: SymbolClass, filter: Filter | undefined): boolean {
  if (!filter) return true;
  const own = symbol.filter;
  if (!own) return true;
  if (filter.kind === 'any') return filter.filters.some((one) => classIsShown(symbol, one));
  if (own.kind === 'all' || own.kind === 'not') return pairIsShown(own, filter);
  if (filter.kind === 'in' && own.kind === 'in') return own.values.some((value) => filter.values.includes(value));
  if (filter.kind === 'range' && own.kind === 'range') return rangesMeet(filter, own);
  return filter.kind !== 'in' && filter.kind !== 'range';
}

/**
 * The legend of a map, in reading order: the top layer first. Layers with `noLegend`, with neither symbology nor picture, or with classes of no rows have no block.
 * @param withInvisible Also layers that are switched off.
 * @param asked Numbers of rows by class of a layer whose rows are elsewhere, as far as they are known.
 */
export function legendBlocks<L extends LegendLayer>(layers: readonly L[], zoom: number, withInvisible = false, asked?: (layer: L, symbology: Symbology) => ArrayLike<number> | undefined): LegendBlock<L>[] {
  const blocks: LegendBlock<L>[] = [];
  for (const layer of layers) {
    const images = layer.symbologyModel ? [] : (layer.legendImages ?? []);
    const symbology = layer.symbologyModel ?? (images.length > 0 ? DRAWN_ELSEWHERE : undefined);
    if (!symbology || layer.noLegend || (isOff(layer) && !withInvisible)) continue;
    const dataset = layer.layerDataset;
    // Classes are those of the rows: a result that is not there yet would be a heading over nothing.
    if (symbology.kind === 'class' && symbology.classes.length === 0 && dataset?.rowCount === 0 && !withInvisible) continue;
    const counts = symbology.counts ?? (symbology.whole ? asked?.(layer, symbology) : dataset && classCounts(symbology, dataset));
    const key = filterKeyOf(symbology);
    const filter = key === undefined ? undefined : dataset?.filters.get(key);
    const rows = symbology.classes.map((symbol, index) => ({
      index,
      symbol,
      count: toldCount(counts?.[index], dataset),
      shown: classIsShown(symbol, filter),
      selectable: dataset !== undefined && key !== undefined && hasFilter(symbol),
    }));
    const shape = symbology.shape ?? swatchShape(dataset?.geometry);
    blocks.unshift({ layer, symbology, shape, rows, filtered: filter !== undefined, inScale: inScaleRange(layer, zoom), images });
  }
  return blocks;
}

/** One range for ranges that touch or meet; undefined where there is a gap between them. */
function joined(ranges: readonly RangeFilter[]): RangeFilter | undefined {
  const sorted = [...ranges].sort((a, b) => (a.min ?? -Infinity) - (b.min ?? -Infinity));
  let [whole] = sorted;
  for (const range of sorted.slice(1)) {
    if (!whole || (range.min ?? -Infinity) > (whole.max ?? Infinity)) return undefined;
    const { min, max: _max, maxExclusive: _open, ...rest } = whole;
    const end = (range.max ?? Infinity) > (whole.max ?? Infinity) ? range : whole;
    whole = {
      ...rest,
      ...(min !== undefined && { min }),
      ...(end.max !== undefined && { max: end.max, ...(end.maxExclusive && { maxExclusive: true }) }),
    };
  }
  return whole;
}

/** The plainest filter that leaves the rows of some classes: one list of values, one range, or any of several. */
export function filterOfClasses(symbology: Symbology, classes: readonly SymbolClass[]): Filter | undefined {
  const filters = classes.map(({ filter }) => filter).filter((filter): filter is Filter => filter !== undefined);
  const lists = filters.filter((filter): filter is Extract<Filter, { kind: 'in' }> => filter.kind === 'in');
  const ranges = filters.filter((filter): filter is RangeFilter => filter.kind === 'range');
  const field = symbology.field ?? '';
  if (filters.length === 0) return undefined;
  if (lists.length === filters.length)
    return { kind: 'in', field, values: [...new Set(lists.flatMap(({ values }) => [...values]))] };
  const range = ranges.length === filters.length ? joined(ranges) : undefined;
  if (range) return range;
  return filters.length === 1 ? filters[0] : { kind: 'any', filters };
}

/**
 * The filter on the symbology's field after a click on a class; undefined for none. The first click shows only that class, further
 * ones add and remove classes; all or none chosen is no filter.
 */
export function toggledFilter(symbology: Symbology, filter: Filter | undefined, index: number): Filter | undefined {
  const clicked = symbology.classes[index];
  if (!clicked?.filter || filterKeyOf(symbology) === undefined) return filter;
  const choices = symbology.classes.filter((symbol) => symbol.filter !== undefined);
  const before = filter ? choices.filter((symbol) => classIsShown(symbol, filter)) : [];
  const after = choices.filter((symbol) => before.includes(symbol) !== (symbol === clicked));
  return after.length === choices.length && choices.length > 1 ? undefined : filterOfClasses(symbology, after);
}
