import { YztError } from '@yizhangtu/base/errors';

/** A measure whose parts are no whole. */
export function notAdditive(tag: string, measure: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：measure="${measure}" 的各部分加起来不是整体，不能画成面积。请用 count 或 sum:字段。`,
    en: `<${tag}>: parts of measure="${measure}" do not add up to a whole. Use count or sum:field.`,
  });
}

/** More fields than one question can be put with. */
export function tooManyFields(tag: string, path: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：path="${path}" 的字段多于两个。请写一个或两个字段，更多层级用代码表给出。`,
    en: `<${tag}>: path="${path}" has more than two fields. Write one or two; code lists give further levels.`,
  });
}
