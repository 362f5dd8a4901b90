/** How a file was read, in words. Pure. */
import type { YztError } from '@yizhangtu/base/errors';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Text } from '@yizhangtu/base/locale';
import type { ReadReport } from '@yizhangtu/data/model';

const FORMATS: Readonly<Record<string, string>> = {
  shapefile: 'Shapefile',
  geojson: 'GeoJSON',
  topojson: 'TopoJSON',
  kml: 'KML',
  gpx: 'GPX',
  csv: 'CSV',
  wkt: 'WKT',
  wkb: 'WKB',
  xlsx: 'Excel',
  geoparquet: 'GeoParquet',
};
const PARCELS: Text = { zh: '界址点文本', en: 'boundary points' };
const DEGREES: Text = { zh: '经纬度', en: 'degrees' };
/** Systems that are called by what they are. */
const LON_LAT: readonly string[] = ['EPSG:4326', 'EPSG:4490', 'CRS84'];

/** Encodings to choose from; `TextDecoder` knows all of them. */
export const ENCODINGS: readonly (readonly [value: string, label: Text])[] = [
  ['utf-8', { zh: 'UTF-8', en: 'UTF-8' }],
  ['gb18030', { zh: 'GB18030（GBK）', en: 'GB18030 (GBK)' }],
  ['big5', { zh: 'Big5（繁体）', en: 'Big5' }],
  ['utf-16le', { zh: 'UTF-16', en: 'UTF-16' }],
  ['windows-1252', { zh: '西欧', en: 'Western' }],
];

/** What was understood of a file: rows, format, encoding, system, layer. */
export function readWords({ kept, source }: ReadReport): Text {
  const rows = formatNumber(kept, {});
  const format = source && (source.format === 'parcels' ? PARCELS : { zh: FORMATS[source.format] ?? source.format, en: FORMATS[source.format] ?? source.format });
  const encoding = source?.encoding?.toUpperCase();
  const crs = source?.crs;
  const system = crs === undefined ? undefined : LON_LAT.includes(crs) ? { zh: `${DEGREES.zh} ${crs}`, en: `${DEGREES.en} ${crs}` } : { zh: `${crs} → 经纬度`, en: `${crs} → degrees` };
  const layer = source?.layers && source.layers.length > 1 ? source.layer : undefined;
  const parts = (language: 'zh' | 'en'): string[] => [language === 'zh' ? `${rows} 行` : `${rows} ${kept === 1 ? 'row' : 'rows'}`, format?.[language], encoding, system?.[language], layer].filter((part) => part !== undefined);
  return { zh: parts('zh').join(' · '), en: parts('en').join(' · ') };
}

/** Notes after which a person may want to choose something. */
const UNSURE: readonly string[] = ['no-crs', 'bad-letters', 'bad-bytes', 'other-layers'];

/** Whether a person should look at how a file was read. */
export function isUnsure(report: ReadReport | undefined, error: YztError | undefined): boolean {
  if (error) return error.code === 'unknown-crs' || error.code === 'bad-encoding';
  return report?.notes.some(({ kind }) => UNSURE.includes(kind)) ?? false;
}

/** How a file is read where a person has chosen. */
export interface ReadChoices {
  readonly encoding?: string;
  readonly crs?: string;
  readonly layer?: string;
}

/** Choices with one changed; an empty value is no choice. */
export function chosen(choices: ReadChoices, name: keyof ReadChoices, value: string): ReadChoices {
  const { [name]: _before, ...rest } = choices;
  return value === '' ? rest : { ...rest, [name]: value };
}
