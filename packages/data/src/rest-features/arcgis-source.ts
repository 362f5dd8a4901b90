import type { Bounds } from '../model/geometry.js';
import { hint } from '@yizhangtu/base/hints';
import { crsCode, isDegrees } from '../readers/crs.js';
import { Service, serviceError, shownService } from '../remote/service.js';
import { answerOf, jsonIn, objects, type Json } from '../remote-features/answers.js';
import type { Described, Feature, FeaturesQuestion, FeatureServiceOptions, FeatureSource, Said } from '../remote-features/types.js';
import { CURVES, esriGeometry } from './esri-geometry.js';
import { esriCrs, esriFields, esriSchema, withDates } from '../esri/esri-fields.js';

type Parameters = readonly (readonly [name: string, value: string])[];

/** Rows of one answer where the service does not say how many it gives. */
const USUAL = 1000;

interface Layer {
  readonly url: URL;
  readonly described: Described;
  /** Property that tells rows apart. */
  readonly id: string | undefined;
  /** System that rows are asked in, its number. */
  readonly wkid: string | undefined;
  /** System of windows. */
  readonly degrees: string;
  readonly size: number;
}

interface Page {
  readonly features: Feature[];
  readonly more: boolean;
}

/** A layer of a FeatureServer or MapServer (ArcGIS REST API, query of a layer). Rows come as JSON of ArcGIS, which every version speaks. */
export class ArcgisSource implements FeatureSource {
  readonly label = 'ArcGIS';
  readonly #service: Service;
  readonly #options: FeatureServiceOptions;
  #layer?: Layer;
  /** The service keeps to where a page begins. */
  #paged = true;
  #saidCurves = false;

