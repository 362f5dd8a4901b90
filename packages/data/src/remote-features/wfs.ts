import { Service, serviceError, shownService } from '../remote/service.js';
import { isAbort } from '@yizhangtu/base/errors';
import type { Bounds } from '../model/geometry.js';
import { crsCode, isDegrees } from '../readers/crs.js';
import { answerOf, featuresIn, jsonIn } from './answers.js';
import { FesWriter, type WfsVersion } from './fes.js';
import { joinedCql, joinedFes, languageOf } from './own-filter.js';
import type { Node, Property } from './predicate.js';
import { valuesOf } from './sampled.js';
import type { Described, Feature, FeaturesQuestion, FeatureServiceOptions, FeatureSource, Said, ServiceField } from './types.js';
import { describedType, featureType, refined, type FeatureType } from './wfs-described.js';
import { keepsOffset, pagedRows } from './wfs-paging.js';
import { readXml, textOf, XmlFault, type XmlElement } from '../request/xml.js';

/** Addresses longer than this go as a form instead. */
const LONGEST = 4000;
const FILTER = 'FILTER';
const CQL = 'CQL_FILTER';
/** Rows that show what the schema leaves open. */
const SAMPLE = 100;

/** A feature type of a WFS 2.0.0, or 1.1.0 where the service knows no other. Rows come as GeoJSON. */
export class WfsSource implements FeatureSource {
  readonly label = 'WFS';
  readonly #service: Service;
  readonly #options: FeatureServiceOptions;
  readonly #name: string;
  #version: WfsVersion = '2.0.0';
  #type?: FeatureType;
  #writer = new FesWriter('2.0.0');
  #geometry: string | undefined;
  #crs = '';
  /** The service keeps to where a page begins. */
  #paged = true;

