import { compareKeys, type Answer, type Filter, type Group, type GroupKey } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';

/** One group as a page gives it through the `data` property. */
export interface ChartDatum {
  readonly key: Group['key'];
  readonly value: number;
  /** Shown instead of the key. */
  readonly label?: string;
  /** `#rrggbb` or `token:data-1`. Of the series, where there are several. */
  readonly color?: string;
  /** Name of the series, in charts that show several beside each other. */
  readonly series?: string;
}

/** One group, ready to be drawn. */
export interface ChartRow {
  readonly key: Group['key'];
  /** Upper edge of a bin. */
  readonly end?: number | undefined;
  readonly label: string;
  /** Form of the label for narrow places, where its code list has one. */
  readonly short?: string | undefined;
  /** NaN where there is nothing to measure. */
  readonly value: number;
  /** Values by series, in charts of several. NaN where there is nothing to measure. */
  readonly parts?: readonly number[] | undefined;
  /** CSS colour; undefined = the accent of the chart. */
  readonly color: string | undefined;
  /** Everything beyond the limit, together. It cannot be filtered by. */
  readonly rest: boolean;
  /** Chosen by the filter of this chart. */
  readonly pressed: boolean;
  /** Others are chosen and this is not. */
  readonly faded: boolean;
  /** A period that is still running. */
  readonly partial?: boolean | undefined;
}

/** How groups become words and colours. */
export interface RowLooks {
  label(group: Pick<Group, 'key' | 'end'>): string;
  short?(key: Group['key']): string | undefined;
  partial?(group: Pick<Group, 'end'>): boolean;
  color(key: Group['key']): string | undefined;
  readonly restLabel: string;
}

function keyOf(by: string | GroupKey): GroupKey {
  return typeof by === 'string' ? { field: by } : by;
}

/** The keys of a group-by that a filter lets pass, or undefined when it is not a choice of groups. */
export function chosenKeys(filter: Filter | undefined, by: string | GroupKey): ReadonlySet<Group['key']> | undefined {
  const { field, bin } = keyOf(by);
  if (!bin) return filter?.kind === 'in' && filter.field === field ? new Set(filter.values) : undefined;
  return filter?.kind === 'group' && JSON.stringify(filter.by) === JSON.stringify(keyOf(by)) ? new Set(filter.keys) : undefined;
}

/** The filter of a group-by after one of its groups was switched on or off; undefined when none is left. */
export function toggledFilter(filter: Filter | undefined, by: string | GroupKey, key: Group['key']): Filter | undefined {
  const keys = new Set(chosenKeys(filter, by));
  if (!keys.delete(key)) keys.add(key);
  if (keys.size === 0) return undefined;
  const { field, bin } = keyOf(by);
  return bin ? { kind: 'group', by: keyOf(by), keys: [...keys] } : { kind: 'in', field, values: [...keys] };
}

/** A colour of the symbology model as CSS. Tokens stay variables, so that a change of theme needs no drawing. */
export function cssColor(color: string): string {
  return color.startsWith('token:') ? `var(--yzt-${color.slice('token:'.length)})` : color;
}

/** The colour of the class a key belongs to, as on the map. */
export function classColor(symbology: Symbology | undefined, field: string | undefined, key: Group['key']): string | undefined {
  if (!symbology || symbology.classes.length === 0) return undefined;
  if (symbology.kind === 'fixed') return cssColor(symbology.classes[0]?.color ?? 'token:data-1');
  if (symbology.kind !== 'class' || symbology.field !== field) return undefined;
  const hit = symbology.classes.find((one) => one.key === key);
  return cssColor(hit?.color ?? (key === null ? 'token:data-none' : 'token:data-other'));
}

function isGroupOf(rows: readonly ChartRow[], key: Group['key']): boolean {
  return rows.some((row) => row.key === key);
}

