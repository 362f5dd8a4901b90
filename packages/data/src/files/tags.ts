/** Tags of a large document one after the other, without a tree: a sheet of a million cells must not become a million objects. Linear. */
import { plain, XmlFault } from '../request/xml.js';

/** What a reader of tags is told. Names come without prefix. */
export interface TagListener {
  /** @param attributes Text between the name and the end of the tag. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between two tags, entities resolved. */
  words(text: string): void;
}

/** Characters of one document. */
const LONGEST = 1 << 29;
const QUOTES: readonly string[] = ['"', "'"];

/** Reads a document. A tag that closes itself is opened and closed. @throws XmlFault for what is cut off, or declares anything. */
export function eachTag(text: string, listener: TagListener): void {
  if (text.length > LONGEST) throw new XmlFault('size', LONGEST);
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next < 0 ? text.length : next);
    if (words !== '') listener.words(plain(words));
    if (next < 0) return;
    at = markup(text, next, listener);
  }
}

function markup(text: string, at: number, listener: TagListener): number {
  if (text.startsWith('<?', at)) return past(text, '?>', at);
  if (text.startsWith('<!--', at)) return past(text, '-->', at);
  if (text.startsWith('<![CDATA[', at)) {
    const end = past(text, ']]>', at);
    listener.words(text.slice(at + 9, end - 3));
    return end;
  }
  if (text.startsWith('<!', at)) throw new XmlFault('entities', at);
  const end = tagEnd(text, at);
  if (text[at + 1] === '/') {
    listener.close(local(text.slice(at + 2, end).trim()));
    return end + 1;
  }
  const closed = text[end - 1] === '/';
  const inner = text.slice(at + 1, closed ? end - 1 : end);
  const space = inner.search(/\s/);
  const name = local(space < 0 ? inner : inner.slice(0, space));
  listener.open(name, space < 0 ? '' : inner.slice(space));
  if (closed) listener.close(name);
  return end + 1;
}

/** The angle that ends a tag: one within quotes does not. */
function tagEnd(text: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i] as string;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return i;
    else if (QUOTES.includes(char)) quote = char;
  }
  throw new XmlFault('syntax', at);
}

function past(text: string, end: string, at: number): number {
  const found = text.indexOf(end, at);
  if (found < 0) throw new XmlFault('syntax', at);
  return found + end.length;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Value of an attribute; undefined for none. @param name As it is written, with its prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const quote of QUOTES) {
    const at = attributes.indexOf(` ${name}=${quote}`);
    if (at < 0) continue;
    const from = at + name.length + 3;
    const end = attributes.indexOf(quote, from);
    if (end >= 0) return plain(attributes.slice(from, end));
  }
  return undefined;
}
