import { YztError } from '@yizhangtu/base/errors';

/** More fields than one question can be put with. */
export function tooManyFields(tag: string, path: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：path="${path}" 的字段多于两个。请写一个或两个字段，更多层级用代码表给出。`,
    en: `<${tag}>: path="${path}" has more than two fields. Write one or two; code lists give further levels.`,
  });
}
