/** A condition that the page writes itself, in a language of the service, together with a window. Pure: text in, text out. */
import type { Bounds } from '../model/geometry.js';

/** Languages a page may write. */
export type OwnLanguage = 'fes' | 'cql' | 'cql2-text' | 'cql2-json';

/** The language of a condition by its first letter. @param cql What words are to this service. */
export function languageOf(text: string, cql: 'cql' | 'cql2-text'): OwnLanguage {
  const first = text.trimStart()[0];
  if (first === '<') return 'fes';
  return first === '{' ? 'cql2-json' : cql;
}

/** Namespaces that a filter declares on itself, and what is in it; undefined for what is no filter. */
function opened(filter: string): { readonly spaces: string; readonly inner: string } | undefined {
  const hit = /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:[\w.-]+:)?Filter((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*>([\s\S]*)<\/(?:[\w.-]+:)?Filter\s*>\s*$/.exec(filter);
  if (!hit || /<!(?:DOCTYPE|ENTITY)/i.test(filter)) return undefined;
  const [, attributes = '', inner = ''] = hit;
  return { spaces: (attributes.match(/\s+xmlns(?::[\w.-]+)?\s*=\s*(?:"[^"<]*"|'[^'<]*')/g) ?? []).join(''), inner };
}

/** Two filters of which both must hold. Either may be undefined. @returns Undefined if the first is no filter. */
export function joinedFes(own: string, other: string | undefined): string | undefined {
  const [a, b] = [opened(own), other === undefined ? undefined : opened(other)];
  if (!a) return undefined;
  if (!b) return own;
  // The other one is of our own writing: it declares f and gml, which filters of pages mean the same by.
  const spaces = a.spaces.replace(/\s+xmlns:(?:f|gml)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  return (other as string).replace('>', () => `${spaces}>`).replace(b.inner, () => `<f:And>${b.inner}${a.inner}</f:And>`);
}

/** CQL, as GeoServer has it, with a window. */
export function joinedCql(own: string, place: string | undefined, window: Bounds | undefined): string {
  return window && place !== undefined ? `(${own}) AND BBOX("${place.replace(/"/g, '""')}", ${window.join(', ')}, 'EPSG:4326')` : own;
}
