import { YztError } from '@yizhangtu/base/errors';
import { hint } from '@yizhangtu/base/hints';
import type { YztElement } from '@yizhangtu/base/element';

/** What an attribute in words means, or why it means nothing. */
export interface ParsedAttribute<T> {
  readonly value: T | undefined;
  readonly error: YztError | undefined;
}

/** An attribute without words. */
export const NO_WORDS: ParsedAttribute<never> = { value: undefined, error: undefined };

/** Reads words of an attribute; what cannot be read is said to the author of the page, once. Unset and empty are no words. */
export function parsedAttribute<T>(
  words: string | undefined,
  host: YztElement,
  parse: (words: string, tag: string) => T,
): ParsedAttribute<T> {
  if ((words ?? '') === '') return NO_WORDS;
  try {
    return { value: parse(words as string, host.localName), error: undefined };
  } catch (error) {
    if (!(error instanceof YztError)) throw error;
    hint(error.code, error.text, host);
    return { value: undefined, error };
  }
}
