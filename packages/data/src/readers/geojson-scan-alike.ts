/**
 * Features written exactly like one before, as programs write all of a file. What stands between the values is compared four bytes at a
 * time and only the values are read; whatever differs is left to the general way, which takes it or not. Either way the row is the same.
 */
import { CELL, HEIGHT, ID, X, Y, type Pattern } from './feature-pattern.js';
import type { FeatureBytes } from './geojson-scan-feature.js';
import { scanId, scanPlainCell } from './geojson-scan-values.js';
import { DONE } from './json-bytes.js';
import { scanNumber } from './json-number.js';
import type { ScannedField } from './scanned-fields.js';
import { OUTSIDE, SILENT, verdictOf } from './swapped.js';

/** Reads a feature by a pattern and adds it as a row. False if it is another one: then nothing is added, and the place is anywhere. */
export function scanAlike(s: FeatureBytes, pattern: Pattern): boolean {
  const { reader } = s;
  const { kinds, fields } = pattern;
  const row = reader.places.length;
  let x = 0;
  let y = 0;
  for (let step = 0; ; step++) {
    if (!skipStretch(s, pattern, step)) return takeBack(s, row);
    const kind = kinds[step];
    if (kind === CELL) {
      if (scanPlainCell(s, fields[step] as ScannedField, row) !== DONE) return takeBack(s, row);
    } else if (kind === X) x = scanNumber(s);
    else if (kind === Y) y = scanNumber(s);
    else if (kind === ID) {
      if (scanId(s, reader.ids, row) !== DONE) return takeBack(s, row);
    } else if (kind === HEIGHT) {
      if (Number.isNaN(scanNumber(s))) return takeBack(s, row);
    } else break;
  }
  // Not a number, or beyond all numbers.
  if (x - x !== 0 || y - y !== 0) return takeBack(s, row);
  const verdict = reader.degrees ? verdictOf(x, y) : SILENT;
  if (verdict === OUTSIDE) return takeBack(s, row);
  reader.geometry.addPoint(x, y);
  reader.verdicts.push(verdict);
  reader.places.push(s.total);
  return true;
}

/** Goes over the bytes before a value, or behind the last one. False if they are others. */
function skipStretch(s: FeatureBytes, { lengths, ends, words }: Pattern, step: number): boolean {
  const { view } = s;
  const length = lengths[step] as number;
  const next = s.at + length;
  // Four bytes are looked at, of which some may lie behind the stretch.
  if (next + 4 > view.byteLength) return false;
  const last = (ends[step] as number) - 1;
  if (length < 4) return length > 0 && ((view.getInt32(s.at, true) ^ (words[last] as number)) << (32 - 8 * length)) === 0 && goTo(s, next);
  let i = step === 0 ? 0 : (ends[step - 1] as number);
  for (let { at } = s; i < last; i++, at += 4) if (view.getInt32(at, true) !== words[i]) return false;
  return view.getInt32(next - 4, true) === words[last] && goTo(s, next);
}

function goTo(s: FeatureBytes, at: number): true {
  s.at = at;
  return true;
}

function takeBack({ reader }: FeatureBytes, row: number): false {
  reader.fields.takeBack(row);
  reader.ids.takeBack(row);
  return false;
}
