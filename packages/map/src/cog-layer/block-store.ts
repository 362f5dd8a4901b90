/** Blocks of a file as pieces: what is wanted no more is stopped, what was drawn is kept for a while. */
import { isAbort } from '@yizhangtu/base/errors';
import type { CogBlock, CogFile } from '@yizhangtu/data/cog-source';
import type { Piece, PieceMaker } from './piece.js';

/** Bytes of blocks that are kept beyond those in view. */
const KEPT = 96_000_000;

interface Held {
  readonly stop: AbortController;
  /** When it was last wanted. */
  turn: number;
  /** Undefined while it is on its way; null where the file has none. */
  block?: CogBlock | null;
  made?: { readonly key: string; readonly piece: Piece } | undefined;
}

/** Which block. */
export interface BlockId {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

const keyOf = ({ level, column, row }: BlockId): string => `${level} ${column} ${row}`;

/** Who is told. */
export interface StoreHost {
  /** One block is there. */
  arrived(): void;
  failed(reason: unknown): void;
}

export class BlockStore {
  readonly #file: CogFile;
  readonly #host: StoreHost;
  #held = new Map<string, Held>();
  #bands = '';
  #turn = 0;

  constructor(file: CogFile, host: StoreHost) {
    this.#file = file;
    this.#host = host;
  }

  /** How many of some blocks are still on their way. */
  missing(ids: readonly BlockId[]): number {
    return ids.filter((id) => this.#held.get(keyOf(id))?.block === undefined).length;
  }

  /** These blocks are wanted now, and no others. */
  want(ids: readonly BlockId[], maker: PieceMaker): void {
    if (maker.bands.join() !== this.#bands) this.#clear();
    this.#bands = maker.bands.join();
    this.#turn++;
    for (const id of ids) {
      const held = this.#held.get(keyOf(id));
      if (held) held.turn = this.#turn;
      else this.#load(id, maker.bands);
    }
    for (const [key, { block, turn, stop }] of this.#held) {
      if (block !== undefined || turn === this.#turn) continue;
      this.#held.delete(key);
      stop.abort();
    }
    this.#forgetOld();
  }

  /** A block as it is drawn; undefined where there is none, or not yet. */
  piece(id: BlockId, maker: PieceMaker): Piece | undefined {
    const held = this.#held.get(keyOf(id));
    if (!held?.block) return undefined;
    if (held.made?.key !== maker.key) held.made = { key: maker.key, piece: maker.piece(held.block) };
    return held.made.piece;
  }

  /** One block, besides those in view; kept like those. @throws what reading throws. */
  async one(id: BlockId, bands: readonly number[], signal: AbortSignal): Promise<CogBlock | undefined> {
    const key = keyOf(id);
    if (this.#held.size === 0) this.#bands = bands.join();
    const same = bands.join() === this.#bands;
    const held = same ? this.#held.get(key)?.block : undefined;
    if (held !== undefined) return held ?? undefined;
    const block = await this.#file.block(id.level, id.column, id.row, bands, signal);
    if (same && bands.join() === this.#bands && !this.#held.has(key)) this.#held.set(key, { stop: new AbortController(), turn: this.#turn - 1, block: block ?? null });
    return block;
  }

  dispose(): void {
    this.#clear();
  }

  #clear(): void {
    for (const { stop } of this.#held.values()) stop.abort();
    this.#held = new Map();
  }

  #load(id: BlockId, bands: readonly number[]): void {
    const held: Held = { stop: new AbortController(), turn: this.#turn };
    const key = keyOf(id);
    this.#held.set(key, held);
    this.#file.block(id.level, id.column, id.row, bands, held.stop.signal).then(
      (block) => {
        held.block = block ?? null;
        if (this.#held.get(key) === held) this.#host.arrived();
      },
      (reason: unknown) => {
        if (this.#held.get(key) === held) this.#held.delete(key);
        if (!held.stop.signal.aborted && !isAbort(reason)) this.#host.failed(reason);
      },
    );
  }

  #forgetOld(): void {
    const idle = [...this.#held].filter(([, { block, turn }]) => block !== undefined && turn !== this.#turn).sort(([, a], [, b]) => a.turn - b.turn);
    let bytes = idle.reduce((sum, [, { block }]) => sum + bytesOf(block), 0);
    for (const [key, { block }] of idle) {
      if (bytes <= KEPT) return;
      bytes -= bytesOf(block);
      this.#held.delete(key);
    }
  }
}

function bytesOf(block: CogBlock | null | undefined): number {
  return block ? block.bands.reduce((sum, { byteLength }) => sum + byteLength, block.width * block.height * 4) : 0;
}
