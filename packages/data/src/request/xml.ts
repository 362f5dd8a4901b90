/**
 * XML as far as answers of services need it: elements by their local names, their attributes and text. A worker has no parser, and one of our
 * own can be held to limits: nothing is fetched, no entity but the five of XML is known, a declaration of one is refused, and every character
 * is looked at a bounded number of times.
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

/** Why a text is no XML, or none we read: at a character, from 0. */
export class XmlFault extends Error {
  readonly reason: 'entities' | 'depth' | 'size' | 'syntax';
  readonly at: number;

  constructor(reason: XmlFault['reason'], at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

/** Characters of one document, elements in each other, and attributes of one element. */
const LONGEST = 64 * 1024 * 1024;
const DEEPEST = 256;
const MOST_ATTRIBUTES = 1024;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const NAME = /[^\s/>=<"']+/y;
const SPACE = /\s*/y;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Text with its references resolved: characters by their number, and the five names of XML. */
export function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? (whole as string);
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads from the first character to the last. */
class Scanner {
  readonly #text: string;
  readonly #top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  readonly #path: Open[] = [this.#top];
  #at = 0;

  constructor(text: string) {
    if (text.length > LONGEST) throw new XmlFault('size', LONGEST);
    this.#text = text;
  }

  root(): XmlElement {
    const text = this.#text;
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at);
      this.#words(text.slice(this.#at, next < 0 ? text.length : next));
      if (next < 0) break;
      this.#at = next;
      this.#markup();
    }
    const [root] = this.#top.children;
    if (this.#path.length !== 1 || !root || this.#top.children.length > 1) throw this.#fault();
    return root;
  }

  #words(words: string): void {
    if (words === '') return;
    const open = this.#path[this.#path.length - 1] as Open;
    if (open !== this.#top) open.text += plain(words);
    else if (words.trim() !== '' && words !== '\ufeff') throw this.#fault();
  }

  #markup(): void {
    const text = this.#text;
    if (text.startsWith('<!--', this.#at)) this.#skipPast('-->', 4);
    else if (text.startsWith('<![CDATA[', this.#at)) {
      const from = this.#at + 9;
      this.#skipPast(']]>', 9);
      (this.#path[this.#path.length - 1] as Open).text += text.slice(from, this.#at - 3);
    } else if (text.startsWith('<?', this.#at)) this.#skipPast('?>', 2);
    else if (text.startsWith('<!', this.#at)) this.#declaration();
    else if (text.startsWith('</', this.#at)) this.#end();
    else this.#begin();
  }

  #skipPast(end: string, from: number): void {
    const found = this.#text.indexOf(end, this.#at + from);
    if (found < 0) throw this.#fault();
    this.#at = found + end.length;
  }

  /** A document type, as WMS 1.1.1 has one, is passed over and never fetched; one that declares entities is refused. */
  #declaration(): void {
    const from = this.#at;
    this.#skipPast('>', 2);
    // The first angle was one of the declarations in it.
    if (this.#text.slice(from, this.#at).includes('[')) {
      this.#at = from;
      this.#skipPast(']', 2);
      this.#skipPast('>', 0);
    }
    if (/<!ENTITY/i.test(this.#text.slice(from, this.#at))) throw new XmlFault('entities', from);
    // Declarations have their place before the root.
    if (this.#path.length > 1) throw new XmlFault('syntax', from);
  }

  #end(): void {
    this.#at += 2;
    const name = this.#take(NAME);
    this.#take(SPACE);
    if (this.#path.length < 2 || this.#text[this.#at] !== '>' || local(name) !== (this.#path[this.#path.length - 1] as Open).name) throw this.#fault();
    this.#at++;
    this.#path.pop();
  }

  #begin(): void {
    this.#at++;
    const name = this.#take(NAME);
    if (name === '') throw this.#fault();
    const attributes = new Map<string, string>();
    for (this.#take(SPACE); this.#text[this.#at] !== '>' && this.#text[this.#at] !== '/'; this.#take(SPACE)) {
      if (attributes.size >= MOST_ATTRIBUTES) throw new XmlFault('size', this.#at);
      this.#attribute(attributes);
    }
    const element: Open = { name: local(name), attributes, children: [], text: '' };
    (this.#path[this.#path.length - 1] as Open).children.push(element);
    const closed = this.#text[this.#at] === '/';
    this.#at += closed ? 2 : 1;
    if (this.#text[this.#at - 1] !== '>') throw this.#fault();
    if (closed) return;
    if (this.#path.length > DEEPEST) throw new XmlFault('depth', this.#at);
    this.#path.push(element);
  }

  #attribute(into: Map<string, string>): void {
    const name = this.#take(NAME);
    this.#take(SPACE);
    if (name === '' || this.#text[this.#at++] !== '=') throw this.#fault();
    this.#take(SPACE);
    const quote = this.#text[this.#at++] ?? '';
    if (quote !== '"' && quote !== "'") throw this.#fault();
    const from = this.#at;
    this.#skipPast(quote, 0);
    into.set(local(name), plain(this.#text.slice(from, this.#at - 1)));
  }

  /** What a sticky pattern matches here; moves past it. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #fault(): XmlFault {
    return new XmlFault('syntax', Math.min(this.#at, this.#text.length));
  }
}

/** The root element. @throws XmlFault for what is no XML, declares entities, or is larger or deeper than a service's answer can be. */
export function readXml(text: string): XmlElement {
  return new Scanner(text).root();
}

/** All elements of a name, at whatever depth. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  collect(element, name, found);
  return found;
}

function collect(element: XmlElement, name: string, into: XmlElement[]): void {
  for (const child of element.children) {
    if (child.name === name) into.push(child);
    collect(child, name, into);
  }
}

/** Text of the first element of a name. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return first(element, name)?.text.trim();
}

function first(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : first(child, name);
    if (found) return found;
  }
  return undefined;
}
