/** Addresses of OGC services: what a page names, with parameters. */

/** Words that say what is asked; an address that was copied with them is as good as one without. */
const ASKED = /^(?:service|request|version|updatesequence)$/i;

export type Params = Readonly<Record<string, string | number | undefined>>;

function parts(address: string): readonly [path: string, query: string] {
  const bare = address.trim().replace(/#.*$/s, '');
  const at = bare.indexOf('?');
  return at < 0 ? [bare, ''] : [bare.slice(0, at), bare.slice(at + 1)];
}

function nameOf(pair: string): string {
  return pair.replace(/=.*$/s, '');
}

/** Pairs of a query, as they are written. */
export function pairsOf(query: string): string[] {
  return query.split('&').filter((pair) => nameOf(pair) !== '');
}

/** The address of a service without what is asked of it: `…/wms?service=WMS&request=GetCapabilities&map=a` is `…/wms?map=a`. */
export function serviceAddress(url: string): string {
  const [path, query] = parts(url);
  const kept = pairsOf(query).filter((pair) => !ASKED.test(nameOf(pair)));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

/** A value in a query. Signs that services write as they are stay readable; templates of tile addresses stay templates. */
export function queryValue(value: string): string {
  return encodeURIComponent(value).replace(/%(?:2C|3A|2F|7B|7D)/g, (sign) => decodeURIComponent(sign));
}

/** An address with parameters. What the address has under the same name, in any case, gives way; empty ones are kept, undefined ones are not. */
export function withParams(address: string, params: Params): string {
  const [path, query] = parts(address);
  const given = Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  const names = new Set(given.map(([name]) => name.toUpperCase()));
  const kept = pairsOf(query).filter((pair) => !names.has(nameOf(pair).toUpperCase()));
  return `${path}?${[...kept, ...given.map(([name, value]) => `${name}=${queryValue(String(value))}`)].join('&')}`;
}

/** The same below the address of a service, whose own parameters stay: `/export` of `…/MapServer?tk=a`. Braces are escaped: Tomcat refuses plain ones. */
export function below(url: string, path: string, params: Params): string {
  const [root, query] = parts(serviceAddress(url));
  const address = `${root.replace(/\/+$/, '')}${path}${query === '' ? '' : `?${query}`}`;
  return withParams(address, params).replace(/\?$/, '').replace(/\{/g, '%7B').replace(/\}/g, '%7D');
}

/** Parameters as an attribute has them: `env=size:3&buffer=8`. Values may be written plainly or escaped. */
export function paramsFrom(words: string): Params {
  return Object.fromEntries(pairsOf(words.replace(/^[?&]/, '')).map((pair) => [nameOf(pair).trim(), plainly(pair.slice(nameOf(pair).length + 1))]));
}

function plainly(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The origin of an address that lies elsewhere than the one the page named; undefined for the same origin and for what is no address. */
export function elsewhere(named: string, found: string, page: string): string | undefined {
  try {
    const own = new URL(named, page);
    const other = new URL(found, own);
    return other.origin === own.origin || !/^https?:$/.test(other.protocol) ? undefined : other.origin;
  } catch {
    return undefined;
  }
}

/** The folder that a gateway has put before the paths of a service: `/gis` where the page says `/gis/wmts/…` and the service `/wmts/…`. */
function gatewayFolder(own: string, found: string): string {
  const [, first = ''] = found.split('/');
  return first === '' ? '' : own.slice(0, Math.max(0, `${own}/`.indexOf(`/${first}/`)));
}

/** An address found in a document of a service, asked of the origin that the page named: its path and query there, in the folder of the gateway. */
export function atNamedOrigin(named: string, found: string, page: string): string | undefined {
  try {
    const own = new URL(named, page);
    const other = new URL(found, own);
    // Braces of a template come back escaped.
    const folder = other.origin === own.origin ? '' : gatewayFolder(own.pathname, other.pathname);
    return `${own.origin}${folder}${other.pathname}${other.search}`.replace(/%7B/gi, '{').replace(/%7D/gi, '}');
  } catch {
    return undefined;
  }
}
