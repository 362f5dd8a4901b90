/** Rows of a feature service for a layer: all of a table, or those a view shows, put into degrees and into order. */
import { hint } from '@yizhangtu/base/hints';
import { crsTransform } from '../crs/crs-transforms.js';
import { rowBounds, type Bounds } from '../model/geometry.js';
import type { Table } from '../model/types.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { boxesMeet } from '../row-source/windows.js';
import type { RowsFound, RowSource, RowsWanted } from '../row-source/types.js';
import { isTurned, turnedRound } from './axis.js';
import { fieldsOfPage } from './page-fields.js';
import { featureTable } from './rows.js';
import type { Described, Feature, FeatureServiceOptions, FeatureSource } from './types.js';

type ToDegrees = (coordinates: Float64Array) => void;

export class ServiceRows implements RowSource {
  readonly #source: FeatureSource;
  readonly #options: FeatureServiceOptions;
  #described?: Described;
  #toDegrees?: ToDegrees | undefined;

  constructor(source: FeatureSource, options: FeatureServiceOptions) {
    this.#source = source;
    this.#options = options;
  }

  async rows({ window, limit, signal }: RowsWanted): Promise<RowsFound> {
    const described = (this.#described ??= await this.#describe(signal));
    const said = this.#source.within(window);
    // One more than may come tells whether there are more.
    const found = await this.#source.features({ said, offset: 0, limit: limit + 1 }, signal);
    const more = found.length > limit;
    const matched = more ? await this.#source.count(said, signal) : undefined;
    const options = { fields: fieldsOfPage(described.fields, described.schema), idField: this.#options.idField, places: described.places, crs: described.crs };
    const features = this.#inOrder(found.slice(0, limit), described);
    const { table, kept } = await this.#tableOf(features, options, signal);
    const outside = window ? rowsOutside(table, window) : undefined;
    if (!outside?.size) return { table: { ...table, report: { ...table.report, total: matched ?? table.report.total } }, matched, more };
    if (outside.size === table.rowCount) this.#sayIgnored();
    const inside = kept.filter((_, row) => !outside.has(row));
    return { table: (await this.#tableOf(inside, options, signal)).table, matched, more };
  }

  /** Features as a table in degrees. */
  async #tableOf(features: readonly Feature[], options: Parameters<typeof featureTable>[1], signal: AbortSignal): Promise<{ readonly table: Table; readonly kept: readonly Feature[] }> {
    const { table, kept } = await featureTable(features, options, signal);
    if (table.geometry.kind !== 'none') this.#toDegrees?.(table.geometry.coordinates);
    const { rowCount, columns, geometry, report, ids } = table;
    const schema = this.#described?.schema;
    return { table: { rowCount, columns, geometry, report, ...(ids && { ids }), ...(schema && { schema }) }, kept };
  }

  async #describe(signal: AbortSignal): Promise<Described> {
    const described = await this.#source.describe(signal);
    if (described.crs !== undefined) {
      this.#toDegrees = await crsTransform(described.crs);
      if (!this.#toDegrees) throw unknownCrs(this.#options.table, described.crs);
    }
    return described;
  }

  /** Longitude first, as the page says or as the bounds of the service show. */
  #inOrder(features: readonly Feature[], { bounds }: Described): readonly Feature[] {
    const { axis = 'auto' } = this.#options;
    if (axis === 'xy') return features;
    const toDegrees = this.#toDegrees;
    const turned = axis === 'yx' || isTurned(features, bounds, (position) => {
      const pair = Float64Array.from(position);
      toDegrees?.(pair);
      return [pair[0] as number, pair[1] as number];
    });
    return turned ? turnedRound(features) : features;
  }

  #sayIgnored(): void {
    const { subject, table } = this.#options;
    const tag = typeof subject === 'object' ? subject.localName : (subject ?? '');
    hint(
      'query-failed',
      { zh: `<${tag}>：服务返回的「${table}」全部在所问范围之外，已不显示。请检查服务是否支持按范围查询，或用 axis 指定坐标顺序。`, en: `<${tag}>: all rows of "${table}" lie outside of the window that was asked for and are not shown. Check that the service knows windows, or set the order of coordinates with axis.` },
      typeof subject === 'object' ? subject : undefined,
    );
  }
}

/** Rows that do not meet a window, which a service may send all the same. Rows without a place are outside of every window. */
function rowsOutside({ geometry, rowCount }: RowsFound['table'], window: Bounds): Set<number> {
  const outside = new Set<number>();
  if (geometry.kind === 'none') return outside;
  for (let row = 0; row < rowCount; row++) {
    const bounds = rowBounds(geometry, row);
    if (!bounds || !boxesMeet(bounds, window)) outside.add(row);
  }
  return outside;
}
