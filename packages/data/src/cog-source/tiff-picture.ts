/** One picture of a file: its size, its blocks, and how numbers are written in them. */
import { blockBytes, blockNumbers, isReadable, type BlockForm, type Numbers } from './block-numbers.js';
import { openedBlock } from './open-block.js';
import type { Parts } from './parts.js';
import { TiffFault, type Directory } from './tiff-directory.js';

const TAG = {
  kind: 254, width: 256, height: 257, bits: 258, compression: 259, photometric: 262, stripOffsets: 273, bands: 277, rowsPerStrip: 278, stripBytes: 279, planar: 284, predictor: 317,
  tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileBytes: 325, format: 339, jpegTables: 347, lerc: 50674,
} as const;

/** What the colours of a picture are. */
export const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, mask: 4, yCbCr: 6 } as const;

const MOST_BANDS = 1024;
const MOST_SIDE = 2 ** 31;
/** Bytes of an opened block: more than this is no file that is read in parts. */
const MOST_BLOCK = 128_000_000;

/** Facts of a picture. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly bands: number;
  readonly bits: number;
  readonly format: number;
  readonly photometric: number;
  /** 1 a smaller copy, 2 a page, 4 a mask; they add up. */
  readonly kind: number;
}

interface Layout {
  readonly compression: number;
  readonly predictor: number;
  /** Each band has blocks of its own. */
  readonly apart: boolean;
  readonly tiled: boolean;
  readonly jpegTables: Uint8Array | undefined;
  readonly lerc: readonly number[] | undefined;
}

export class TiffPicture {
  readonly facts: PictureFacts;
  readonly #directory: Directory;
  readonly #layout: Layout;

  private constructor(directory: Directory, facts: PictureFacts, layout: Layout) {
    this.#directory = directory;
    this.facts = facts;
    this.#layout = layout;
  }

  /** Reads the facts. @throws TiffFault */
  static async of(directory: Directory): Promise<TiffPicture> {
    const value = async (tag: number, otherwise: number): Promise<number> => (await directory.number(tag)) ?? otherwise;
    const [width, height, bands] = [await value(TAG.width, 0), await value(TAG.height, 0), await value(TAG.bands, 1)];
    if (!isSide(width) || !isSide(height) || !isSide(bands) || bands > MOST_BANDS) throw new TiffFault('damaged');
    const tiled = directory.count(TAG.tileOffsets) > 0;
    const blockWidth = tiled ? await value(TAG.tileWidth, 0) : width;
    const blockHeight = tiled ? await value(TAG.tileHeight, 0) : Math.min(height, await value(TAG.rowsPerStrip, height));
    if (!isSide(blockWidth) || !isSide(blockHeight)) throw new TiffFault('damaged');
    const [bits, format] = [await same(directory, TAG.bits, 1), await same(directory, TAG.format, 1)];
    const facts = { width, height, blockWidth, blockHeight, bands, bits, format, photometric: await value(TAG.photometric, 1), kind: await value(TAG.kind, 0) };
    const lerc = await directory.numbers(TAG.lerc);
    const layout = { compression: await value(TAG.compression, 1), predictor: await value(TAG.predictor, 1), apart: (await value(TAG.planar, 1)) === 2 && bands > 1, tiled, jpegTables: await directory.bytes(TAG.jpegTables), lerc: lerc.length > 0 ? lerc : undefined };
    return new TiffPicture(directory, facts, layout);
  }

  get columns(): number {
    return Math.ceil(this.facts.width / this.facts.blockWidth);
  }

  get rows(): number {
    return Math.ceil(this.facts.height / this.facts.blockHeight);
  }

  /** Numbers of bands in a block, row by row, as wide and high as a block is; undefined where the file has none there. @throws TiffFault; what reading throws. */
  async block(parts: Parts, column: number, row: number, wanted: readonly number[], signal: AbortSignal): Promise<Numbers[] | undefined> {
    if (!this.#layout.apart) return this.#numbers(parts, row * this.columns + column, row, wanted, signal);
    const each = await Promise.all(wanted.map((band) => this.#numbers(parts, (band * this.rows + row) * this.columns + column, row, [0], signal)));
    const found = each.map((numbers) => numbers?.[0]).filter((numbers): numbers is Numbers => numbers !== undefined);
    return found.length === wanted.length ? found : undefined;
  }

  async #numbers(parts: Parts, index: number, row: number, wanted: readonly number[], signal: AbortSignal): Promise<Numbers[] | undefined> {
    const { compression, tiled, jpegTables, lerc } = this.#layout;
    const form = this.#formOf(row);
    const size = blockBytes(form);
    const [from = 0] = await this.#directory.numbers(tiled ? TAG.tileOffsets : TAG.stripOffsets, index, 1);
    const [length = 0] = await this.#directory.numbers(tiled ? TAG.tileBytes : TAG.stripBytes, index, 1);
    if (length === 0 || from === 0) return undefined;
    // Packed bytes are hardly ever more than those they stand for.
    if (size > MOST_BLOCK || length > 2 * size + 65_536) throw new TiffFault(size > MOST_BLOCK ? 'kind' : 'damaged', `${Math.round(size / 1e6)} MB`);
    const packed = await parts.block(from, length, signal);
    const { width, height, bands, bits } = form;
    const bytes = await openedBlock(packed, { compression, width, height, bands, bits, jpegTables, lerc }, size);
    const numbers = blockNumbers(bytes, form, this.facts.photometric === PHOTOMETRIC.yCbCr ? [0, 1, 2] : wanted);
    if (!numbers) throw new TiffFault('damaged');
    return this.facts.photometric === PHOTOMETRIC.yCbCr && compression === 7 ? redGreenBlue(numbers, wanted) : numbers;
  }

  #formOf(row: number): BlockForm {
    const { width, height, blockHeight, blockWidth, bands, bits, format } = this.facts;
    const { apart, predictor, tiled } = this.#layout;
    // Tiles are whole; the last strip ends with the picture.
    const lines = tiled ? blockHeight : Math.min(blockHeight, height - row * blockHeight);
    const form = { width: tiled ? blockWidth : width, height: lines, bands: apart ? 1 : bands, bits, format, predictor, littleEndian: this.#directory.form.littleEndian };
    if (!isReadable(form)) throw new TiffFault('kind', `${bits} bit, SampleFormat ${format}, Predictor ${predictor}`);
    return form;
  }
}

function isSide(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value < MOST_SIDE;
}

/** A value that must be the same for all bands. */
async function same(directory: Directory, tag: number, otherwise: number): Promise<number> {
  const values = await directory.numbers(tag, 0, Math.min(directory.count(tag), MOST_BANDS));
  if (new Set(values).size > 1) throw new TiffFault('kind', `${values.slice(0, 8).join('/')} bit`);
  return values[0] ?? otherwise;
}

/** ITU-R BT.601, as JFIF has it. */
function redGreenBlue([y, blue, red]: readonly Numbers[], wanted: readonly number[]): Numbers[] {
  if (!y || !blue || !red) throw new TiffFault('damaged');
  const parts = [
    (i: number) => (y[i] as number) + 1.402 * ((red[i] as number) - 128),
    (i: number) => (y[i] as number) - 0.344136 * ((blue[i] as number) - 128) - 0.714136 * ((red[i] as number) - 128),
    (i: number) => (y[i] as number) + 1.772 * ((blue[i] as number) - 128),
  ];
  return wanted.map((band) => {
    const part = parts[band] as (i: number) => number;
    return Uint8Array.from(y, (_, i) => Math.min(255, Math.max(0, Math.round(part(i)))));
  });
}
