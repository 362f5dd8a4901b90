/** Values of an expression itself as SQL. */
import type { Column } from '../model/types.js';
import { numberText, quotedText } from './values.js';

/** A value of a kind, as expressions have it. */
export function literalSql(kind: Column['kind'], value: number | string | undefined): string {
  if (kind === 'text') return value === undefined ? 'CAST(NULL AS Nullable(String))' : quotedText(String(value));
  if (kind === 'boolean') return value === 2 || value === undefined ? '1' : value === 1 ? '2' : '0';
  // Of one type, whatever the digits: the server mixes no wide whole numbers with decimals.
  return typeof value === 'number' && Number.isFinite(value) ? `toFloat64(${numberText(value)})` : 'nan';
}
