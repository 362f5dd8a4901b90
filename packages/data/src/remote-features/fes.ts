/** Conditions as OGC Filter Encoding: 2.0 for WFS 2.0, 1.1 for WFS 1.1.0. The only place where something from outside becomes part of such a filter. */
import { escapedXml } from '@yizhangtu/base/xml-text';
import { isLeaf, type Area, type Comparison, type Joined, type Leaf, type Literal, type Node, type Not } from './predicate.js';

/** Version of the WFS that is spoken to. */
export type WfsVersion = '2.0.0' | '1.1.0';

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  '=': 'PropertyIsEqualTo',
  '<': 'PropertyIsLessThan',
  '<=': 'PropertyIsLessThanOrEqualTo',
  '>': 'PropertyIsGreaterThan',
  '>=': 'PropertyIsGreaterThanOrEqualTo',
};

const JOINS: Readonly<Record<(Joined | Not)['op'], string>> = { and: 'And', or: 'Or', not: 'Not' };

/** Systems by this name have latitude first, as their authority has it. */
const DEGREES = 'urn:ogc:def:crs:EPSG::4326';

/** True for text XML can hold as it is: no control characters, no half letters, and no line ends, which parsers turn into others. */
function holds(text: string): boolean {
  return escapedXml(text).length >= text.length && !/[\r\n\t\u0085\u2028]|[\ud800-\udbff](?![\udc00-\udfff])/.test(text);
}

function literalText(value: Literal): string | undefined {
  const text = typeof value === 'object' ? ('date' in value ? value.date : value.timestamp) : String(value);
  // Parts of a second are read wrongly by some servers (MapServer 8.0).
  if (typeof value === 'object' && text.includes('.')) return undefined;
  // Some servers make SQL of a filter, where a backslash may take the quote behind it along: such texts are looked for in the page.
  if (/\\(?:'|$)/.test(text)) return undefined;
  // Spaces at the ends get lost in some servers.
  return holds(text) && text.trim() === text && text !== '' ? escapedXml(text) : undefined;
}

/** Wild letters of this encoding, which has no fixed ones: rare ones, so that few words need to be escaped. */
const [ANY, ONE, ESCAPE] = ['*', '#', '!'];

/** A pattern with `%`, `_` and `\` as one of this encoding. */
function patternText(pattern: string): string {
  return pattern.replace(/\\([\s\S])|[%_*#!]/g, (letter: string, plain: string | undefined) => {
    if (letter === '%') return ANY as string;
    if (letter === '_') return ONE as string;
    return [ANY, ONE, ESCAPE].includes(plain ?? letter) ? `${ESCAPE}${plain ?? letter}` : (plain ?? letter);
  });
}

/** Writes conditions for one version. */
export class FesWriter {
  readonly #version: WfsVersion;
  readonly #lonFirst: boolean;

  /** @param lonFirst For servers that have longitude first whatever the standard says. */
  constructor(version: WfsVersion, lonFirst = false) {
    this.#version = version;
    this.#lonFirst = lonFirst;
  }

  get #name(): string {
    return this.#version === '2.0.0' ? 'ValueReference' : 'PropertyName';
  }

  /** A whole filter; undefined where a value of it cannot be written. */
  filter(node: Node): string | undefined {
    const inner = this.#node(node);
    if (inner === undefined) return undefined;
    const [space, gml] = this.#version === '2.0.0' ? ['http://www.opengis.net/fes/2.0', 'http://www.opengis.net/gml/3.2'] : ['http://www.opengis.net/ogc', 'http://www.opengis.net/gml'];
    return `<f:Filter xmlns:f="${space}" xmlns:gml="${gml}">${inner}</f:Filter>`;
  }

  #node(node: Node): string | undefined {
    if (isLeaf(node)) return holds(node.args[0].property) ? this.#leaf(node, this.#tag(this.#name, escapedXml(node.args[0].property))) : undefined;
    const parts = node.args.map((one) => this.#node(one));
    return parts.includes(undefined) ? undefined : this.#tag(JOINS[node.op], parts.join(''));
  }

  #leaf(node: Leaf, name: string): string | undefined {
    if (node.op === 'isNull') return this.#tag('PropertyIsNull', name);
    if (node.op === 's_intersects') return this.#area(name, node.args[1]);
    const value = literalText(node.op === 'like' ? patternText(node.args[1]) : node.args[1]);
    if (value === undefined) return undefined;
    const literal = this.#tag('Literal', value);
    if (node.op !== 'like') return this.#tag(COMPARISONS[node.op], name + literal);

    return `<f:PropertyIsLike wildCard="${ANY}" singleChar="${ONE}" escapeChar="${ESCAPE}" matchCase="${!node.anyCase}">${name}${literal}</f:PropertyIsLike>`;
  }

  #area(name: string, area: Area): string {
    if ('bbox' in area) {
      const [west, south, east, north] = area.bbox;
      const [lower, upper] = [this.#place(west, south), this.#place(east, north)];
      return this.#tag('BBOX', `${name}<gml:Envelope srsName="${DEGREES}"><gml:lowerCorner>${lower}</gml:lowerCorner><gml:upperCorner>${upper}</gml:upperCorner></gml:Envelope>`);
    }
    const rings = area.coordinates.map((ring, index) => {
      const part = index === 0 ? 'exterior' : 'interior';
      const places = ring.map(([lon, lat]) => this.#place(lon, lat)).join(' ');
      return `<gml:${part}><gml:LinearRing><gml:posList>${places}</gml:posList></gml:LinearRing></gml:${part}>`;
    });
    return this.#tag('Intersects', `${name}<gml:Polygon srsName="${DEGREES}" gml:id="area">${rings.join('')}</gml:Polygon>`);
  }

  #place(lon: number, lat: number): string {
    return this.#lonFirst ? `${lon} ${lat}` : `${lat} ${lon}`;
  }

  #tag(name: string, inner: string): string {
    return `<f:${name}>${inner}</f:${name}>`;
  }
}
