/** Places of a known system to degrees, in slices: a file of a million vertices must not stop the page. */
import { YztError } from '@yizhangtu/base/errors';
import { crsTransform, type CrsTransform } from '../crs/crs-transforms.js';
import type { Table } from '../model/types.js';
import type { RawTable } from '../readers/types.js';
import { unknownCrs } from '../readers/unknown-crs.js';
import { drive, type Steps } from '../steps/drive.js';
import { withoutSecrets } from '../request/address.js';
import type { LoadSource } from './loader.js';

/** Numbers that are transformed in one go: a few ms. */
const PIECE = 8192;

/** A table with its places in degrees. @throws YztError `unknown-crs` if nobody knows the system; DOMException `AbortError` when stopped. */
export async function inDegrees(raw: RawTable, { src, options }: LoadSource, signal: AbortSignal): Promise<Table> {
  const { crs, ...table } = raw;
  const { geometry } = table;
  if (crs === undefined || geometry.kind === 'none') return table;
  const name = options?.name ?? (src === undefined ? 'data' : withoutSecrets(new URL(src, document.baseURI).href));
  const transform = await transformOf(crs, name);
  if (!transform) throw unknownCrs(name, crs);
  await drive(steps(geometry.coordinates, transform), { signal });
  return table;
}

async function transformOf(crs: string, name: string): Promise<CrsTransform | undefined> {
  try {
    return await crsTransform(crs);
  } catch (reason) {
    if (!(reason instanceof YztError)) throw reason;
    // Who knows coordinate systems knows nothing of files.
    throw new YztError(reason.code, { zh: `<yzt-dataset>：${name} 的${reason.text.zh}`, en: `<yzt-dataset>: ${name}: ${reason.text.en}` }, { cause: reason });
  }
}

function* steps(coordinates: Float64Array, transform: CrsTransform): Steps<void> {
  for (let from = 0; from < coordinates.length; from += PIECE) {
    transform(coordinates.subarray(from, from + PIECE));
    yield from / coordinates.length;
  }
}
