/** Rows of a file on a server that is read in parts: opened once, and anew where another file came in its place. */
import { YztError } from '@yizhangtu/base/errors';
import { crsTransform, type CrsTransform } from '../crs/crs-transforms.js';
import { crsCode, isDegrees } from '../readers/crs.js';
import { namedFor } from '../readers/named-for.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { withoutSecrets } from '../request/index.js';
import { FileChanged, RangedFile, type FileOptions } from './ranged-file.js';
import type { RowsFound, RowSource, RowsWanted } from './types.js';

/** Which file, and its coordinate system where it does not say so itself. */
export interface RangedOptions extends FileOptions {
  readonly crs?: string | undefined;
}

/** Base of such sources. `Opened` is what is known once the head of the file is read. */
export abstract class RangedRows<Opened> implements RowSource {
  protected readonly options: RangedOptions;
  /** The address as it may be said. */
  protected readonly name: string;
  protected file: RangedFile;
  #opened?: Promise<Opened> | undefined;

  constructor(options: RangedOptions) {
    this.options = options;
    this.name = withoutSecrets(String(options.url));
    this.file = new RangedFile(options);
  }

  /** Bytes that have come so far. */
  get received(): number {
    return this.file.received;
  }

  async rows(wanted: RowsWanted): Promise<RowsFound> {
    try {
      return await this.#rows(wanted);
    } catch (reason) {
      const { subject } = this.options;
      throw reason instanceof YztError ? namedFor(reason, typeof subject === 'string' ? subject : subject.localName) : reason;
    }
  }

  async #rows(wanted: RowsWanted): Promise<RowsFound> {
    try {
      return await this.found(wanted);
    } catch (reason) {
      if (!(reason instanceof FileChanged)) throw reason;
      // A new file in the place of the old one: from the beginning.
      this.file = new RangedFile(this.options);
      this.#opened = undefined;
      this.forget();
      return this.found(wanted);
    }
  }

  /** The rows, from the file there is. @throws FileChanged */
  protected abstract found(wanted: RowsWanted): Promise<RowsFound>;

  /** Reads the head of the file. */
  protected abstract head(signal: AbortSignal): Promise<Opened>;

  /** Lets go of what was kept of the old file. */
  protected forget(): void {}

  /** The head of the file, read once; a failure is no reason not to try again. */
  protected open(signal: AbortSignal): Promise<Opened> {
    const opened = (this.#opened ??= this.head(signal));
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return opened;
  }

  /** How its places become degrees; undefined for degrees. @param own What the file says. @throws YztError `unknown-crs` */
  protected async toDegrees(own: string | undefined): Promise<CrsTransform | undefined> {
    const named = this.options.crs ?? own;
    if (named === undefined || isDegrees(named)) return undefined;
    const transform = await crsTransform(crsCode(named));
    if (!transform?.inverse) throw unknownCrs(this.name, named);
    return transform;
  }
}
