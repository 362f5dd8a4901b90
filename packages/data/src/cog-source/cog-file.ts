/** A cloud-optimised GeoTIFF (OGC 21-026): its place, its levels, and the numbers of their blocks, read as they are asked for. */
import type { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { requestError } from '../request/index.js';
import { FileChanged } from '../row-source/ranged-file.js';
import { bandFactsOf, type BandFacts } from './band-facts.js';
import type { Numbers } from './block-numbers.js';
import { geoPlaceOf, type GeoPlace } from './geo-keys.js';
import { Parts, type PartsOptions } from './parts.js';
import { directoriesOf, TiffFault } from './tiff-directory.js';
import { PHOTOMETRIC, TiffPicture } from './tiff-picture.js';

/** One size in which the picture is there; the first is the largest. */
export interface CogLevel {
  readonly width: number;
  readonly height: number;
  readonly blockWidth: number;
  readonly blockHeight: number;
  /** Blocks side by side, and one below the other. */
  readonly columns: number;
  readonly rows: number;
}

/** Numbers of a block; those of the last column and row reach beyond the picture. */
export interface CogBlock {
  /** One array for each band that was asked for, `width × height`, row by row. */
  readonly bands: readonly Numbers[];
  readonly width: number;
  readonly height: number;
  /** 0 where there is nothing; absent where the file has no mask. */
  readonly mask?: Numbers | undefined;
}

/** What a file says of itself. */
export interface CogFacts {
  readonly place: GeoPlace;
  readonly levels: readonly CogLevel[];
  readonly bands: readonly BandFacts[];
  /** A number that stands for none. */
  readonly nodata: number | undefined;
  readonly colors: 'numbers' | 'rgb' | 'palette';
  /** The band that says how much of a pixel shows, from 0. */
  readonly alpha: number | undefined;
  /** Colours of a palette by number, `#rrggbb`. */
  readonly palette: readonly string[];
  /** Bits of a number. */
  readonly bits: number;
}

interface Opened {
  readonly facts: CogFacts;
  readonly pictures: readonly TiffPicture[];
  readonly masks: readonly (TiffPicture | undefined)[];
}

const [EXTRA, PALETTE, NODATA] = [338, 320, 42113];
const [COPY, MASK] = [1, 4];

/** Which file. */
export type CogOptions = PartsOptions;

export class CogFile {
  readonly #options: CogOptions;
  readonly #parts: Parts;
  #opened?: Promise<Opened> | undefined;

  constructor(options: CogOptions) {
    this.#options = options;
    this.#parts = new Parts(options);
  }

  /** What the file says of itself, read once. @throws YztError `bad-geotiff`, `no-ranges`, and what requests throw. */
  async facts(): Promise<CogFacts> {
    return (await this.#open()).facts;
  }

  /**
   * Numbers of bands, counted from 0, in a block of a level; undefined where the file has none. @throws as `facts`; DOMException `AbortError` when stopped.
   */
  async block(level: number, column: number, row: number, bands: readonly number[], signal: AbortSignal): Promise<CogBlock | undefined> {
    const { pictures, masks } = await this.#open();
    return this.#named(async () => {
      const picture = pictures[level] as TiffPicture;
      const [numbers, mask] = await Promise.all([picture.block(this.#parts, column, row, bands, signal), masks[level]?.block(this.#parts, column, row, [0], signal)]);
      const { blockWidth, blockHeight } = picture.facts;
      return numbers && { bands: numbers, width: blockWidth, height: Math.min(blockHeight, (numbers[0]?.length ?? 0) / blockWidth), mask: mask?.[0] };
    });
  }

  #open(): Promise<Opened> {
    const opened = (this.#opened ??= this.#named(() => this.#read()));
    // A failure is no reason not to try again.
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = undefined;
    });
    return opened;
  }

  async #read(): Promise<Opened> {
    const directories = await directoriesOf((from, length) => this.#parts.few(from, length));
    const all: TiffPicture[] = [];
    for (const directory of directories) all.push(await TiffPicture.of(directory));
    const [first] = all;
    const [head] = directories;
    if (!first || !head) throw new TiffFault('damaged');
    const place = await geoPlaceOf(head);
    if (!place) throw new TiffFault('kind', 'no place');
    const { bands, bits, photometric } = first.facts;
    const copies = all.filter((one, at) => at === 0 || (one.facts.kind & (COPY | MASK)) === COPY).filter(({ facts }) => facts.bands === bands && facts.bits === bits);
    const pictures = copies.sort((a, b) => b.facts.width - a.facts.width);
    const extra = await head.numbers(EXTRA);
    const alpha = extra.findIndex((kind) => kind === 1 || kind === 2);
    const nodata = (await head.text(NODATA))?.trim();
    const facts: CogFacts = {
      place,
      levels: pictures.map((picture) => ({ ...picture.facts, columns: picture.columns, rows: picture.rows })),
      bands: await bandFactsOf(head, bands),
      nodata: nodata === undefined || nodata === '' ? undefined : Number(nodata),
      colors: photometric === PHOTOMETRIC.palette ? 'palette' : photometric === PHOTOMETRIC.rgb || photometric === PHOTOMETRIC.yCbCr ? 'rgb' : 'numbers',
      alpha: alpha < 0 ? undefined : bands - extra.length + alpha,
      palette: photometric === PHOTOMETRIC.palette ? paletteOf(await head.numbers(PALETTE)) : [],
      bits,
    };
    return { facts, pictures, masks: pictures.map((picture) => maskOf(picture, all)) };
  }

  /** Says what is wrong in words. */
  async #named<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (reason) {
      if (reason instanceof FileChanged) throw this.#fault(CHANGED, reason);
      if (reason instanceof TiffFault) throw this.#fault(reason.kind === 'kind' ? kindWords(reason.what) : FAULTS[reason.kind], reason);
      throw reason;
    }
  }

  #fault(what: Text, cause: unknown): YztError {
    const { subject, url } = this.#options;
    return requestError('bad-geotiff', { subject, url }, what, cause);
  }
}

