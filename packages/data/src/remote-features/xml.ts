/**
 * As much of XML as the answers of a WFS need: elements by their local names, their attributes and text. A worker has no parser, and the
 * tests none either. Nothing is fetched and no entity but the five of XML is known.
 */

/** An element. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of elements in it. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Comments, CDATA, instructions and declarations, tags, text. */
const PIECE = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? (whole as string);
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The root element; undefined for what is no XML. */
export function parsedXml(text: string): XmlElement | undefined {
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const path: Open[] = [top];
  for (const [, cdata, end, begin, attributes = '', closed, words] of text.matchAll(PIECE)) {
    const open = path[path.length - 1] as Open;
    if (cdata !== undefined) open.text += cdata;
    else if (words !== undefined) open.text += plain(words);
    else if (begin !== undefined) {
      const pairs = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [local(name), plain(double ?? single ?? '')] as const);
      const element: Open = { name: local(begin), attributes: new Map(pairs), children: [], text: '' };
      open.children.push(element);
      if (closed !== '/') path.push(element);
    } else if (end !== undefined) {
      if (path.length < 2 || local(end) !== open.name) return undefined;
      path.pop();
    }
  }
  return path.length === 1 ? top.children[0] : undefined;
}

/** All elements of a name, at whatever depth. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

/** Text of the first element of a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return elementsOf(element, name)[0]?.text.trim();
}
