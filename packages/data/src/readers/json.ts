/** Text to JSON, with a sentence where it breaks. */
import { YztError } from '@yizhangtu/base/errors';
import { jsonFault, placeOf } from './json-fault.js';

/** Reads JSON. @throws YztError `not-json` for HTML or XML, `bad-json` with line and column for anything else that is broken, `empty-data` for nothing. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw faultOf(text, name, cause);
  }
}

function faultOf(text: string, name: string, cause: unknown): YztError {
  const start = text.trimStart();
  if (start === '') {
    return new YztError('empty-data', { zh: `<yzt-dataset>:${name} 是空文件。请检查地址或导出步骤。`, en: `<yzt-dataset>: ${name} is empty. Check the address or the export.` });
  }
  if (start[0] === '<') return notJson(name, /^<(?:!doctype\s+html|html)/i.test(start));
  const at = jsonFault(text);
  const { line, column } = placeOf(text, at);
  const cut = at >= text.length;
  const near = text.slice(at, at + 20).replace(/\s+/g, ' ');
  return new YztError(
    'bad-json',
    {
      zh: `<yzt-dataset>:${name} 第 ${line} 行第 ${column} 列${cut ? '处突然结束，文件不完整' : `的「${near}」不符合 JSON 语法`}。请重新导出或修正该处。`,
      en: `<yzt-dataset>: ${name} ${cut ? `ends too early at line ${line}, column ${column}` : `breaks at line ${line}, column ${column}, near "${near}"`}. Export it again or mend that place.`,
    },
    { cause },
  );
}

function notJson(name: string, html: boolean): YztError {
  return new YztError('not-json', {
    zh: `<yzt-dataset>:${name} 返回的是${html ? '网页（HTML）' : ' XML'} 而不是 JSON。可能是登录页或错误页，请检查地址与登录状态。`,
    en: `<yzt-dataset>: ${name} answered with ${html ? 'a web page (HTML)' : 'XML'} instead of JSON. It may be a login or error page; check the address and the session.`,
  });
}
