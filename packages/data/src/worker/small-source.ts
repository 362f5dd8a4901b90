/** Small GeoJSON is read on the page as it comes in: a worker that has to start first takes longer than the reading. */
import { drive, pause } from '../steps/drive.js';
import { GeoJsonPieces } from '../readers/geojson-pieces.js';
import type { RawTable, ReadOptions } from '../readers/types.js';

/** Milliseconds of reading between two pauses, and bytes that are read in one go, which takes a fraction of that. */
const SLICE_MS = 8;
const GO = 1 << 15;

/** One source that may turn out to be small. */
export class SmallSource {
  readonly #reader: GeoJsonPieces;
  readonly #waiting: Uint8Array[] = [];
  #reading: Promise<void> | undefined;
  /** Apart from the promise: what is read in one go has ended before there is one. */
  #busy = false;
  #stopped = false;

  constructor(options: ReadOptions) {
    this.#reader = new GeoJsonPieces(options);
  }

  /** Takes a piece. */
  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at += GO) this.#waiting.push(piece.subarray(at, at + GO));
    if (!this.#busy) this.#reading = this.#run();
  }

  /** The table, once all pieces are there; undefined if it is for somebody else to read. */
  async finish(): Promise<RawTable | undefined> {
    await this.#reading;
    return this.#stopped ? undefined : drive(this.#reader.finish(), { sliceMs: SLICE_MS });
  }

  /** Reads no more. */
  stop(): void {
    this.#stopped = true;
    this.#waiting.length = 0;
  }

  /** True once it is known that somebody else must read the source. */
  get declined(): boolean {
    return this.#reader.declined;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    let began = performance.now();
    for (let piece = this.#waiting.shift(); piece; piece = this.#waiting.shift()) {
      this.#reader.push(piece);
      if (performance.now() - began < SLICE_MS) continue;
      await pause();
      began = performance.now();
    }
    this.#busy = false;
  }
}