/** The mask of a picture has its size and its blocks. */
function maskOf({ facts }: TiffPicture, all: readonly TiffPicture[]): TiffPicture | undefined {
  const mask = all.find(({ facts: other }) => (other.kind & MASK) !== 0 && other.width === facts.width && other.height === facts.height);
  if (mask && (mask.facts.blockWidth !== facts.blockWidth || mask.facts.blockHeight !== facts.blockHeight)) throw new TiffFault('kind', 'mask');
  return mask;
}

/** 16 bits a part: all of red, then green, then blue. */
function paletteOf(values: readonly number[]): string[] {
  const count = values.length / 3;
  const part = (at: number): string => Math.round((values[at] ?? 0) / 257).toString(16).padStart(2, '0');
  return Array.from({ length: Math.floor(count) }, (_, i) => `#${part(i)}${part(count + i)}${part(2 * count + i)}`);
}

const FAULTS: Readonly<Record<'magic' | 'damaged', Text>> = {
  magic: { zh: '不是 TIFF 文件。请检查地址，看看返回的是不是网页或别的文件', en: 'is no TIFF file. Check the address, and whether a web page or another file is there' },
  damaged: { zh: '是 TIFF 文件，但目录或数据块不完整、已损坏。请重新生成或重新上传', en: 'is a TIFF file whose directory or blocks are cut off or damaged. Make or upload it again' },
};
const CHANGED: Text = { zh: '在读取中被换成了另一个文件（ETag 变了），已停止。请等文件传完后重新加载图层', en: 'became another file while it was read (its ETag changed); stopped. Load the layer again once the file is whole' };

function kindWords(what: string): Text {
  if (what === 'no place') return { zh: '没有坐标（不是 GeoTIFF：缺少 ModelPixelScale、ModelTiepoint 或 ModelTransformation）。请用 gdal_translate -a_srs -a_ullr 写入，普通图片用 <yzt-image-layer>', en: 'has no place (it is no GeoTIFF: ModelPixelScale, ModelTiepoint or ModelTransformation are missing). Write them with gdal_translate -a_srs -a_ullr; plain pictures are for <yzt-image-layer>' };
  if (what === 'mask') return { zh: '的掩膜与图像分块不同，不能读取。请用 gdal_translate -of COG 重新生成', en: 'has a mask with other blocks than its picture, which cannot be read. Make it again with gdal_translate -of COG' };
  return { zh: `是 TIFF 文件，但这一种（${what}）不能读取。请用 gdal_translate -of COG -co COMPRESS=DEFLATE 重新生成`, en: `is a TIFF file of a kind that cannot be read (${what}). Make it again with gdal_translate -of COG -co COMPRESS=DEFLATE` };
}
