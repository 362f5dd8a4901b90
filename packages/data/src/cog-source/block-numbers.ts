/** From the opened bytes of a block to numbers, one array a band: order of bytes, differences (TIFF 6.0 section 14; Adobe's technical note 3 for decimals), bits. Pure. */

/** Numbers of a band of a block, row by row. */
export type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** How numbers lie in a block. */
export interface BlockForm {
  readonly width: number;
  readonly height: number;
  /** Bands that lie in this block: all of them, or one where each band has blocks of its own. */
  readonly bands: number;
  /** Bits of a number: 1, 2, 4, 8, 16, 32, 64. */
  readonly bits: number;
  /** 1 whole numbers from 0, 2 whole numbers, 3 decimals. */
  readonly format: number;
  /** 1 none, 2 each number is the difference to the one before, 3 the same with the bytes of decimals. */
  readonly predictor: number;
  readonly littleEndian: boolean;
}

const ARRAYS: ReadonlyMap<string, new (buffer: ArrayBuffer) => Numbers> = new Map<string, new (buffer: ArrayBuffer) => Numbers>([
  ['1 8', Uint8Array], ['2 8', Int8Array], ['1 16', Uint16Array], ['2 16', Int16Array], ['1 32', Uint32Array], ['2 32', Int32Array], ['3 32', Float32Array], ['3 64', Float64Array],
]);

/** Whether numbers of this kind can be read. */
export function isReadable({ bits, format, predictor, bands }: Pick<BlockForm, 'bits' | 'format' | 'predictor' | 'bands'>): boolean {
  if (bits < 8) return (bits === 1 || bits === 2 || bits === 4) && format === 1 && predictor === 1 && bands === 1;
  return ARRAYS.has(`${format} ${bits}`) && (predictor === 1 || (predictor === 2 && format !== 3 && bits <= 32) || (predictor === 3 && format === 3));
}

/** Bytes of an opened block. */
export function blockBytes({ width, height, bands, bits }: BlockForm): number {
  return Math.ceil((width * bands * bits) / 8) * height;
}

/** Numbers of some bands. @param bytes Opened; too few are no block. Written into. */
export function blockNumbers(bytes: Uint8Array, form: BlockForm, wanted: readonly number[]): Numbers[] | undefined {
  const needed = blockBytes(form);
  if (bytes.length < needed) return undefined;
  if (form.bits < 8) return [unpacked(bytes, form)];
  const own = bytes.slice(0, needed);
  if (form.predictor === 3) undoDecimals(own, form);
  else if (!form.littleEndian) swap(own, form.bits / 8);
  const all = new (ARRAYS.get(`${form.format} ${form.bits}`) as new (buffer: ArrayBuffer) => Numbers)(own.buffer);
  if (form.predictor === 2) undoDifferences(all, form);
  if (form.bands === 1) return [all];
  return wanted.map((band) => bandOf(all, band, form));
}

function bandOf(all: Numbers, band: number, { bands, width, height }: BlockForm): Numbers {
  const numbers = new (all.constructor as new (length: number) => Numbers)(width * height);
  for (let i = 0; i < numbers.length; i++) numbers[i] = all[i * bands + band] as number;
  return numbers;
}

function unpacked(bytes: Uint8Array, { width, height, bits }: BlockForm): Uint8Array {
  const line = Math.ceil((width * bits) / 8);
  const numbers = new Uint8Array(width * height);
  const most = (1 << bits) - 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      numbers[y * width + x] = ((bytes[y * line + (bit >> 3)] as number) >> (8 - bits - (bit & 7))) & most;
    }
  return numbers;
}

/** To the order of bytes of the machine, which is little endian wherever browsers run. */
function swap(bytes: Uint8Array, size: number): void {
  for (let at = 0; size > 1 && at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
}

function undoDifferences(all: Numbers, { width, height, bands }: BlockForm): void {
  const line = width * bands;
  for (let y = 0; y < height; y++) for (let i = y * line + bands; i < (y + 1) * line; i++) all[i] = (all[i] as number) + (all[i - bands] as number);
}

/** The bytes of a line lie by weight, the heaviest first, whatever the order of the file, each the difference to the one before. */
function undoDecimals(bytes: Uint8Array, { width, height, bands, bits }: BlockForm): void {
  const size = bits / 8;
  const count = width * bands;
  const line = count * size;
  const copy = new Uint8Array(line);
  for (let y = 0; y < height; y++) {
    const row = bytes.subarray(y * line, (y + 1) * line);
    for (let i = bands; i < line; i++) row[i] = (row[i] as number) + (row[i - bands] as number);
    copy.set(row);
    for (let i = 0; i < count; i++) for (let k = 0; k < size; k++) row[i * size + k] = copy[(size - 1 - k) * count + i] as number;
  }
}
