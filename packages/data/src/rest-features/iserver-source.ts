import { hint } from '@yizhangtu/base/hints';
import { boxIn } from '../crs/box-in.js';
import { crsTransform, type CrsTransform } from '../crs/crs-transforms.js';
import type { Bounds } from '../model/geometry.js';
import { crsCode, isDegrees } from '../readers/crs.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { Service, serviceError, shownService } from '../remote/service.js';
import { answerOf, isObject, jsonIn, objects, type Json } from '../remote-features/answers.js';
import type { Described, Feature, FeaturesQuestion, FeatureServiceOptions, FeatureSource, Said } from '../remote-features/types.js';
import { iserverCrs, iserverFields, iserverSchema, valuesOfRow } from './iserver-fields.js';
import { OTHER, superGeometry } from './super-geometry.js';

/** Rows of one request. */
const PAGE = 500;
const WINDOW = 'window';

/** A dataset of a data service of SuperMap iServer (`…/rest/data`, featureResults). x comes first, in degrees too. */
export class IserverSource implements FeatureSource {
  readonly label = 'iServer';
  readonly #service: Service;
  readonly #options: FeatureServiceOptions;
  readonly #datasource: string;
  readonly #dataset: string;
  #described?: Described;
  #toDegrees?: CrsTransform | undefined;
  #saidOther = false;

