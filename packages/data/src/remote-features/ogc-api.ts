import type { Bounds } from '../model/geometry.js';
import { serviceError, Service, shownService } from '../remote/service.js';
import { answerOf, featuresIn, isObject, jsonIn, objects, PAGE_SIZE, type Json } from './answers.js';
import { cql2Json, cql2Text } from './cql2.js';
import { collectionBounds, offersOf, propertiesOf, type Api } from './ogc-described.js';
import { languageOf } from './own-filter.js';
import { plainSaid } from './plain-query.js';
import type { Node } from './predicate.js';
import type { Described, Feature, FeaturesQuestion, FeatureServiceOptions, FeatureSource, Said } from './types.js';

const ACCEPT = 'application/geo+json, application/json;q=0.9';
/** Addresses longer than this are cut off by some servers and proxies. */
const LONGEST = 6000;

const QUERYABLES = ['http://www.opengis.net/def/rel/ogc/1.0/queryables', '[ogc-rel:queryables]', 'queryables'];
const SCHEMA = ['http://www.opengis.net/def/rel/ogc/1.0/schema', '[ogc-rel:schema]', 'describedby'];

/** Address of the first link of a relation that leads to JSON. */
function linkOf(json: Json, relations: readonly string[]): string | undefined {
  const links = objects(json['links']).filter(({ rel, href }) => relations.includes(String(rel)) && typeof href === 'string');
  const typed = links.find(({ type }) => typeof type === 'string' && /json/i.test(type));
  return ((typed ?? links.find(({ type }) => type === undefined)) as { href: string } | undefined)?.href;
}

/** A collection of an OGC API – Features (OGC 17-069r4), with CQL2 where the service knows it. */
export class OgcApiSource implements FeatureSource {
  readonly label = 'OGC API';
  readonly #service: Service;
  readonly #options: FeatureServiceOptions;
  readonly #collection: string;
  #api?: Api;

