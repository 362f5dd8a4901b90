/** The part of symbology in words that needs no numbers: `fixed:data-1`, `class:typeCode`. Apart, because most pages begin with no other. */
import { YztError } from '@yizhangtu/base/errors';

export type PlainSpec = { readonly kind: 'fixed'; readonly color: string } | { readonly kind: 'class'; readonly field: string };

/** Kinds that are cut into classes by numbers. */
const BY_NUMBERS = /^\s*(?:breaks|bivariate)\s*:\s*[^\s:]/;

/** Whether a spec is cut into classes by numbers, which takes more code. */
export function isByNumbers(spec: string): boolean {
  return BY_NUMBERS.test(spec);
}

/** The parts of a spec. */
export function specParts(spec: string): string[] {
  return spec.trim().split(':').map((part) => part.trim());
}

/** Reads a spec that is not by numbers. @throws YztError `bad-attribute` naming what is wrong. */
export function parsePlain(spec: string): PlainSpec {
  const [kind, subject = '', ...rest] = specParts(spec);
  if (kind === 'fixed' && rest.length === 0) return { kind, color: parseColor(subject || 'data-1', spec) };
  if (kind === 'class' && subject !== '' && rest.length === 0) return { kind, field: subject };
  throw badSpec(spec, {
    zh: '写法应为 fixed:data-1、class:字段、breaks:字段:5:quantile:blues 或 bivariate:字段:字段',
    en: 'write fixed:data-1, class:field, breaks:field:5:quantile:blues or bivariate:field:field',
  });
}

function parseColor(word: string, spec: string): string {
  if (/^#[\da-f]{6}$/i.test(word)) return word.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(word);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`.toLowerCase();
  if (/^[a-z][a-z\d-]*$/.test(word)) return `token:${word}`;
  throw badSpec(spec, { zh: `「${word}」不是颜色，应为 #rrggbb 或 data-1 这样的名称`, en: `"${word}" is no colour; write #rrggbb or a name such as data-1` });
}

/** What is wrong with a spec. */
export function badSpec(spec: string, why: { zh: string; en: string }): YztError {
  return new YztError('bad-attribute', { zh: `symbology="${spec}"：${why.zh}。`, en: `symbology="${spec}": ${why.en}.` });
}
