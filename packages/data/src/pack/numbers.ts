/** Numbers in the smallest form that gives every one of them back exactly. */
import { missingOf, type PackedScale, type PackedType } from '../readers/packed-format.js';

/** Numbers ready to be written. */
export interface Encoded {
  readonly type: PackedType;
  readonly numbers: ArrayLike<number>;
  readonly scale?: PackedScale | undefined;
}

type Lane = (index: number) => number;

const INTEGERS: readonly (readonly [type: PackedType, min: number, max: number])[] = [
  ['u8', 0, 0xff],
  ['i16', -0x8000, 0x7fff],
  ['u16', 0, 0xffff],
  ['i32', -0x80000000, 0x7fffffff],
  ['u32', 0, 0xffffffff],
];

/** Same number; −0 is not 0, NaN is NaN. */
const same: (a: number, b: number) => boolean = Object.is;

/** The smallest type that holds all numbers; `f64` holds any. */
export function plainType(values: ArrayLike<number>): PackedType {
  let min = 0;
  let max = 0;
  let whole = true;
  let single = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value < min) min = value;
    if (value > max) max = value;
    whole &&= Number.isInteger(value) && !same(value, -0);
    single &&= same(Math.fround(value), value);
    if (!whole && !single) return 'f64';
  }
  const fitting = whole ? INTEGERS.find(([, least, greatest]) => min >= least && max <= greatest) : undefined;
  return fitting?.[0] ?? (single ? 'f32' : 'f64');
}

/** Powers of ten that decimal fractions are tried with. */
const DECIMALS: readonly number[] = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7];

/** A column of numbers. @param direct True to keep them as a table has them, without scaling. */
export function encodeNumbers(values: ArrayLike<number>, direct: boolean): Encoded {
  const type = plainType(values);
  if (type !== 'f64' || direct) return { type, numbers: values };
  for (const divide of DECIMALS) {
    const scaled = scaledOf(values, 1, { multiply: 1, divide });
    if (scaled) return scaled;
  }
  return { type, numbers: values };
}

/** Steps that instants are tried with: hours (days of a place are whole hours apart from UTC), minutes, seconds, milliseconds. */
const STEPS: readonly number[] = [86_400_000, 3_600_000, 60_000, 1000, 1];

/** Instants in milliseconds. */
export function encodeInstants(values: ArrayLike<number>, direct: boolean): Encoded {
  if (!direct) {
    for (const multiply of STEPS) {
      const scaled = scaledOf(values, 1, { multiply, divide: 1 });
      if (scaled) return scaled;
    }
  }
  return { type: 'f64', numbers: values };
}

/** Parts of a degree: 1e-7° is 1.1 cm, so no coordinate moves by more than 5.6 mm. */
const DEGREE = 1e7;

/** How coordinates are to be written. */
export interface CoordinateOptions {
  /** No coordinate may change at all. */
  readonly lossless: boolean;
  readonly direct: boolean;
  /** Differences to the vertex before, which compress well for lines and rings. */
  readonly delta: boolean;
}

/** Pairs of degrees. Coordinates of up to 7 decimals come back exactly in half the bytes; others are rounded, unless `lossless`. */
export function encodeCoordinates(values: Float64Array, { lossless, direct, delta }: CoordinateOptions): Encoded & { readonly exact: boolean } {
  if (direct) return { type: 'f64', numbers: values, exact: true };
  for (const divide of [DEGREE, 1e8, 1e9]) {
    const exact = scaledOf(values, 2, { multiply: 1, divide });
    if (exact) return { ...(delta ? deltasOf(exact) : exact), exact: true };
  }
  if (lossless) return { type: 'f64', numbers: values, exact: true };
  const rounded = scaledOf(values, 2, { multiply: 1, divide: DEGREE }, true);
  return rounded ? { ...(delta ? deltasOf(rounded) : rounded), exact: false } : { type: 'f64', numbers: values, exact: true };
}

interface Step {
  readonly multiply: number;
  readonly divide: number;
}

/** Numbers as unsigned integers of 8, 16 or 32 bits; undefined if one would change (unless `rounding`) or the range is too wide. */
function scaledOf(values: ArrayLike<number>, lanes: 1 | 2, step: Step, rounding = false): Encoded | undefined {
  const { multiply, divide } = step;
  const whole: Lane = (index) => Math.round(((values[index] as number) / multiply) * divide);
  const least = lanes === 1 ? [Infinity] : [Infinity, Infinity];
  let span = 0;
  for (let lane = 0; lane < lanes; lane++) {
    let greatest = -Infinity;
    for (let i = lane; i < values.length; i += lanes) {
      const value = values[i] as number;
      if (value !== value) continue;
      const n = whole(i);
      // Coordinates have no negative zero worth keeping; a column of numbers may.
      if (!rounding && !((n * multiply) / divide === value && (lanes === 2 || !same(value, -0)))) return undefined;
      if (n < (least[lane] as number)) least[lane] = n;
      if (n > greatest) greatest = n;
    }
    span = Math.max(span, greatest - (least[lane] as number));
  }
  const type = (['u8', 'u16', 'u32'] as const).find((one) => span < missingOf(one));
  const base = least.map((one) => (Number.isFinite(one) ? one : 0));
  if (!type || !base.every(Number.isSafeInteger)) return undefined;
  const numbers = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    numbers[i] = value === value ? whole(i) - (base[i % lanes] as number) : missingOf(type);
  }
  return { type, numbers, scale: { base, multiply, divide, delta: false } };
}

/** The same with differences; as it was if a number is missing. */
function deltasOf(encoded: Encoded): Encoded {
  const { numbers, scale, type } = encoded;
  if (!scale || type === 'f64') return encoded;
  const missing = missingOf(type as 'u8' | 'u16' | 'u32');
  const lanes = scale.base.length;
  const deltas = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if (number === missing) return encoded;
    deltas[i] = ((number - (i < lanes ? 0 : (numbers[i - lanes] as number))) & missing) >>> 0;
  }
  return { type, numbers: deltas, scale: { ...scale, delta: true } };
}