  /** @throws YztError `bad-attribute` without a collection, or for an address that cannot be used. */
  constructor(options: FeatureServiceOptions) {
    this.#service = new Service(options);
    this.#options = options;
    this.#collection = options.table.trim();
    if (this.#collection === '') throw serviceError('bad-attribute', { zh: 'table 是空的。请写 OGC API 的集合编号，例如 table="venues"。', en: 'table is empty. Write the id of a collection of the OGC API, such as table="venues".' });
  }

  async describe(signal: AbortSignal): Promise<Described> {
    const root = await this.#json(this.#service.url, signal);
    const [conformance, collections] = [linkOf(root, ['conformance', 'http://www.opengis.net/def/rel/ogc/1.0/conformance']), linkOf(root, ['data', 'http://www.opengis.net/def/rel/ogc/1.0/data'])];
    if (!collections) throw this.#noApi();
    const address = new URL(collections, this.#service.url);
    address.pathname = `${address.pathname.replace(/\/$/, '')}/${encodeURIComponent(this.#collection)}`;
    const [conforms, collection] = await Promise.all([conformance === undefined ? {} : this.#json(new URL(conformance, this.#service.url), signal), this.#json(address, signal)]);
    const items = linkOf(collection, ['items']);
    if (items === undefined) throw this.#noApi();
    const [queryables, schema, sample] = await Promise.all([this.#optional(collection, QUERYABLES, address, signal), this.#optional(collection, SCHEMA, address, signal), this.#sample(new URL(items, address), signal)]);
    const classes = ((conforms as Json)['conformsTo'] ?? []) as unknown;
    const api: Api = { items: new URL(items, address), classes: Array.isArray(classes) ? classes.map(String) : [], queryables, schema, collection };
    this.#api = api;
    this.#checkFilter();
    const { fields, geometry } = propertiesOf(api, featuresIn(sample));
    const bounds = collectionBounds(collection);
    return { fields, offers: offersOf(api, geometry), points: geometry.points, places: geometry.there, ...(bounds && { bounds }) };
  }

  /** Languages of conditions that the service says it knows, the shorter one first. */
  get #languages(): ('cql2-text' | 'cql2-json')[] {
    const has = (name: string): boolean => this.#known().classes.some((one) => one.endsWith(name));
    return has('/conf/features-filter') ? (['cql2-text', 'cql2-json'] as const).filter((language) => has(`/conf/${language}`)) : [];
  }

  /** A condition of the page that the service does not know would be as good as none. */
  #checkFilter(): void {
    const { filter } = this.#options;
    if (filter === undefined) return;
    const language = languageOf(filter, 'cql2-text');
    if (language !== 'fes' && this.#languages.some((one) => one === language)) return;
    const where = shownService(this.#service.url);
    throw serviceError('query-failed', { zh: `${where} 没有声明支持这种 filter（${language}）。请改写为它支持的语言，或去掉 filter。`, en: `${where} does not say that it knows this kind of filter (${language}). Write it in a language it knows, or leave it out.` });
  }

  within(window: Bounds | undefined): Said {
    const { parameters } = this.say([]);
    return { said: new Set(), parameters: window ? [...parameters, ['bbox', window.join(',')]] : parameters };
  }

  say(conditions: readonly Node[]): Said {
    const { items } = this.#known();
    const own = this.#options.filter;
    const [first] = this.#languages;
    const language = own === undefined ? first : languageOf(own, 'cql2-text');
    if (!first || (language !== 'cql2-text' && language !== 'cql2-json')) return plainSaid(conditions, this.#known());
    const room = LONGEST - items.href.length;
    const parts: string[] = own === undefined ? [] : [language === 'cql2-text' && conditions.length > 0 ? `(${own})` : own];
    const said = new Set<Node>();
    const whole = (): string => (language === 'cql2-text' ? parts.join(' AND ') : parts.length > 1 ? `{"op":"and","args":[${parts.join(',')}]}` : (parts[0] ?? ''));
    for (const condition of conditions) {
      const part = language === 'cql2-text' ? cql2Text(condition) : JSON.stringify(cql2Json(condition));
      if (part === undefined) continue;
      parts.push(part);
      if (encodeURIComponent(whole()).length > room) parts.pop();
      else said.add(condition);
    }
    return { said, parameters: parts.length === 0 ? [] : [['filter-lang', language], ['filter', whole()], ['filter-crs', 'http://www.opengis.net/def/crs/OGC/1.3/CRS84']] };
  }

  async count(said: Said, signal: AbortSignal): Promise<number | undefined> {
    const { numberMatched } = await this.#json(this.#address(said, 1), signal);
    return typeof numberMatched === 'number' ? numberMatched : undefined;
  }

  /** Follows the links to the next page. Where these count rows by an offset, it begins there at once. */
  async features(question: FeaturesQuestion, signal: AbortSignal): Promise<readonly Feature[]> {
    const { offset, limit } = question;
    const found: Feature[] = [];
    const met = new Set<string>();
    let next: URL | undefined = this.#ordered(question, Math.min(limit, PAGE_SIZE));
    for (let at = 0; next && found.length < limit && !met.has(next.href); ) {
      met.add(next.href);
      const page: Json = await this.#json(next, signal);
      const features = featuresIn(page);
      if (features.length === 0) break;
      // Before the page wanted, and beyond it.
      found.push(...features.slice(Math.max(0, offset - at)).slice(0, limit - found.length));
      at += features.length;
      const link = linkOf(page, ['next']);
      const following: URL | undefined = link === undefined ? undefined : new URL(link, next);
      const jump: URL | undefined = following && at < offset ? offsetIn(following, at, offset) : undefined;
      if (jump) at = offset;
      next = jump ?? following;
    }
    return found;
  }

  #known(): Api {
    if (this.#api) return this.#api;
    throw serviceError('bad-argument', { zh: '尚未读取服务说明。', en: 'the service has not been looked at yet.' });
  }

  #address(said: Said, limit: number): URL {
    const url = new URL(this.#known().items.href);
    url.searchParams.set('limit', String(limit));
    for (const [name, value] of said.parameters) url.searchParams.append(name, value);
    return url;
  }

  #ordered({ said, orderBy, descending, properties }: FeaturesQuestion, limit: number): URL {
    const url = this.#address(said, limit);
    const { classes } = this.#known();
    if (orderBy !== undefined) url.searchParams.set('sortby', `${descending ? '-' : '+'}${orderBy}`);
    if (properties && properties.length > 0 && classes.some((one) => /\/conf\/(properties|property-selection)/.test(one)) && properties.every((name) => !name.includes(','))) url.searchParams.set('properties', properties.join(','));
    return url;
  }

  async #json(url: URL, signal: AbortSignal): Promise<Json> {
    return jsonIn(await answerOf(this.#service, url, ACCEPT, `「${this.#collection}」`, signal), this.#service);
  }

  async #sample(items: URL, signal: AbortSignal): Promise<Json> {
    items.searchParams.set('limit', '100');
    return this.#json(items, signal);
  }

  /** A document a service may have. One that is promised and not there is as good as none. */
  async #optional(collection: Json, relations: readonly string[], base: URL, signal: AbortSignal): Promise<Json | undefined> {
    const link = linkOf(collection, relations);
    if (link === undefined) return undefined;
    try {
      const json = await this.#json(new URL(link, base), signal);
      return isObject(json['properties']) ? json : undefined;
    } catch (reason) {
      if (signal.aborted) throw reason;
      return undefined;
    }
  }

  #noApi(): Error {
    const where = shownService(this.#service.url);
    return serviceError('query-failed', { zh: `${where} 不是 OGC API 的首页（没有 data、items 链接）。src 请写到 /collections 的上一级。`, en: `${where} is no landing page of an OGC API (it has no links data and items). Let src end before /collections.` });
  }
}

/** The address of a page further on, if the link to the next one counts rows. */
function offsetIn(next: URL, at: number, wanted: number): URL | undefined {
  const name = ['offset', 'startindex', 'startIndex'].find((one) => next.searchParams.get(one) === String(at));
  if (name === undefined) return undefined;
  const url = new URL(next.href);
  url.searchParams.set(name, String(wanted));
  return url;
}
