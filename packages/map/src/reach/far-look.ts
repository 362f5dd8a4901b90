/** What the look of a layer needs of all rows: classes that stay when the map moves, and the largest number that sizes are measured by. */
import { isAbort, YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { fieldNames } from '../fields/fields-symbology.js';
import { farTotals, type FarTotals } from './far-totals.js';
import { askedLargest, askedSymbology, classOfRows, type Symbology } from '@yizhangtu/data/symbology';

/** What a layer says of its look. */
export interface LookAsked {
  readonly symbology: string;
  readonly sizeField?: string | undefined;
  /** Most rows that are fetched. */
  readonly limit: number;
}

/** What was found out. */
export interface FarLook extends FarTotals {
  /** Of all rows; undefined where each row has a look of its own, or the words cannot be used, which the layer says itself. */
  readonly symbology?: Symbology | undefined;
  readonly error?: YztError | undefined;
  /** The largest number of the field of sizes; of several fields the largest total. */
  readonly largest?: number | undefined;
}

/** How a layer is drawn when nothing else is said. */
const DEFAULT = 'fixed:data-1';

async function symbologyFor(spec: string, whole: RemoteDataset, tag: string): Promise<Pick<FarLook, 'symbology' | 'error'>> {
  try {
    return { symbology: await askedSymbology(spec || DEFAULT, whole) };
  } catch (reason) {
    if (isAbort(reason) || !(reason instanceof YztError)) throw reason;
    if (reason.code !== 'not-answerable') return {};
    const { zh, en } = reason.text;
    const error = new YztError(reason.code, { zh: `<${tag}> 的 ${zh}`, en: `<${tag}>: ${en}` }, { cause: reason });
    return { symbology: await askedSymbology(DEFAULT, whole), error };
  }
}

/** Asks what a look needs to know of all rows, filtered or not. @param tag Of the layer, for errors. */
export async function farLook({ symbology, sizeField, limit }: LookAsked, whole: RemoteDataset, tag: string): Promise<FarLook> {
  // Shares of several fields are those of each row.
  if (symbology.startsWith('fields:')) return farTotals(fieldNames(symbology), whole, limit);
  const known = symbologyFor(symbology, whole, tag);
  const largest = sizeField && whole.column(sizeField)?.kind === 'number' ? askedLargest(sizeField, whole) : undefined;
  return { ...(await known), largest: await largest };
}

/** A symbology of all rows with the classes of those that are here. */
export function forRows(symbology: Symbology, rows: Dataset): Symbology {
  const classOf = classOfRows(symbology, rows);
  return { ...symbology, classOf: Uint8Array.from({ length: rows.rowCount }, (_, row) => classOf(row)) };
}
