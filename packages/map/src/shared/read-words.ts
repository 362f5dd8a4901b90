/** Words of an attribute that only drawing understands: what cannot be used is said once, and something else is taken. */
import { asYztError, YztError } from '@yizhangtu/base/errors';

/** The layer whose words are read. */
export interface WordsHost {
  readonly tag: string;
  fail(error: YztError): void;
  clearError(): void;
}

export class WordsReader {
  readonly #host: WordsHost;
  #unread?: string | undefined;

  constructor(host: WordsHost) {
    this.#host = host;
  }

  /** What words mean; what `fallback` means where they cannot be read. */
  read<T>(words: string, fallback: string, read: (words: string) => T): T {
    const { tag } = this.#host;
    try {
      const value = read(words);
      if (this.#unread !== undefined) this.#host.clearError();
      this.#unread = undefined;
      return value;
    } catch (reason) {
      if (this.#unread !== words) {
        const error = asYztError(reason, 'bad-attribute', { zh: `「${words}」无法使用，已按「${fallback}」显示。`, en: `"${words}" cannot be used; "${fallback}" is taken.` });
        this.#unread = words;
        this.#host.fail(new YztError(error.code, { zh: `<${tag}> 的 ${error.text.zh}`, en: `<${tag}>: ${error.text.en}` }, { cause: reason }));
      }
      return read(fallback);
    }
  }
}
