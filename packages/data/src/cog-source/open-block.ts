/** Packed bytes of a block, opened: deflate by `fflate`, which stops where a block must end; the rarer ways by the decoders of `geotiff`. */
import { Unzlib } from 'fflate';
import { TiffFault } from './tiff-directory.js';

/** What opens a block. */
export interface Packing {
  /** As TIFF numbers it. */
  readonly compression: number;
  readonly width: number;
  readonly height: number;
  readonly bands: number;
  readonly bits: number;
  /** Tables that all blocks of JPEG share. */
  readonly jpegTables?: Uint8Array | undefined;
  readonly lerc?: readonly number[] | undefined;
}

const [NONE, LZW, JPEG, ADOBE_DEFLATE, DEFLATE, PACKBITS, LERC, ZSTD, WEBP] = [1, 5, 7, 8, 32946, 32773, 34887, 50000, 50001];
const NAMES: ReadonlyMap<number, string> = new Map([[LZW, 'LZW'], [JPEG, 'JPEG'], [PACKBITS, 'PackBits'], [LERC, 'LERC'], [ZSTD, 'ZSTD'], [WEBP, 'WebP'], [2, 'CCITT'], [3, 'CCITT'], [4, 'CCITT'], [6, 'old JPEG'], [34712, 'JPEG 2000'], [34925, 'LZMA'], [50002, 'JPEG XL']]);
const RARE: ReadonlySet<number> = new Set([LZW, JPEG, PACKBITS, LERC, ZSTD, WEBP]);
/** Bytes that are opened between two looks at how many have come. */
const PIECE = 16_384;

/** Bytes of a block as its numbers lie. @param size Bytes it must have. @throws TiffFault `damaged`, or `kind` for a way that is not read. */
export async function openedBlock(packed: Uint8Array<ArrayBuffer>, packing: Packing, size: number): Promise<Uint8Array> {
  const { compression } = packing;
  if (compression === NONE) return packed;
  if (compression === DEFLATE || compression === ADOBE_DEFLATE) return inflated(packed, size);
  if (!RARE.has(compression)) throw new TiffFault('kind', NAMES.get(compression) ?? `compression ${compression}`);
  return new Uint8Array(await decoded(packed, packing));
}

async function decoded(packed: Uint8Array<ArrayBuffer>, { compression, width, height, bands, bits, jpegTables, lerc }: Packing): Promise<ArrayBufferLike> {
  const { getDecoder } = await import('./decoders.js');
  const parameters = { tileWidth: width, tileHeight: height, predictor: 1, planarConfiguration: 1, bitsPerSample: Array.from({ length: bands }, () => bits), samplesPerPixel: bands, JPEGTables: jpegTables, LercParameters: lerc };
  const name = NAMES.get(compression) ?? '';
  const decoder = await getDecoder(compression, parameters).catch(() => {
    // ZSTD and LERC are WebAssembly, which a page must allow.
    throw new TiffFault('kind', `${name} (WebAssembly)`);
  });
  try {
    return await decoder.decode(packed.slice().buffer);
  } catch {
    throw new TiffFault('damaged');
  }
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Unzlib((piece) => {
    // More than a block holds: what follows is not wanted, however much it is.
    if (length + piece.length > size) throw new TiffFault('damaged');
    whole.set(piece, length);
    length += piece.length;
  });
  try {
    for (let from = 0; from < packed.length; from += PIECE) inflate.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
  } catch {
    throw new TiffFault('damaged');
  }
  if (length < size) throw new TiffFault('damaged');
  return whole;
}
