/** Pure logic of the coordinate readout: which formats there are, and the next one. */
import { zoneOf, type CoordinateFormat } from '@yizhangtu/map/crs';

/** Formats offered where the page names none: ° ′ ″, degrees. */
export const DEFAULT_FORMATS: readonly CoordinateFormat[] = ['dms', 'degrees'];

/** The format a word names: `degrees`, `dms`, `minutes`, or a CGCS2000 zone as `4549` or `EPSG:4549`. Undefined for any other. */
export function formatOf(word: string): CoordinateFormat | undefined {
  const name = word.trim().toLowerCase();
  if (name === 'degrees' || name === 'dms' || name === 'minutes') return name;
  const code = /^(?:epsg:)?(\d{4,5})$/.exec(name)?.[1];
  return code !== undefined && zoneOf(`EPSG:${code}`) ? `EPSG:${Number(code)}` : undefined;
}

/** The formats that words name, each once. */
export function formatList(words: string | undefined): CoordinateFormat[] {
  const formats = (words ?? '').split(/[\s,|]+/).map(formatOf);
  return [...new Set(formats.filter((format): format is CoordinateFormat => format !== undefined))];
}

/** The format after another one, round and round. */
export function nextFormat(formats: readonly CoordinateFormat[], format: CoordinateFormat): CoordinateFormat {
  return formats[(formats.indexOf(format) + 1) % formats.length] ?? format;
}
