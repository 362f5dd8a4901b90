import type { Answer, Filter, Group } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';

/** One bar as a page gives it through the `data` property. */
export interface ChartDatum {
  readonly key: Group['key'];
  readonly value: number;
  /** Shown instead of the key. */
  readonly label?: string;
  /** `#rrggbb` or `token:data-1`. */
  readonly color?: string;
}

/** One bar, ready to be drawn. */
export interface ChartRow {
  readonly key: Group['key'];
  readonly label: string;
  /** NaN where there is nothing to measure. */
  readonly value: number;
  /** CSS colour; undefined = the accent of the chart. */
  readonly color: string | undefined;
  /** Everything beyond the limit, together. It cannot be filtered by. */
  readonly rest: boolean;
  /** Chosen by the filter of this chart. */
  readonly pressed: boolean;
  /** Others are chosen and this is not. */
  readonly faded: boolean;
}

/** How keys become words and colours. */
export interface RowLooks {
  label(key: Group['key']): string;
  color(key: Group['key']): string | undefined;
  readonly restLabel: string;
}

/** The keys that the filter of a field lets pass, or undefined when it is not a choice of values. */
export function chosenKeys(filter: Filter | undefined, field: string): ReadonlySet<Group['key']> | undefined {
  return filter?.kind === 'in' && filter.field === field ? new Set(filter.values) : undefined;
}

/** The filter of a field after one of its values was switched on or off; undefined when none is left. */
export function toggledFilter(filter: Filter | undefined, field: string, key: Group['key']): Filter | undefined {
  const keys = new Set(chosenKeys(filter, field));
  if (!keys.delete(key)) keys.add(key);
  return keys.size === 0 ? undefined : { kind: 'in', field, values: [...keys] };
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

/** Bars from an answer of a dataset. A chosen key that no row has any more stays, at zero, so that it can be let go of. */
export function rowsOfAnswer(answer: Answer, chosen: ReadonlySet<Group['key']> | undefined, looks: RowLooks): ChartRow[] {
  const some = chosen !== undefined && chosen.size > 0;
  const row = (key: Group['key'], value: number): ChartRow => {
    const pressed = some && chosen.has(key);
    return { key, label: looks.label(key), value, color: looks.color(key), rest: false, pressed, faded: some && !pressed };
  };
  const rows = answer.groups.map((group) => row(group.key, group.values[0] ?? Number.NaN));
  const shown = new Set(answer.groups.map((group) => group.key));
  if (chosen && !answer.rest) for (const key of chosen) if (!shown.has(key)) rows.push(row(key, 0));
  if (answer.rest && answer.rest.count > 0) {
    const value = answer.rest.values[0] ?? Number.NaN;
    rows.push({
      key: null,
      label: looks.restLabel,
      value,
      color: 'var(--yzt-data-other)',
      rest: true,
      pressed: false,
      faded: some,
    });
  }
  return rows;
}

/** Bars from plain data, in order, cut to a limit with the rest added up. */
export function rowsOfData(
  data: readonly ChartDatum[],
  options: { readonly limit?: number; readonly order?: 'descending' | 'ascending' | 'key' },
  restLabel: string,
): ChartRow[] {
  const sorted = [...data];
  if (options.order === 'descending') sorted.sort((a, b) => (b.value || 0) - (a.value || 0));
  if (options.order === 'ascending') sorted.sort((a, b) => (a.value || 0) - (b.value || 0));
  const limit = options.limit ?? sorted.length;
  const plain = { rest: false, pressed: false, faded: false };
  const rows: ChartRow[] = sorted.slice(0, limit).map((one) => ({
    ...plain,
    key: one.key,
    label: one.label ?? String(one.key ?? '—'),
    value: one.value,
    color: one.color === undefined ? undefined : cssColor(one.color),
  }));
  const rest = sorted.slice(limit);
  if (rest.length > 0) {
    const value = rest.reduce((sum, one) => sum + (Number.isFinite(one.value) ? one.value : 0), 0);
    rows.push({ ...plain, key: null, label: restLabel, value, color: 'var(--yzt-data-other)', rest: true });
  }
  return rows;
}
