/**
 * Sections of packed columns as arrays in one buffer: the file itself if every section lies there in the form the table wants,
 * else a new buffer of exactly the size needed, so that nothing else of the file is kept.
 */
import { aligned, missingOf, TYPE_BYTES, viewOf, type PackedArray, type PackedNumbers, type PackedScale, type PackedType } from './packed-format.js';
import type { Reading } from './types.js';

/** A section and the type it is wanted in. */
export interface Want {
  readonly section: PackedNumbers;
  readonly type: PackedType;
  /** As it lies there: whoever reads it knows its scale. */
  readonly plain?: boolean;
}

/** The arrays, in the order of the wants. @param start First byte of the data part. */
export function* arraysOf(file: ArrayBuffer, start: number, wants: readonly Want[]): Reading<PackedArray[]> {
  if (wants.every((want) => want.section.type === want.type && !scaleOf(want))) {
    return wants.map(({ section }) => viewOf(section.type, file, start + section.at, section.length));
  }
  const places = new Map<string, number>();
  let total = 0;
  for (const want of wants) {
    const name = contentOf(want);
    if (places.has(name)) continue;
    places.set(name, total);
    total += aligned(want.section.length * TYPE_BYTES[want.type]);
  }
  const buffer = new ArrayBuffer(total);
  const arrays: PackedArray[] = [];
  let end = 0;
  for (const want of wants) {
    const { section, type } = want;
    const at = places.get(contentOf(want)) as number;
    const target = viewOf(type, buffer, at, section.length);
    arrays.push(target);
    if (at < end) continue;
    copyInto(target, viewOf(section.type, file, start + section.at, section.length), section.type, scaleOf(want));
    end = at + aligned(target.byteLength);
    yield (0.5 * end) / total;
  }
  return arrays;
}

function scaleOf({ section, plain }: Want): PackedScale | undefined {
  return plain ? undefined : section.scale;
}

/** What a want comes to: two of the same name are the same bytes, and are kept once. */
function contentOf(want: Want): string {
  const { section, type } = want;
  const { at, length, type: from } = section;
  const scale = scaleOf(want);
  const bytes = length * TYPE_BYTES[type];
  const asTheyLie = !scale && TYPE_BYTES[from] === TYPE_BYTES[type];
  return asTheyLie ? `${at} ${bytes}` : JSON.stringify([at, length, from, type, scale]);
}

function copyInto(target: PackedArray, source: PackedArray, type: PackedType, scale: PackedScale | undefined): void {
  if (scale) unscale(target, source as Unsigned, type as UnsignedType, scale);
  else if (type === 'u8' || type === 'u16') widen(target, source, type);
  else target.set(source);
}

type Unsigned = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type UnsignedType = 'u8' | 'u16' | 'u32';

/** Codes of a narrower type: the missing one is all ones there and here. */
function widen(target: PackedArray, source: PackedArray, type: UnsignedType): void {
  if (target.BYTES_PER_ELEMENT === source.BYTES_PER_ELEMENT) {
    target.set(source);
    return;
  }
  const missing = missingOf(type);
  const all = missingOf('u32');
  for (let i = 0; i < source.length; i++) {
    const code = source[i] as number;
    target[i] = code === missing ? all : code;
  }
}

function unscale(target: PackedArray, source: Unsigned, type: UnsignedType, scale: PackedScale): void {
  const { base, delta } = scale;
  const lanes = base.length;
  for (let lane = 0; lane < lanes; lane++) {
    if (delta) unscaleDeltas(target, source, type, scale, lane);
    else unscaleLane(target, source, missingOf(type), scale, lane);
  }
}

function unscaleLane(target: PackedArray, source: Unsigned, missing: number, { base, multiply, divide }: PackedScale, lane: number): void {
  const first = base[lane] as number;
  for (let i = lane; i < source.length; i += base.length) {
    const q = source[i] as number;
    target[i] = q === missing ? Number.NaN : ((first + q) * multiply) / divide;
  }
}

function unscaleDeltas(target: PackedArray, source: Unsigned, type: UnsignedType, { base, multiply, divide }: PackedScale, lane: number): void {
  const first = base[lane] as number;
  const mask = missingOf(type);
  let q = 0;
  for (let i = lane; i < source.length; i += base.length) {
    q = ((q + (source[i] as number)) & mask) >>> 0;
    target[i] = ((first + q) * multiply) / divide;
  }
}
