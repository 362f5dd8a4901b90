/** What bytes are, whatever a server says they are. Pure. */
import type { Expected } from './types.js';
import { elementsOf, readXml, type XmlElement } from './xml.js';

/** What is wrong with an answer. */
export type Trouble =
  /** A page to log in. */
  | { readonly kind: 'login' }
  /** Some other web page. */
  | { readonly kind: 'page'; readonly title: string }
  /** The service says why not, in its own words; an ArcGIS code with it. */
  | { readonly kind: 'exception'; readonly text: string; readonly code?: number }
  /** Text or a document where an image was due. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly bytes: string };

/** As much as is looked at. */
const HEAD = 4096;
const LONGEST_WORDS = 300;

/** Whether bytes are compressed with gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line;
}

/** Whether a web page asks for a login: it has a field for a password, or its title or its address say so. */
function isLogin(page: string, url: string): boolean {
  if (/<input[^>]{0,200}type\s*=\s*["']?password/i.test(page)) return true;
  if (/<title[^>]{0,100}>[^<]{0,200}(?:登录|登陆|統一認證|统一身份|身份认证|log\s?in|sign\s?in|单点)/i.test(page)) return true;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return /(?:^|[/_.-])(?:login|signin|sso|cas|oauth2?)(?:[/_.?-]|$)/i.test(path);
}

/** The words of an exception of OGC services; undefined for any other document. */
export function exceptionIn(root: XmlElement): string | undefined {
  if (root.name !== 'ServiceExceptionReport' && root.name !== 'ExceptionReport' && root.name !== 'ServiceException' && root.name !== 'Exception') return undefined;
  const texts = [...elementsOf(root, 'ServiceException'), ...elementsOf(root, 'ExceptionText'), root].map(({ text }) => text.trim()).filter((text) => text !== '');
  const codes = [root, ...elementsOf(root, 'ServiceException'), ...elementsOf(root, 'Exception')].map(({ attributes }) => attributes.get('code') ?? attributes.get('exceptionCode')).filter((code) => code !== undefined);
  return shortened([codes[0], texts[0]].filter((part) => part !== undefined && part !== '').join(': '));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The exception of a service that answers in JSON: `{"error":{"code":499,…}}` of ArcGIS, with `"succeed":false` of iServer, `{"exceptions":[…]}` of GeoServer. */
function jsonException(text: string): Trouble | undefined {
  if (!/^\s*\{\s*"(?:error|succeed|version|exceptions)"/.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { error, exceptions } = value;
  if (isObject(error) && typeof error['code'] === 'number') {
    const { code, message, errorMsg, details } = error;
    // ArcGIS says what it means in the details only.
    const words = [message, errorMsg, ...(Array.isArray(details) ? (details as unknown[]).slice(0, 2) : [])].filter((word) => typeof word === 'string' && word !== '' && word !== String(code));
    return { kind: 'exception', code: error['code'], text: shortened([code, ...new Set(words)].join(': ')) };
  }
  const [first] = Array.isArray(exceptions) ? (exceptions as unknown[]) : [];
  return isObject(first) ? { kind: 'exception', text: shortened([first['code'], first['text']].filter((part) => typeof part === 'string').join(': ')) } : undefined;
}

/** What an answer in text says went wrong: a page, an exception. Undefined for anything that may be data. */
export function saidTrouble(text: string, url: string): Trouble | undefined {
  const start = text.slice(0, HEAD).trimStart();
  if (/^(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)) {
    return isLogin(text.slice(0, 65_536), url) ? { kind: 'login' } : { kind: 'page', title: shortened(/<title[^>]{0,100}>([^<]{0,200})/i.exec(text)?.[1] ?? '') };
  }
  if (/<(?:\w{1,20}:)?(?:ServiceException|Exception)(?:Report)?\b/.test(start)) {
    const words = wordsOf(text);
    if (words !== undefined) return { kind: 'exception', text: words };
  }
  return start[0] === '{' && text.length < 65_536 ? jsonException(text) : undefined;
}

function wordsOf(text: string): string | undefined {
  try {
    return exceptionIn(readXml(text));
  } catch {
    return shortened(text.replace(/<[^>]{0,500}>/g, ' '));
  }
}

const STARTS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['riff', [0x52, 0x49, 0x46, 0x46]],
  ['bmp', [0x42, 0x4d]],
];

/** Format of an image by its first bytes; undefined for what is none. */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const found = STARTS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
  if (found !== undefined) return found;
  const box = String.fromCharCode(...bytes.subarray(4, 12));
  if (/^ftypavi[fs]/.test(box)) return 'avif';
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<svg\b/.test(head) ? 'svg' : undefined;
}

/** Whether an image lacks its end. */
function isTruncated(bytes: Uint8Array, format: string): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 64));
  if (format === 'png') return !String.fromCharCode(...tail).includes('IEND');
  if (format === 'jpeg') return !tail.some((byte, at) => byte === 0xff && tail[at + 1] === 0xd9);
  if (format === 'gif') return !tail.includes(0x3b);
  if (format !== 'riff' || bytes.length < 8) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 > bytes.length;
}

/** First bytes, for people. */
function hex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Whether bytes can be read as text: no byte that text does not have, in as many as are looked at. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 512);
  return head.length > 0 && head.every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13);
}

/** What is wrong with bytes that should be an image or a tile. @param type As the server calls them. */
export function tileTrouble(bytes: Uint8Array, expects: Expected, type: string, text: () => string): Trouble | undefined {
  if (expects !== 'image' && expects !== 'tile') return undefined;
  if (bytes.length === 0) return expects === 'image' ? { kind: 'empty' } : undefined;
  const format = imageFormat(bytes);
  if (format !== undefined) return isTruncated(bytes, format) ? { kind: 'truncated' } : undefined;
  if (looksLikeText(bytes)) return { kind: 'text', text: shortened(text()).slice(0, 80) };
  // Of a vector tile only its layers are sure: field 3, bytes.
  if (expects === 'tile' && (bytes[0] === 0x1a || /vector|mvt|pbf|protobuf/i.test(type))) return bytes[0] === 0x1a ? undefined : { kind: 'unknown', bytes: hex(bytes) };
  return { kind: 'unknown', bytes: hex(bytes) };
}
