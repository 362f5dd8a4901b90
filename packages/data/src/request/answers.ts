/** Answers read as what they are. */
import { jsonFault, placeOf } from '../readers/json-fault.js';
import { exceptionIn } from './body.js';
import { requestError, troubleError } from './failures.js';
import { decoded } from './text-of.js';
import type { Answer } from './types.js';
import { readXml, XmlFault, type XmlElement } from './xml.js';

/** The text of an answer, in whatever encoding it declares. */
export function textOfAnswer({ bytes, headers }: Answer): string {
  return decoded(bytes, headers.get('content-type') ?? '');
}

/** The JSON of an answer, of whatever shape. @throws YztError `bad-json` with the place where it breaks, `not-json` for XML, `empty-data` for nothing. */
export function jsonOf(answer: Answer): unknown {
  const text = textOfAnswer(answer);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (text.trim() === '') throw requestError('empty-data', answer.request, { zh: '返回了空内容，而不是 JSON。请检查服务', en: 'answered with nothing instead of JSON. Check the service' });
    if (text.trimStart()[0] === '<') throw requestError('not-json', answer.request, { zh: '返回的是 XML 而不是 JSON。请检查地址和格式参数', en: 'answered with XML instead of JSON. Check the address and the format' });
    const { line, column } = placeOf(text, jsonFault(text));
    throw requestError('bad-json', answer.request, { zh: `返回的 JSON 在第 ${line} 行第 ${column} 列出错。请检查服务，或稍后重试`, en: `answered with JSON that breaks at line ${line}, column ${column}. Check the service, or try again later` }, cause);
  }
}

/**
 * The document of an answer, in the encoding it declares (GBK as well as UTF-8). Nothing it points to is fetched.
 * @throws YztError `service-exception` with the service's own words, `bad-xml` for what is no XML, declares entities or goes too deep.
 */
export function xmlOf(answer: Answer): XmlElement {
  let root: XmlElement;
  try {
    root = readXml(textOfAnswer(answer));
  } catch (reason) {
    throw reason instanceof XmlFault ? faultError(reason, answer) : reason;
  }
  const words = exceptionIn(root);
  if (words !== undefined) throw troubleError({ kind: 'exception', text: words }, answer.request);
  return root;
}

function faultError({ reason, at }: XmlFault, { request }: Answer): Error {
  const what = {
    entities: { zh: '返回的 XML 声明了实体，出于安全不予读取。请让服务去掉 DOCTYPE 中的 ENTITY', en: 'answered with XML that declares entities, which is refused for safety. Let the service leave ENTITY out of its DOCTYPE' },
    depth: { zh: '返回的 XML 嵌套超过 256 层，不予读取。请检查服务', en: 'answered with XML of more than 256 levels, which is refused. Check the service' },
    size: { zh: '返回的 XML 过大，不予读取。请缩小请求的范围', en: 'answered with XML that is too large, which is refused. Ask for less' },
    syntax: { zh: `返回的不是完整的 XML（第 ${at + 1} 个字符处）。请检查地址和服务`, en: `did not answer with whole XML (character ${at + 1}). Check the address and the service` },
  } as const;
  return requestError('bad-xml', request, what[reason]);
}
