/** Files of XML: read in the encoding they declare, held to limits, and named when they are something else. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { decoded } from '../request/text-of.js';
import { readXml, XmlFault, type XmlElement } from '../request/xml.js';

/** Why a document is not read. */
const FAULTS: Readonly<Record<XmlFault['reason'], Text>> = {
  entities: { zh: '声明了实体，出于安全不予读取。请去掉 DOCTYPE 中的 ENTITY', en: 'declares entities, which is refused for safety. Take ENTITY out of its DOCTYPE' },
  depth: { zh: '嵌套超过 256 层，不予读取', en: 'has more than 256 levels, which is refused' },
  size: { zh: '过大，不予读取。请分成较小的文件', en: 'is too large, which is refused. Split it' },
  syntax: { zh: '不是完整的 XML', en: 'is no whole XML' },
};

/** The root of a document. @throws YztError `bad-xml`. */
export function documentOf(bytes: Uint8Array, subject: string): XmlElement {
  try {
    return readXml(decoded(bytes, ''));
  } catch (reason) {
    if (!(reason instanceof XmlFault)) throw reason;
    const { zh, en } = FAULTS[reason.reason];
    const at = reason.reason === 'syntax' ? { zh: `（第 ${reason.at + 1} 个字符处）。请检查文件是否完整`, en: ` (at character ${reason.at + 1}). Check that the file is whole` } : { zh: '', en: '' };
    throw badXml(subject, { zh: zh + at.zh, en: en + at.en }, reason);
  }
}

/** The error of a document that cannot be read. */
export function badXml(subject: string, what: Text, cause?: unknown): YztError {
  return new YztError('bad-xml', { zh: `<yzt-dataset>：文件 ${subject} ${what.zh}。`, en: `<yzt-dataset>: the file ${subject} ${what.en}.` }, { cause });
}

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Text of the first child of a name; undefined for none and for blanks. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}

/** Text without markup: descriptions are shown as words, never as a page. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<(?:br|\/tr|\/p|\/li)[^<>]*>/gi, '\n')
    .replace(/<\/t[dh][^<>]*>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .split('\n')
    .map((line) => line.split(/\s+/).join(' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
