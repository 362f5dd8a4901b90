import { YztError } from '@yizhangtu/base/errors';

/** For whom readers speak. */
export const OWN_TAG = 'yzt-dataset';

/** The error of a reader, which speaks for `<yzt-dataset>`, under the name of the tag that had it read. */
export function namedFor(error: YztError, tag: string): YztError {
  if (tag === OWN_TAG) return error;
  const { code, text, cause } = error;
  return new YztError(code, { zh: text.zh.replace(`<${OWN_TAG}`, `<${tag}`), en: text.en.replace(`<${OWN_TAG}`, `<${tag}`) }, { cause });
}