  /** @throws YztError `bad-attribute` without a feature type, or for an address that cannot be used. */
  constructor(options: FeatureServiceOptions) {
    this.#service = new Service(options);
    this.#options = options;
    this.#name = options.table.trim();
    if (this.#name === '') throw serviceError('bad-attribute', { zh: 'table 是空的。请写 WFS 的要素类型，例如 table="city:venues"。', en: 'table is empty. Write a feature type of the WFS, such as table="city:venues".' });
  }

  async describe(signal: AbortSignal): Promise<Described> {
    const capabilities = await this.#xml([['REQUEST', 'GetCapabilities'], ['ACCEPTVERSIONS', '2.0.0,1.1.0']], signal);
    const version = capabilities.attributes.get('version') ?? '';
    if (version !== '2.0.0' && version !== '1.1.0' && version !== '2.0.2') throw this.#cannot({ zh: `只支持版本 ${version || '?'}，需要 2.0.0 或 1.1.0`, en: `knows version ${version || '?'} only; 2.0.0 or 1.1.0 is needed` });
    this.#version = version === '1.1.0' ? '1.1.0' : '2.0.0';
    this.#writer = new FesWriter(this.#version);
    const type = featureType(capabilities, this.#name);
    if (!type) throw serviceError('not-found', { zh: `${shownService(this.#service.url)} 没有要素类型「${this.#name}」。请检查 table。`, en: `${shownService(this.#service.url)} has no feature type "${this.#name}". Check table.` });
    if (type.format === undefined) throw this.#cannot({ zh: '不提供 GeoJSON 输出。请在服务器上打开（MapServer：wfs_getfeature_formatlist；GeoServer 自带）', en: 'gives no GeoJSON. Let it (MapServer: wfs_getfeature_formatlist; GeoServer does by itself)' });
    this.#crs = this.#system(type);
    this.#type = type;
    const schema = await this.#xml([['VERSION', this.#version], ['REQUEST', 'DescribeFeatureType'], this.#typeName()], signal);
    const described = describedType(schema, type);
    this.#geometry = described.offers.place;
    await this.#tryFilter(signal);
    const sample = await this.features({ said: this.say([]), offset: 0, limit: SAMPLE }, signal);
    await this.#tryPages(sample, signal);
    const known = { ...refined(described, sample), ...(!isDegrees(this.#crs) && { crs: crsCode(this.#crs) }) };
    if (this.#options.subject !== undefined) return await this.#orderFor(known, signal);
    const [isNull, ...fields] = await Promise.all([this.#knowsNothing(known.fields, sample, signal), ...known.fields.map((field) => this.#tried(field, sample, signal))]);
    return { ...known, offers: { ...known.offers, isNull }, fields };
  }

  /** The system rows are asked in. */
  #system({ crs, systems }: FeatureType): string {
    const { crs: wanted, subject } = this.#options;
    const offered = systems.find((one) => wanted !== undefined && crsCode(one) === crsCode(wanted)) ?? (wanted === undefined ? (crs ?? (subject === undefined ? undefined : systems[0])) : undefined);
    if (offered !== undefined) return offered;
    const list = systems.map(crsCode).slice(0, 8).join('、') || '?';
    if (wanted !== undefined) throw serviceError('unknown-crs', { zh: `「${this.#name}」不提供坐标系 ${wanted}，只有 ${list}。请改写 crs。`, en: `"${this.#name}" is not given in ${wanted}, only in ${list}. Change crs.` });
    throw serviceError('unknown-crs', { zh: `「${this.#name}」不提供经纬度坐标（EPSG:4326 或 4490）。请在服务器上为它增加 EPSG:4326。`, en: `"${this.#name}" is not given in degrees (EPSG:4326 or 4490). Let the server offer it in EPSG:4326.` });
  }

  say(conditions: readonly Node[]): Said {
    const writable = conditions.filter((condition) => this.#writer.filter(condition) !== undefined);
    const [only] = writable;
    const node: Node | undefined = writable.length > 1 ? { op: 'and', args: writable } : only;
    const filter = node && this.#writer.filter(node);
    const own = this.#options.filter;
    if (own === undefined) return { said: new Set(writable), parameters: filter === undefined ? [] : [[FILTER, filter]] };
    if (languageOf(own, 'cql') !== 'fes') return { said: new Set(), parameters: [[CQL, own]] };
    const joined = joinedFes(own, filter);
    if (joined === undefined) throw serviceError('bad-attribute', { zh: 'filter 以 < 开头，但不是一个 <Filter>。请写 FES 的 <Filter>…</Filter>，或写 CQL。', en: 'filter begins with < and is no <Filter>. Write a <Filter>…</Filter> of FES, or CQL.' });
    return { said: new Set(writable), parameters: [[FILTER, joined]] };
  }

  within(window: Bounds | undefined): Said {
    const place = this.#geometry;
    const own = this.#options.filter;
    if (own !== undefined && languageOf(own, 'cql') !== 'fes') return { said: new Set(), parameters: [[CQL, joinedCql(own, place, window)]] };
    return this.say(window && place !== undefined ? [{ op: 's_intersects', args: [{ property: place }, { bbox: window }] }] : []);
  }

  async count(said: Said, signal: AbortSignal): Promise<number | undefined> {
    const root = await this.#xml([...this.#getFeature(said), ['RESULTTYPE', 'hits']], signal);
    const number = root.attributes.get('numberMatched') ?? root.attributes.get('numberOfFeatures');
    return number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined;
  }

  async features(question: FeaturesQuestion, signal: AbortSignal): Promise<readonly Feature[]> {
    const { said, properties, orderBy, descending, offset, limit } = question;
    const type = this.#expect();
    const more: [string, string][] = [['OUTPUTFORMAT', type.format as string], ['SRSNAME', this.#crs]];
    if (properties && properties.every((name) => !name.includes(','))) more.push(['PROPERTYNAME', [...properties, ...(this.#geometry === undefined ? [] : [this.#geometry])].join(',')]);
    if (orderBy !== undefined) more.push(['SORTBY', `${orderBy} ${descending ? 'DESC' : 'ASC'}`]);
    const page = async (from: number, size: number): Promise<Feature[]> => {
      const where: [string, string][] = [[this.#version === '2.0.0' ? 'COUNT' : 'MAXFEATURES', String(size)], ...(from > 0 ? [['STARTINDEX', String(from)] as [string, string]] : [])];
      return featuresIn(jsonIn(await this.#ask([...this.#getFeature(said), ...more, ...where], 'application/json', signal), this.#service));
    };
    const stuck = (rows: number): Error => this.#cannot({ zh: `不支持分页（忽略 STARTINDEX），一次最多返回 ${rows} 行，其余取不到。请在服务器上打开分页或提高上限，或先筛选`, en: `does not page (it ignores STARTINDEX) and gives at most ${rows} rows at once; the others cannot be had. Let it page or give more, or filter first` });
    return pagedRows({ page, count: () => this.count(said, signal), stuck }, offset, limit, this.#paged);
  }

  /** Offsets are tried before they are believed: a service that ignores them would give its first rows again and again. */
  async #tryPages(sample: readonly Feature[], signal: AbortSignal): Promise<void> {
    this.#paged = true;
    if (sample.length < 2) return;
    try {
      this.#paged = keepsOffset(sample, await this.features({ said: this.say([]), offset: 1, limit: 1 }, signal));
    } catch (reason) {
      // GeoServer refuses pages of tables without a key.
      if (isAbort(reason)) throw reason;
      this.#paged = false;
    }
  }

  /** CQL is a word of GeoServer. A service that does not know it would give all rows as if they met it. */
  async #tryFilter(signal: AbortSignal): Promise<void> {
    const own = this.#options.filter;
    if (own === undefined || languageOf(own, 'cql') === 'fes') return;
    if ((await this.count({ said: new Set(), parameters: [[CQL, 'EXCLUDE']] }, signal)) === 0) return;
    throw this.#cannot({ zh: '不认识 CQL_FILTER，会返回全部数据。请把 filter 写成 FES 的 <Filter>…</Filter>', en: 'does not know CQL_FILTER and would give all rows. Write filter as a <Filter>…</Filter> of FES' });
  }

  /** Some servers want longitude first in a window, whatever the standard says: then nothing lies in the bounds they state themselves. */
  async #orderFor(known: Described, signal: AbortSignal): Promise<Described> {
    const { axis = 'auto' } = this.#options;
    if (axis === 'xy') this.#writer = new FesWriter(this.#version, true);
    const { bounds } = known;
    if (axis !== 'auto' || !bounds || known.offers.place === undefined) return known;
    const none = async (): Promise<boolean> => (await this.count(this.within(bounds), signal)) === 0;
    if (await none()) {
      this.#writer = new FesWriter(this.#version, true);
      if (await none()) this.#writer = new FesWriter(this.#version);
    }
    return known;
  }

  /**
   * Instants are tried before they are believed: some servers compare them as words (MapServer 8.0 with GeoJSON). Rows up to a value and rows
   * after it must be all rows that have one; else the field is not asked for, and what is about it is looked at in the page.
   */
  async #tried(field: ServiceField, sample: readonly Feature[], signal: AbortSignal): Promise<ServiceField> {
    if (field.type !== 'date' && field.type !== 'date-time') return field;
    const values = valuesOf(sample, field.name).filter((value): value is string => typeof value === 'string' && value !== '');
    const middle = values.sort()[values.length >> 1]?.replace(/\.\d+/, '');
    if (middle === undefined) return { ...field, asked: false };
    const literal = field.type === 'date' ? { date: middle.slice(0, 10) } : { timestamp: middle };
    const [property, absent]: [Property, Node] = [{ property: field.name }, { op: 'isNull', args: [{ property: field.name }] }];
    const parts: Node[] = [{ op: '<=', args: [property, literal] }, { op: '>', args: [property, literal] }, { op: 'not', args: [absent] }];
    const [until, after, all] = await Promise.all(parts.map((part) => this.count(this.say([part]), signal)));
    return { ...field, asked: until !== undefined && after !== undefined && until > 0 && until + after === all };
  }

  /** Whether the service finds rows without a value, tried where some are known (MapServer 8.0 finds none with GeoJSON). */
  async #knowsNothing(fields: readonly ServiceField[], sample: readonly Feature[], signal: AbortSignal): Promise<boolean> {
    const one = fields.find(({ name, type }) => type !== 'string' && valuesOf(sample, name).some((value) => value === null || value === undefined));
    return one === undefined || ((await this.count(this.say([{ op: 'isNull', args: [{ property: one.name }] }]), signal)) ?? 0) > 0;
  }

  #expect(): FeatureType {
    if (this.#type) return this.#type;
    throw serviceError('bad-argument', { zh: '尚未读取服务说明。', en: 'the service has not been looked at yet.' });
  }

  #typeName(): readonly [string, string] {
    return [this.#version === '2.0.0' ? 'TYPENAMES' : 'TYPENAME', this.#type?.name ?? this.#name];
  }

  #getFeature(said: Said): (readonly [string, string])[] {
    return [['VERSION', this.#version], ['REQUEST', 'GetFeature'], this.#typeName(), ...said.parameters];
  }

  async #ask(parameters: readonly (readonly [string, string])[], accept: string, signal: AbortSignal): Promise<string> {
    const url = new URL(this.#service.url.href);
    const all = new URLSearchParams([['SERVICE', 'WFS'], ...parameters.map(([name, value]): [string, string] => [name, value])]);
    const long = all.toString().length > LONGEST;
    if (!long) for (const [name, value] of all) url.searchParams.set(name, value);
    return answerOf(this.#service, url, accept, `「${this.#name}」`, signal, long ? all.toString() : undefined);
  }

  async #xml(parameters: readonly (readonly [string, string])[], signal: AbortSignal): Promise<XmlElement> {
    const text = await this.#ask(parameters, 'text/xml, application/xml', signal);
    let root: XmlElement;
    try {
      root = readXml(text);
    } catch (reason) {
      if (!(reason instanceof XmlFault)) throw reason;
      throw this.#cannot({ zh: '的回答不是可以读取的 XML，可能不是 WFS 地址', en: 'did not answer with XML that can be read; it may be no WFS' });
    }
    if (root.name !== 'ExceptionReport') return root;
    // Only the code: the text may repeat the filter, and with it what people look for.
    const code = root.children[0]?.attributes.get('exceptionCode') ?? textOf(root, 'ExceptionText')?.slice(0, 40) ?? '';
    throw serviceError('query-failed', { zh: `${shownService(this.#service.url)} 无法回答（${code.slice(0, 60)}）。请检查 table 与服务的能力说明。`, en: `${shownService(this.#service.url)} cannot answer (${code.slice(0, 60)}). Check table and the capabilities of the service.` });
  }

  #cannot(why: { readonly zh: string; readonly en: string }): Error {
    const where = shownService(this.#service.url);
    return serviceError('query-failed', { zh: `${where} ${why.zh}。`, en: `${where} ${why.en}.` });
  }
}
