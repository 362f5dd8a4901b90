/** A source that comes in pieces, read while the rest is still under way. */
import { GeoJsonScan } from './geojson-scan.js';
import { readingOf, SMALL } from './read-table.js';
import type { RawTable, Reading, ReadOptions } from './types.js';

/** After so many ms a small source is read as it comes, too: there is time anyway. */
const PATIENCE_MS = 100;
/** Bytes between two pauses. */
const SLICE = 1 << 18;
/** Room to begin with where nobody says how much will come, and what a server is believed at most. */
const ROOM = 1 << 20;
const MAX_ROOM = 1 << 28;
/** First rows are shown of sources of so many bytes, after so many ms; smaller and faster ones are shown when they are whole. */
const PREVIEWS = { bytes: 5_000_000, ms: 500 };
/** More of them are shown after so many times longer: few times in all. */
const PREVIEW_GROWTH = 4;

/** With so much of it there, the whole comes soon enough. */
const NEARLY = 0.8;

/** All bytes stay until the end: the scanner may hand the whole of them to another reader. */
export class StreamedSource {
  readonly #options: ReadOptions;
  /** Bytes that will come; 0 if unknown. */
  readonly #size: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #end = 0;
  readonly #scan: GeoJsonScan;
  readonly #since = performance.now();
  readonly #leastBytes: number;
  #nextPreview: number;
  /** The scanner is at work. */
  #scanning = false;

  /**
   * @param size Bytes that will come; 0 if unknown.
   * @param previews When first rows are shown: of sources of so many bytes, after so many ms.
   */
  constructor(options: ReadOptions, size = 0, previews = PREVIEWS) {
    this.#options = options;
    this.#size = size;
    this.#leastBytes = previews.bytes;
    this.#nextPreview = previews.ms;
    // The scanner wants a zero behind the last byte.
    this.#bytes = new Uint8Array(size > 0 ? Math.min(size, MAX_ROOM) + 1 : ROOM);
    this.#scan = new GeoJsonScan(this.#bytes, 0, false, options);
  }

  /** Takes a piece. */
  push(piece: Uint8Array): void {
    const needed = this.#end + piece.length + 1;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#end);
    this.#end += piece.length;
  }

  /** Reads what is there, unless it looks as if a small source were there soon. */
  advance(): void {
    if (!this.#scanning && Math.max(this.#size, this.#end) <= SMALL && performance.now() - this.#since < PATIENCE_MS) return;
    this.#scanning = true;
    this.#scan.extend(this.#bytes, this.#end, false);
    this.#scan.run(Infinity);
  }

  /** First rows of a large source that takes its time, now and then; mostly undefined. */
  preview(): RawTable | undefined {
    const passed = performance.now() - this.#since;
    const nearlyDone = this.#size > 0 && this.#end > NEARLY * this.#size;
    if (passed < this.#nextPreview || nearlyDone || Math.max(this.#size, this.#end) < this.#leastBytes) return undefined;
    this.#nextPreview = PREVIEW_GROWTH * passed;
    return this.#scan.preview();
  }

  /** The table, when all pieces are there. @throws YztError for everything that can be wrong with them. */
  *finish(): Reading<RawTable> {
    if (!this.#scanning && this.#end <= SMALL) return yield* this.#whole(false);
    const scan = this.#scan;
    scan.extend(this.#bytes, this.#end, true);
    while (scan.run(scan.at + SLICE)) yield scan.at / this.#end;
    return scan.finish() ?? (yield* this.#whole(true));
  }

  *#whole(declined: boolean): Reading<RawTable> {
    return yield* readingOf({ bytes: this.#bytes.buffer.slice(0, this.#end), declined }, this.#options);
  }
}
