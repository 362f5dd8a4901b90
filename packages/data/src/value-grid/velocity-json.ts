/** Wind and currents as grib2json writes them, and many map pages have them: two records with a header each. */
import type { GridData } from './types.js';

interface Header {
  readonly nx: number;
  readonly ny: number;
  readonly lo1: number;
  readonly la1: number;
  readonly dx: number;
  readonly dy: number;
  /** 2 is to the east and 3 to the north, of wind as of currents (WMO, GRIB2 code tables 4.2-0-2 and 4.2-10-1). */
  readonly parameterNumber?: number;
  readonly parameterUnit?: string;
  readonly refTime?: string;
}

interface RecordOf {
  readonly header: Header;
  readonly data: GridData['values'];
}

function isRecord(value: unknown): value is RecordOf {
  const { header, data } = (value ?? {}) as Partial<RecordOf>;
  return typeof header === 'object' && header !== null && Array.isArray(data) && [header.nx, header.ny, header.lo1, header.la1, header.dx, header.dy].every((part) => typeof part === 'number' && Number.isFinite(part));
}

/** Records of u and v as one grid; undefined for anything else. Rows begin in the north where `la1` is the larger latitude, as it is by custom. */
export function fromVelocityJson(value: unknown): GridData | undefined {
  if (!Array.isArray(value) || !value.every(isRecord)) return undefined;
  const u = value.find(({ header }) => header.parameterNumber === 2) ?? value[0];
  const v = value.find(({ header }) => header.parameterNumber === 3) ?? value[1];
  if (!u || !v || u === v) return undefined;
  const { nx, ny, lo1, la1, dx, dy, parameterUnit, refTime } = u.header;
  const { la2 = la1 - dy * (ny - 1) } = u.header as Header & { readonly la2?: number };
  const [south, north] = [Math.min(la1, la2), Math.max(la1, la2)];
  return {
    extent: [lo1, south, lo1 + dx * (nx - 1), north],
    width: nx,
    height: ny,
    nodes: true,
    southFirst: la1 < la2,
    ...(u.data && { u: u.data }),
    ...(v.data && { v: v.data }),
    ...(parameterUnit !== undefined && { unit: /^m\.s-1$/i.test(parameterUnit) ? 'm/s' : parameterUnit }),
    // A climatology has no year.
    ...(refTime !== undefined && !refTime.startsWith('0000') && { time: refTime }),
  };
}