/** Groups from an answer of a dataset. A chosen key that no row has any more stays, at zero, so that it can be let go of. */
export function rowsOfAnswer(answer: Answer, chosen: ReadonlySet<Group['key']> | undefined, looks: RowLooks): ChartRow[] {
  const some = chosen !== undefined && chosen.size > 0;
  const row = (group: Pick<Group, 'key' | 'end' | 'values' | 'parts'>): ChartRow => {
    const { key, end, parts } = group;
    const pressed = some && chosen.has(key);
    const value = group.values[0] ?? Number.NaN;
    const state = { rest: false, pressed, faded: some && !pressed, partial: looks.partial?.(group) };
    return { key, end, label: looks.label(group), short: looks.short?.(key), value, color: looks.color(key), ...state, parts: parts?.map(({ values }) => values[0] ?? NaN) };
  };
  const rows = answer.groups.map(row);
  const splits = answer.total.parts;
  const nothing = (key: Group['key']): ChartRow => row({ key, values: [0], ...(splits && { parts: splits.map(() => ({ count: 0, values: [0] })) }) });
  if (chosen && !answer.rest) for (const key of chosen) if (!isGroupOf(rows, key)) rows.push(nothing(key));
  if (answer.rest && answer.rest.count > 0) {
    const rest = row({ ...answer.rest, key: null });
    rows.push({ ...rest, label: looks.restLabel, short: undefined, color: 'var(--yzt-data-other)', rest: true, pressed: false, faded: some });
  }
  return rows;
}

/** Names of the series of plain data, in the order in which they come; empty without any. */
export function seriesNames(data: readonly ChartDatum[]): string[] {
  return [...new Set(data.flatMap(({ series }) => (series === undefined ? [] : [series])))];
}

/** Plain data with one entry a key: the series of a key together. */
function joined(data: readonly ChartDatum[]): { readonly one: ChartDatum; readonly value: number; readonly parts?: readonly number[] }[] {
  const names = seriesNames(data);
  if (names.length === 0) return data.map((one) => ({ one, value: one.value }));
  const groups = new Map<Group['key'], ChartDatum[]>();
  for (const one of data) groups.set(one.key, [...(groups.get(one.key) ?? []), one]);
  return [...groups.values()].map((list) => {
    const parts = names.map((name) => list.find(({ series }) => series === name)?.value ?? Number.NaN);
    return { one: list[0] as ChartDatum, value: sumOf(parts), parts };
  });
}

function sumOf(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0);
}

/** Groups from plain data, in order, cut to a limit with the rest added up. */
export function rowsOfData(
  data: readonly ChartDatum[],
  options: {
    readonly limit?: number;
    readonly order?: 'descending' | 'ascending' | 'key';
    /** Words of a key that brings none; undefined for the key itself. */
    readonly label?: (key: Group['key']) => string | undefined;
  },
  restLabel: string,
): ChartRow[] {
  const sorted = joined(data);
  if (options.order === 'descending') sorted.sort((a, b) => (b.value || 0) - (a.value || 0));
  if (options.order === 'ascending') sorted.sort((a, b) => (a.value || 0) - (b.value || 0));
  if (options.order === 'key') sorted.sort((a, b) => compareKeys(a.one.key, b.one.key));
  const limit = options.limit ?? sorted.length;
  const plain = { rest: false, pressed: false, faded: false };
  const rows: ChartRow[] = sorted.slice(0, limit).map(({ one, value, parts }) => ({
    ...plain,
    key: one.key,
    label: one.label ?? options.label?.(one.key) ?? String(one.key ?? '—'),
    value,
    parts,
    color: one.color === undefined || parts ? undefined : cssColor(one.color),
  }));
  const rest = sorted.slice(limit);
  if (rest.length > 0) {
    const value = sumOf(rest.map((one) => one.value)) || 0;
    const parts = rest[0]?.parts?.map((_, index) => sumOf(rest.map((one) => one.parts?.[index] ?? Number.NaN)));
    rows.push({ ...plain, key: null, label: restLabel, value, parts, color: 'var(--yzt-data-other)', rest: true });
  }
  return rows;
}