  /** @throws YztError `bad-attribute` for a table that is no `datasource:dataset`, or an address that cannot be used. */
  constructor(options: FeatureServiceOptions) {
    const [src = ''] = options.src.split(/[?#]/);
    this.#service = new Service({ ...options, src: src.replace(/(?:\.r?json)?\/*$/, '') });
    this.#options = options;
    const [, datasource, dataset] = /^([^:]+):(.+)$/.exec(options.table) ?? [];
    if (datasource === undefined || dataset === undefined) throw serviceError('bad-attribute', { zh: `table="${options.table}" 无法使用。请写成“数据源:数据集”，例如 table="World:Countries"。`, en: `table="${options.table}" cannot be used. Write datasource:dataset, such as table="World:Countries".` });
    [this.#datasource, this.#dataset] = [datasource, dataset];
  }

  async describe(signal: AbortSignal): Promise<Described> {
    const path = `datasources/${encodeURIComponent(this.#datasource)}/datasets/${encodeURIComponent(this.#dataset)}`;
    const [dataset, fields] = await Promise.all([this.#json(`${path}.json`, '', signal), this.#document(`${path}/fields.json`, '?returnAll=true', signal)]);
    const info = isObject(dataset['datasetInfo']) ? dataset['datasetInfo'] : dataset;
    const type = String(info['type']);
    const places = type !== 'TABULAR' && type !== 'undefined';
    const named = this.#options.crs ?? iserverCrs(info['prjCoordSys']);
    if (places && named === undefined) throw unknownCrs(this.#options.table, undefined);
    const crs = named === undefined || isDegrees(named) ? undefined : crsCode(named);
    if (crs !== undefined) this.#toDegrees = await crsTransform(crs);
    const offers = { like: false, anyCase: false, area: 'bbox' as const, isNull: false, order: false, place: undefined };
    this.#described = { fields: iserverFields(fields), offers, points: type.startsWith('POINT'), places, schema: iserverSchema(fields), ...(places && crs !== undefined && { crs }) };
    return this.#described;
  }

  say(): Said {
    return { said: new Set(), parameters: [] };
  }

  within(window: Bounds | undefined): Said {
    if (!window || !this.#described?.places) return this.say();
    return { said: new Set(), parameters: [[WINDOW, JSON.stringify(boxIn(window, this.#toDegrees))]] };
  }

  async count(said: Said, signal: AbortSignal): Promise<number | undefined> {
    const { totalCount } = await this.#page(said, 0, 1, signal);
    return typeof totalCount === 'number' ? totalCount : undefined;
  }

  async features({ said, offset, limit }: FeaturesQuestion, signal: AbortSignal): Promise<readonly Feature[]> {
    const found: Feature[] = [];
    const met = new Set<unknown>();
    for (;;) {
      const wanted = Math.min(PAGE, limit - found.length);
      if (wanted <= 0) return found;
      const page = await this.#page(said, offset + found.length, wanted, signal);
      const rows = objects(page['features']).map((row) => this.#feature(row));
      const [first] = rows;
      if (!first || met.has(first['id'])) {
        if (typeof page['totalCount'] === 'number' && offset + found.length < Math.min(page['totalCount'], offset + limit)) throw this.#stuck(found.length, page['totalCount']);
        return found;
      }
      for (const { id } of rows) if (id !== undefined) met.add(id);
      found.push(...rows);
      if (typeof page['totalCount'] === 'number' && offset + found.length >= page['totalCount']) return found;
    }
  }

  #feature(row: Json): Feature {
    const properties = valuesOfRow(row, this.#described?.fields ?? []);
    const { idField } = this.#options;
    const id = idField === undefined ? row['ID'] : properties[idField];
    return { type: 'Feature', ...(id !== undefined && { id }), geometry: this.#placeOf(row['geometry']), properties };
  }

  #placeOf(geometry: unknown): object | null {
    const place = superGeometry(geometry);
    if (place !== OTHER) return place;
    if (!this.#saidOther) this.#sayOther(isObject(geometry) ? String(geometry['type']) : '');
    this.#saidOther = true;
    return null;
  }

  #sayOther(type: string): void {
    const { subject } = this.#options;
    const tag = typeof subject === 'object' ? subject.localName : (subject ?? '');
    hint('features-skipped', { zh: `<${tag}>：有的行是 ${type} 对象，不能显示，只保留属性。请在数据里转成点、线、面。`, en: `<${tag}>: some rows are ${type} objects, which cannot be drawn; their values are kept. Turn them into points, lines or regions in the data.` }, typeof subject === 'object' ? subject : undefined);
  }

  async #page(said: Said, from: number, size: number, signal: AbortSignal): Promise<Json> {
    const datasetNames = [`${this.#datasource}:${this.#dataset}`];
    const { filter } = this.#options;
    const window = said.parameters.find(([name]) => name === WINDOW)?.[1];
    const question = window === undefined ? { getFeatureMode: 'SQL', queryParameter: { name: `${this.#dataset}@${this.#datasource}`, attributeFilter: filter ?? '1=1' } } : windowed(JSON.parse(window) as Bounds, filter);
    return this.#json('featureResults.json', `?returnContent=true&fromIndex=${from}&toIndex=${from + size - 1}`, signal, JSON.stringify({ datasetNames, ...question }));
  }

  async #json(path: string, query: string, signal: AbortSignal, body?: string): Promise<Json> {
    return jsonIn(await this.#text(path, query, signal, body), this.#service);
  }

  /** A document that may be a list. */
  async #document(path: string, query: string, signal: AbortSignal): Promise<unknown> {
    const text = await this.#text(path, query, signal);
    return text.trimStart().startsWith('[') ? (JSON.parse(text) as unknown) : jsonIn(text, this.#service);
  }

  #text(path: string, query: string, signal: AbortSignal, body?: string): Promise<string> {
    return answerOf(this.#service, new URL(`${this.#service.url.href}/${path}${query}`), 'application/json', `「${this.#options.table}」`, signal, body);
  }

  #stuck(rows: number, total: number): Error {
    const where = shownService(this.#service.url);
    return serviceError('query-failed', { zh: `${where} 共有 ${total} 行，但只肯返回 ${rows} 行。请在 iServer 的数据服务里提高“最大返回记录数”，或用 filter、strategy="bbox" 少取一些。`, en: `${where} has ${total} rows and gives ${rows} only. Raise the greatest number of records of the data service, or ask for fewer with filter or strategy="bbox".` });
  }
}

function windowed([west, south, east, north]: Bounds, filter: string | undefined): object {
  const bounds = { leftBottom: { x: west, y: south }, rightTop: { x: east, y: north } };
  return filter === undefined ? { getFeatureMode: 'BOUNDS', bounds } : { getFeatureMode: 'BOUNDS_ATTRIBUTEFILTER', bounds, attributeFilter: filter };
}
