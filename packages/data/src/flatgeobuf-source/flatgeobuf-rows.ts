/** Rows of a FlatGeobuf on a server as far as a view wants them: its header, the nodes of its index on the way to the window, and the features there. */
import { boxIn } from '../crs/box-in.js';
import type { CrsTransform } from '../crs/crs-transforms.js';
import { badFlatGeobuf, checkedHeader, readFlatFeatures } from '../readers/flatgeobuf.js';
import type { FlatHeader } from '../readers/flatgeobuf-header.js';
import { MAGIC_LENGTH } from '../readers/magic.js';
import { RangedRows } from '../row-source/ranged-rows.js';
import type { RowsFound, RowsWanted } from '../row-source/types.js';
import { drive } from '../steps/drive.js';
import { joined } from '../steps/joined.js';
import { featuresIn, merged, NODE, type FeatureAt } from './packed-tree.js';

/** Bytes of the first request: most headers, and with small files the root of the index. */
const HEAD = 8192;
/** No header is this large. */
const LARGEST_HEADER = 16_000_000;
/** Nodes of the index that are kept together. */
const BLOCK = 256 * NODE;
/** Bytes of a feature whose end is not known. */
const GUESS = 4096;
/** Bytes between features that are read along. */
const GAP = 16_384;
/** Parts that are on the way at a time. */
const AT_ONCE = 4;

interface Opened {
  readonly header: FlatHeader;
  readonly toDegrees: CrsTransform | undefined;
}

export class FlatGeobufRows extends RangedRows<Opened> {
  protected override async found(wanted: RowsWanted): Promise<RowsFound> {
    try {
      return await this.#rows(wanted);
    } catch (reason) {
      if (reason instanceof RangeError) throw badFlatGeobuf(this.name, { zh: '的空间索引或要素不完整或已损坏', en: 'has an index or features that are cut off or damaged' }, reason);
      throw reason;
    }
  }

  async #rows({ window, limit, signal }: RowsWanted): Promise<RowsFound> {
    const { header, toDegrees } = await this.open(signal);
    const box = boxIn(window ?? [-180, -90, 180, 90], toDegrees);
    const read = (first: number, count: number): Promise<DataView> => this.file.kept(header.index, header.index + first * NODE, count * NODE, BLOCK, signal);
    const hits = header.count === 0 ? [] : (await featuresIn(box, header.count, header.nodeSize, limit + 1, read)).sort((a, b) => a.offset - b.offset);
    const more = hits.length > limit;
    const wantedHits = hits.slice(0, limit);
    const features = await this.#features(wantedHits, header.features, signal);
    const { crs } = this.options;
    const raw = await drive(readFlatFeatures({ ...header, features: 0, count: 0 }, joined(features), { name: this.name, keepCrs: true, ...(crs !== undefined && { crs }) }), { signal });
    const { crs: _crs, ...table } = raw;
    if (toDegrees && table.geometry.kind !== 'none') toDegrees(table.geometry.coordinates);
    const ids = table.rowCount === wantedHits.length ? { ids: wantedHits.map(({ offset }) => offset) } : {};
    return { table: { ...table, ...ids }, more };
  }

  protected override async head(signal: AbortSignal): Promise<Opened> {
    let head = await this.file.bytes(0, HEAD, signal);
    const length = head.length >= MAGIC_LENGTH + 4 ? new DataView(head.buffer, head.byteOffset).getUint32(MAGIC_LENGTH, true) : 0;
    const needed = MAGIC_LENGTH + 4 + length;
    if (needed > head.length && needed < LARGEST_HEADER && head.length === HEAD) head = await this.file.bytes(0, needed, signal);
    const header = checkedHeader(head.slice().buffer, this.file.size, this.name);
    if (header.count > 0 && header.nodeSize === 0) throw badFlatGeobuf(this.name, { zh: '没有空间索引，不能按范围读取。请导出时打开索引，或改用 <yzt-dataset src> 整个读取', en: 'has no spatial index and cannot be read in parts. Write it with an index, or read it whole with <yzt-dataset src>' });
    return { header, toDegrees: await this.toDegrees(header.crs) };
  }

  /** The bytes of features, each whole. */
  async #features(hits: readonly FeatureAt[], base: number, signal: AbortSignal): Promise<Uint8Array[]> {
    const spans = merged(hits.map(({ offset, end }) => [offset, end ?? offset + GUESS] as const), GAP);
    const parts: Uint8Array[] = [];
    for (let at = 0; at < spans.length; at += AT_ONCE) {
      parts.push(...(await Promise.all(spans.slice(at, at + AT_ONCE).map(([first, end]) => this.file.bytes(base + first, end - first, signal)))));
    }
    const features: Uint8Array[] = [];
    let span = 0;
    for (const { offset } of hits) {
      while (offset >= (spans[span]?.[1] ?? Infinity)) span++;
      const part = parts[span] as Uint8Array;
      const at = offset - (spans[span]?.[0] ?? 0);
      if (at + 4 > part.length) throw new RangeError('feature beyond the end');
      const length = 4 + new DataView(part.buffer, part.byteOffset + at).getUint32(0, true);
      if (base + offset + length > this.file.size) throw new RangeError('feature beyond the end');
      features.push(at + length <= part.length ? part.subarray(at, at + length) : await this.file.bytes(base + offset, length, signal));
    }
    return features;
  }
}
