/** Grids of values on a map: loaded, looked through, and asked by degrees. A part of the chunks of the layers that draw them. */
import type { CrsTransform } from '@yizhangtu/data/crs';
import { ask, jsonOf } from '@yizhangtu/data/request';
import { gridValue, readGrid, type GridData, type ValueGrid } from '@yizhangtu/data/value-grid';
import { unknownCrs } from '../crs/unknown-crs.js';
import type { Identified } from '../layer/identified.js';
import { degreesFrom } from '../map/own-projections.js';
import type { LonLat } from '../shared/values.js';

/** Where a grid comes from. */
export interface GridWish {
  readonly element: Element;
  readonly url: string;
  /** Given by the page; wins over `url`. */
  readonly data: GridData | undefined;
  /** Seconds. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

/** A grid and how its places become degrees. */
export interface PlacedGrid {
  readonly grid: ValueGrid;
  readonly toDegrees: CrsTransform;
}

/** Reads a grid. @throws YztError `bad-grid`, `unknown-crs`, or why the address gives none; DOMException `AbortError` when stopped. */
export async function placedGrid({ element, url, data, timeLimit, signal }: GridWish): Promise<PlacedGrid> {
  const tag = element.localName;
  const grid = data ? readGrid(data, { tag }) : readGrid(jsonOf(await ask({ url, subject: element, expects: 'json', timeLimit, signal })), { tag, url });
  const toDegrees = degreesFrom(grid.crs);
  if (!toDegrees?.inverse) throw unknownCrs(grid.crs);
  return { grid, toDegrees };
}

/** The number of a column at a place in degrees; NaN where there is none. */
export function numberAt({ grid, toDegrees }: PlacedGrid, name: string, [lon, lat]: LonLat): number {
  const numbers = grid.columns.get(name);
  const place = Float64Array.of(lon, lat);
  toDegrees.inverse?.(place);
  return numbers ? gridValue(grid, numbers, place[0] as number, place[1] as number) : NaN;
}

/** What the source of a grid says of it besides its numbers, for an answer to a click. */
export function factsOf({ time, source }: ValueGrid, say: (text: { zh: string; en: string }) => string): Identified['rows'] {
  const rows = [
    { label: say({ zh: '时间', en: 'Time' }), value: time && timeText(time) },
    { label: say({ zh: '来源', en: 'Source' }), value: source },
  ];
  return rows.filter((row): row is { label: string; value: string } => row.value !== undefined);
}

/** The same for a legend. */
export function notesOf({ time, source }: ValueGrid): { zh: string; en: string }[] {
  const lines = [time && { zh: `时间 ${timeText(time)}`, en: `Time ${timeText(time)}` }, source && { zh: `来源：${source}`, en: `Source: ${source}` }];
  return lines.filter((line): line is { zh: string; en: string } => typeof line === 'object');
}

/** As it is written, readable: `2026-07-01T08:00+08:00` → `2026-07-01 08:00 +08:00`. */
function timeText(time: string): string {
  return time.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ').replace(/(:\d\d)(Z|[+-]\d\d:?\d\d)$/, '$1 $2').replace(/Z$/, 'UTC');
}