  /** @throws YztError `bad-attribute` for an address that cannot be used. */
  constructor(options: FeatureServiceOptions) {
    const [src = ''] = options.src.split(/[?#]/);
    this.#service = new Service({ ...options, src: src.replace(/\/+$/, '') });
    this.#options = options;
  }

  async describe(signal: AbortSignal): Promise<Described> {
    const url = await this.#address(signal);
    const json = await this.#json(url, [], signal);
    const { type, capabilities, maxRecordCount, objectIdField } = json;
    if (!Array.isArray(json['fields']) || /group layer|raster/i.test(String(type))) throw this.#cannot({ zh: `的图层「${this.#name(json)}」没有可以查询的行（类型 ${String(type)}）。请换一个图层，或用 <yzt-arcgis-layer> 显示图片`, en: `has no rows in "${this.#name(json)}" (${String(type)}). Name another layer, or show pictures with <yzt-arcgis-layer>` });
    if (typeof capabilities === 'string' && !/query/i.test(capabilities)) throw this.#cannot({ zh: `不允许查询图层「${this.#name(json)}」（capabilities：${capabilities}）。请在服务上打开 Query`, en: `does not allow queries of "${this.#name(json)}" (capabilities: ${capabilities}). Switch on Query in the service` });
    const { described, ...systems } = this.#described(json);
    const own = objects(json['fields']).find((field) => field['type'] === 'esriFieldTypeOID')?.['name'];
    const size = typeof maxRecordCount === 'number' && maxRecordCount > 0 ? maxRecordCount : USUAL;
    const id = [this.#options.idField, objectIdField, own].find((name): name is string => typeof name === 'string' && name !== '');
    this.#layer = { url, described, ...systems, id, size };
    this.#paged = (json['advancedQueryCapabilities'] as Json | undefined)?.['supportsPagination'] === true;
    return described;
  }

  /** System, fields and words of a layer. */
  #described(json: Json): Pick<Layer, 'described' | 'wkid' | 'degrees'> {
    const places = typeof json['geometryType'] === 'string' && json['geometryType'] !== 'esriGeometryNull';
    const own = [json['sourceSpatialReference'], (json['extent'] as Json | null | undefined)?.['spatialReference'], json['spatialReference']].map(esriCrs).find((one) => one !== undefined);
    // Without a number the service brings its rows to degrees itself.
    const asked = crsCode(this.#options.crs ?? own ?? 'EPSG:4490');
    const offers = { like: false, anyCase: false, area: 'bbox' as const, isNull: false, order: false, place: undefined };
    const described = { fields: esriFields(json), offers, points: json['geometryType'] === 'esriGeometryPoint', places, schema: esriSchema(json), ...(places && !isDegrees(asked) && { crs: asked }) };
    return { described, wkid: places ? wkidOf(asked) : undefined, degrees: isChina2000(own ?? asked) ? '4490' : '4326' };
  }

  say(): Said {
    return { said: new Set(), parameters: [['where', this.#options.filter ?? '1=1']] };
  }

  within(window: Bounds | undefined): Said {
    const { said, parameters } = this.say();
    const layer = this.#expect();
    if (!window || !layer.described.places) return { said, parameters };
    return { said, parameters: [...parameters, ['geometry', window.join(',')], ['geometryType', 'esriGeometryEnvelope'], ['inSR', layer.degrees], ['spatialRel', 'esriSpatialRelIntersects']] };
  }

  async count({ parameters }: Said, signal: AbortSignal): Promise<number | undefined> {
    const { count } = await this.#query([...parameters, ['returnCountOnly', 'true']], signal);
    return typeof count === 'number' ? count : undefined;
  }

  async features({ said, offset, limit }: FeaturesQuestion, signal: AbortSignal): Promise<readonly Feature[]> {
    if (this.#paged) {
      const found = await this.#pages(said.parameters, offset, limit, signal);
      if (found) return found;
      this.#paged = false;
    }
    return this.#byIds(said.parameters, offset, limit, signal);
  }

  /** Page after page; undefined for a service that gives the same rows again. */
  async #pages(parameters: Parameters, offset: number, limit: number, signal: AbortSignal): Promise<Feature[] | undefined> {
    const { size, id } = this.#expect();
    const found: Feature[] = [];
    const met = new Set<unknown>();
    while (found.length < limit) {
      const wanted = Math.min(size, limit - found.length);
      const order: Parameters = id === undefined ? [] : [['orderByFields', id]];
      const { features, more } = await this.#page([...parameters, ...order, ['resultOffset', String(offset + found.length)], ['resultRecordCount', String(wanted)]], signal);
      const [first] = features;
      if (!first) break;
      if (first['id'] !== undefined && met.has(first['id'])) return undefined;
      for (const { id: one } of features) met.add(one);
      found.push(...features.slice(0, limit - found.length));
      if (!more && features.length < wanted) break;
    }
    return found;
  }

  /** Servers before 10.3 know no pages, but give the ids of all rows. */
  async #byIds(parameters: Parameters, offset: number, limit: number, signal: AbortSignal): Promise<Feature[]> {
    const { objectIds } = await this.#query([...parameters, ['returnIdsOnly', 'true']], signal);
    const ids = (Array.isArray(objectIds) ? (objectIds as unknown[]) : []).filter((id): id is number => typeof id === 'number').sort((a, b) => a - b).slice(offset, offset + limit);
    const { size } = this.#expect();
    const found: Feature[] = [];
    for (let at = 0; at < ids.length; at += size) found.push(...(await this.#ofIds(ids.slice(at, at + size), signal)));
    return found;
  }

  async #ofIds(ids: readonly number[], signal: AbortSignal): Promise<Feature[]> {
    const { features, more } = await this.#page([['objectIds', ids.join(',')]], signal);
    if (!more || ids.length < 2) return features;
    const middle = ids.length >> 1;
    return [...(await this.#ofIds(ids.slice(0, middle), signal)), ...(await this.#ofIds(ids.slice(middle), signal))];
  }

  async #page(parameters: Parameters, signal: AbortSignal): Promise<Page> {
    const { wkid, described, id } = this.#expect();
    const json = await this.#query([...parameters, ['outFields', '*'], ['returnGeometry', String(described.places)], ...(wkid === undefined ? [] : [['outSR', wkid] as const])], signal);
    const rows = objects(json['features']);
    const values = withDates(rows.map(({ attributes }) => (attributes ?? {}) as Json), described.fields);
    const features = rows.map(({ geometry }, index): Feature => {
      const properties = values[index] as Json;
      return { type: 'Feature', ...(id !== undefined && { id: properties[id] }), geometry: this.#placeOf(geometry), properties };
    });
    return { features, more: json['exceededTransferLimit'] === true };
  }

  #placeOf(geometry: unknown): object | null {
    const place = esriGeometry(geometry);
    if (place !== CURVES) return place;
    if (!this.#saidCurves) this.#sayCurves();
    this.#saidCurves = true;
    return null;
  }

  #sayCurves(): void {
    const { subject } = this.#options;
    const tag = typeof subject === 'object' ? subject.localName : (subject ?? '');
    hint(
      'features-skipped',
      { zh: `<${tag}>：有的行是真曲线（curveRings、curvePaths），不能显示，只保留属性。请在数据里把曲线增密成折线。`, en: `<${tag}>: some rows are true curves (curveRings, curvePaths), which cannot be drawn; their values are kept. Densify them in the data.` },
      typeof subject === 'object' ? subject : undefined,
    );
  }

  /** The address of the layer that the page names: by its number, its name, or within `src`. */
  async #address(signal: AbortSignal): Promise<URL> {
    const { table } = this.#options;
    const root = this.#service.url;
    if (table === '' && /\/\d+$/.test(root.pathname)) return root;
    if (/^\d+$/.test(table)) return below(root, table);
    const service = await this.#json(root, [], signal);
    const all = [...objects(service['layers']), ...objects(service['tables'])];
    const named = all.find(({ name }) => name === table);
    if (named && table !== '') return below(root, String(named['id']));
    const there = all.slice(0, 12).map(({ id, name }) => `${String(id)} ${String(name)}`).join('、');
    throw serviceError('not-found', { zh: `${shownService(root)} 没有图层「${table}」，有的是：${there || '（无）'}。请把 table 写成编号或名称。`, en: `${shownService(root)} has no layer "${table}"; it has: ${there || '(none)'}. Write table as a number or a name.` });
  }

  #name({ name }: Json): string {
    return typeof name === 'string' ? name : this.#options.table;
  }

  #expect(): Layer {
    if (this.#layer) return this.#layer;
    throw serviceError('bad-argument', { zh: '尚未读取服务说明。', en: 'the service has not been looked at yet.' });
  }

  /** Asked as a form: conditions and ids may be longer than an address. */
  #query(parameters: Parameters, signal: AbortSignal): Promise<Json> {
    return this.#json(below(this.#expect().url, 'query'), parameters, signal);
  }

  async #json(url: URL, parameters: Parameters, signal: AbortSignal): Promise<Json> {
    const all = new URLSearchParams([['f', 'json'], ...parameters.map(([name, value]): [string, string] => [name, value])]);
    const asked = new URL(url.href);
    const body = parameters.length > 0 ? all.toString() : undefined;
    if (body === undefined) asked.search = all.toString();
    return jsonIn(await answerOf(this.#service, asked, 'application/json', `「${this.#options.table}」`, signal, body), this.#service);
  }

  #cannot(why: { readonly zh: string; readonly en: string }): Error {
    const where = shownService(this.#service.url);
    return serviceError('query-failed', { zh: `${where} ${why.zh}。`, en: `${where} ${why.en}.` });
  }
}

function below(url: URL, part: string): URL {
  const address = new URL(url.href);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/${part}`;
  return address;
}

/** ArcGIS before 10 knows Web Mercator by another number than the registry; later ones know both. */
function wkidOf(code: string): string {
  const number = code.replace(/^.*:/, '');
  return number === '3857' ? '102100' : number === 'CRS84' ? '4326' : number;
}

/** CGCS2000: degrees, or one of its zones. A window asked in the same datum is not shifted. */
function isChina2000(code: string): boolean {
  const number = Number(code.replace(/^.*:/, ''));
  return number === 4490 || (number >= 4491 && number <= 4554);
}
