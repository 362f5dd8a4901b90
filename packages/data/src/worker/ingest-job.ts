/** One source on its way from the server through the page to the worker, which reads it while the rest still comes in. */
import { YztError, type ErrorCode } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { abortError } from '../steps/drive.js';
import { fileFormatOf, isFileFormat } from '../readers/magic.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import type { EarlyRequest } from '../request/receive.js';
import { fetchBytes, readingOptions } from './fetch-bytes.js';
import { joined } from '../steps/joined.js';
import { mayBeSmall, SMALL_SOURCE } from './small.js';
import { SmallSource } from './small-source.js';
import { received } from './transferables.js';
import type { IngestControl, IngestRequest, StreamStart, WorkerJob, WorkerLine } from './types.js';

/** Bytes go to the worker when there are so many, or when the last went so many ms ago. */
const BATCH_BYTES = 1 << 18;
const BATCH_MS = 50;
/** The transfer is this part of the whole; reading goes along with it. */
const TRANSFER = 0.9;
/** Progress is told every so many ms, and with every so large a part: a large source comes in a thousand pieces. */
const PROGRESS_MS = 100;
const PROGRESS_PART = 0.05;

/**
 * Reads a source in the worker, or here where there can be none.
 * @param early The request for its address, if it has one.
 * @throws YztError for everything that can go wrong with it; DOMException `AbortError` when the signal says so.
 */
