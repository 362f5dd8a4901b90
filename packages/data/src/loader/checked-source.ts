import { hint } from '@yizhangtu/base/hints';
import type { ReadFormat, ReadOptions } from '../readers/types.js';
import type { LoadSource } from './loader.js';

const FORMATS: readonly ReadFormat[] = ['geojson', 'topojson', 'csv', 'wkt', 'wkb', 'parcels', 'packed', 'flatgeobuf', 'shapefile', 'kml', 'gpx', 'xlsx', 'geoparquet', 'zip'];

/** A source without what cannot be used in it; the author of the page is told. @param subject Element whose attributes they are. */
export function checkedSource(source: LoadSource, subject?: Element): LoadSource {
  const { timeLimit, options } = source;
  let checked = source;
  if (timeLimit !== undefined && !(timeLimit > 0)) {
    sayUnused('time-limit', timeLimit, '30', subject);
    checked = { ...checked, timeLimit: undefined };
  }
  const format: string | undefined = options?.format;
  if (format !== undefined && !FORMATS.some((known) => known === format)) {
    sayUnused('format', format, FORMATS.join('|'), subject);
    const { format: _unused, ...rest }: ReadOptions = options ?? {};
    checked = { ...checked, options: rest };
  }
  return checked;
}

function sayUnused(name: string, value: unknown, example: string, subject: Element | undefined): void {
  const tag = subject?.localName ?? 'yzt-dataset';
  const shown = (subject?.getAttribute(name) ?? String(value)).slice(0, 80);
  hint(
    'bad-attribute',
    {
      zh: `<${tag}> 的 ${name}="${shown}" 无法使用，已忽略。请写成 ${name}="${example}"。`,
      en: `<${tag}>: ${name}="${shown}" cannot be used and is ignored. Write ${name}="${example}".`,
    },
    subject,
  );
}