export async function readInJob(request: IngestRequest, early: EarlyRequest | undefined, control: IngestControl, line: WorkerLine): Promise<RawTable> {
  const { signal } = control;
  const job = new IngestJob(request, early, control, line);
  const stop = (): void => job.stop();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    job.feed();
    return await job.table;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

class IngestJob implements WorkerJob {
  readonly table: Promise<RawTable>;
  readonly #request: IngestRequest;
  readonly #early: EarlyRequest | undefined;
  readonly #control: IngestControl;
  readonly #line: WorkerLine;
  #resolve!: (table: RawTable | Promise<RawTable>) => void;
  #reject!: (reason: unknown) => void;
  /** Number of the job in the worker; undefined where it is read on the page. */
  #id: number | undefined;
  #options: ReadOptions;
  #start: StreamStart | undefined;
  /** Reads the source here while it may be small; the worker is not asked for yet. */
  #small: SmallSource | undefined;
  /** Everything that has come, while the worker may turn out not to start; undefined once bytes are only there. */
  #kept: Uint8Array[] | undefined = [];
  #batch: Uint8Array[] = [];
  #batchBytes = 0;
  #sentAt = 0;
  /** Something is to be sent as soon as the worker runs. */
  #waits = false;
  #size = 0;
  #loaded = 0;
  #toldAt = -Infinity;
  #toldPart = 0;
  /** A format for the worker that reads files, which wants the whole of it. */
  #file = false;
  #ended = false;
  #over = false;

  constructor(request: IngestRequest, early: EarlyRequest | undefined, control: IngestControl, line: WorkerLine) {
    this.#request = request;
    this.#early = early;
    this.#control = control;
    this.#line = line;
    this.#options = request.options;
    this.table = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Hands the bytes to the worker, as they come. */
  feed(): void {
    const { url, bytes, options } = this.#request;
    if (url === undefined || !this.#early) {
      if (!bytes) return this.#fail(new YztError('bad-argument', { zh: '没有地址，也没有数据。', en: 'There is neither an address nor data.' }));
      this.#begin(options, bytes.byteLength, Infinity);
      this.#piece(new Uint8Array(bytes));
      return this.#end();
    }
    fetchBytes(url, this.#early, {
      signal: this.#control.signal,
      timeLimit: this.#request.timeLimit,
      expects: mayBeSmall(options, url) ? 'json' : 'bytes',
      onStart: (contentType, size, least) => this.#begin(readingOptions(options, url, contentType), size, least),
      onPiece: (piece) => this.#piece(piece),
    }).then(
      () => this.#end(),
      (reason: unknown) => this.#fail(reason),
    );
  }

  /** Ends the job, here and in the worker. */
  stop(): void {
    this.#fail(abortError());
  }

  onReady(): void {
    if (this.#waits) this.#send(this.#ended);
    this.#kept = undefined;
  }

  onLost(): void {
    this.#id = undefined;
    if (this.#kept) {
      if (this.#ended) void this.#readHere(this.#kept);
      return;
    }
    // The bytes went with the worker: once more from the beginning.
    if (this.#over) return;
    this.#over = true;
    this.#early?.stop.abort();
    this.#resolve(this.#line.again(this.#request, this.#control));
  }

  onProgress(part: number | undefined): void {
    this.#control.onProgress?.(part === undefined ? undefined : TRANSFER + (1 - TRANSFER) * part);
  }

  onRows(table: RawTable): void {
    if (!this.#over) this.#control.onRows?.(received(table));
  }

  onTable(table: RawTable): void {
    this.#over = true;
    this.#resolve(received(table));
  }

  onError(code: ErrorCode, text: Text): void {
    this.#id = undefined;
    this.#fail(new YztError(code, text));
    // Whatever still comes in is of no use.
    this.#early?.stop.abort();
  }

  /** @param least Bytes that will come at least. */
  #begin(options: ReadOptions, size: number, least: number): void {
    if (this.#over) return;
    this.#options = options;
    this.#size = size;
    this.#start = { options, size };
    this.#sentAt = performance.now();
    this.#file = isFileFormat(options.format);
    if (this.#file) return;
    if (least <= SMALL_SOURCE && !this.#line.ready && mayBeSmall(options, this.#request.url)) this.#small = new SmallSource(options);
    else this.#id = this.#line.open(this);
  }

  #piece(piece: Uint8Array): void {
    if (this.#over) return;
    if (this.#loaded === 0 && !this.#file && fileFormatOf(piece, this.#options.name)) this.#becomeFile();
    this.#kept?.push(piece);
    this.#batch.push(piece);
    this.#batchBytes += piece.byteLength;
    this.#loaded += piece.byteLength;
    const now = performance.now();
    this.#tell(now);
    if (this.#file) return;
    if (this.#small) this.#read(this.#small, piece);
    else if (this.#batchBytes >= BATCH_BYTES || now - this.#sentAt >= BATCH_MS) this.#send(false);
  }

  /** Its first bytes say that others read it. */
  #becomeFile(): void {
    this.#file = true;
    this.#kept = [];
    this.#small?.stop();
    this.#small = undefined;
    if (this.#id !== undefined) this.#line.cancel(this.#id);
    this.#id = undefined;
  }

  async #readFile(): Promise<void> {
    try {
      const { readInWorker } = await import('./files-client.js');
      if (this.#over) return;
      const { signal } = this.#control;
      const { name = 'data' } = this.#options;
      const files = [{ name, bytes: new Uint8Array(joined(this.#kept ?? [])) }];
      this.#resolve(readInWorker({ files, options: this.#options }, { signal, onProgress: (part) => this.onProgress(part) }));
    } catch (reason) {
      this.#fail(reason);
    }
  }

  #read(small: SmallSource, piece: Uint8Array): void {
    if (this.#loaded <= SMALL_SOURCE) small.push(piece);
    if (this.#loaded > SMALL_SOURCE || small.declined) this.#leave(small);
  }

  /** The source is larger or another one than it seemed: it goes to the worker with all that has come. */
  #leave(small: SmallSource): void {
    small.stop();
    this.#small = undefined;
    this.#id = this.#line.open(this);
    this.#send(this.#ended);
  }

  async #finishSmall(small: SmallSource): Promise<void> {
    try {
      const table = await small.finish();
      if (this.#over) return;
      if (table) this.onTable(table);
      else this.#leave(small);
    } catch (reason) {
      this.#fail(reason);
    }
  }

  #tell(now: number): void {
    const part = this.#size > 0 ? TRANSFER * Math.min(1, this.#loaded / this.#size) : undefined;
    if (now - this.#toldAt < PROGRESS_MS && (part ?? 0) - this.#toldPart < PROGRESS_PART) return;
    this.#toldAt = now;
    this.#toldPart = part ?? 0;
    this.#control.onProgress?.(part);
  }

  #end(): void {
    if (this.#over) return;
    this.#ended = true;
    if (this.#file) void this.#readFile();
    else if (this.#small) void this.#finishSmall(this.#small);
    else this.#send(true);
  }

  /**
   * A worker that is still starting gets a copy of the first batch, which waits in its queue: to wait for its word would lose time. What comes
   * after that waits here, and goes without a copy when it has said that it runs.
   */
  #send(end: boolean): void {
    if (this.#id === undefined) return end ? void this.#readHere(this.#kept ?? []) : undefined;
    this.#waits = !this.#line.ready && !this.#start && this.#early !== undefined;
    if (this.#waits) return;
    const given = this.#line.ready && this.#early !== undefined;
    const pieces = given ? this.#batch.map(ofItsOwn) : this.#batch;
    this.#line.post(
      { id: this.#id, pieces, ...(this.#start && { start: this.#start }), ...(end && { end }) },
      given ? pieces.map((piece) => piece.buffer as ArrayBuffer) : [],
    );
    if (given) this.#kept = undefined;
    this.#start = undefined;
    this.#batch = [];
    this.#batchBytes = 0;
    this.#sentAt = performance.now();
  }

  async #readHere(pieces: readonly Uint8Array[]): Promise<void> {
    try {
      const { readHere } = await import('./read-here.js');
      // Stopped meanwhile: nobody would wait for what this reading says.
      if (this.#over) return;
      const { signal } = this.#control;
      this.#resolve(readHere({ bytes: joined(pieces), options: this.#options }, { signal, onProgress: (part) => this.onProgress(part) }));
    } catch (reason) {
      this.#fail(reason);
    }
  }

  #fail(reason: unknown): void {
    if (this.#over) return;
    this.#over = true;
    this.#small?.stop();
    if (this.#id !== undefined) this.#line.cancel(this.#id);
    this.#reject(reason);
  }
}

/** The piece with a buffer of its own, which can be given away. */
function ofItsOwn(piece: Uint8Array): Uint8Array {
  return piece.byteLength === piece.buffer.byteLength ? piece : piece.slice();
}
