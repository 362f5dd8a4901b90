/** What a described coordinate system is: degrees, a zone of CGCS2000, another one with a code, or one that nobody may guess. */
import type { Text } from '@yizhangtu/base/locale';
import { chineseDatum, degreesCode, zoneCode, type ChineseDatum } from '../readers/chinese-zones.js';
import { crsNodes, crsTree, type CrsNode } from './crs-text.js';

/** A system a text describes. */
export interface FoundCrs {
  /** Name as the source has it. */
  readonly name: string;
  /** `EPSG:4528`; undefined for one without. */
  readonly code?: string;
  /** Why coordinates in it cannot be read, unless the page knows how to transform the code. */
  readonly refused?: Text;
}

type Datum = ChineseDatum | 'wgs84' | 'other';

const WGS84 = /wgs[\s_]*(?:19)?84|world[\s_]*geodetic[\s_]*system[\s_]*1984/i;
const NAMES: Readonly<Record<'xian80' | 'beijing54', Text>> = {
  xian80: { zh: '1980 西安坐标系', en: 'Xian 1980' },
  beijing54: { zh: '1954 北京坐标系', en: 'Beijing 1954' },
};

/** How far a parameter may be from a round number: files write 0.9996 in many ways. */
const NEAR = 1e-6;
/** The system a text describes. Undefined for a text that describes none. */
export function crsOfText(text: string): FoundCrs | undefined {
  const tree = crsTree(text.replace(/^\ufeff/, '').trim());
  if (!tree || !/^(?:PROJ|GEOG|GEOD|COMPD|COMPOUND|BOUND)/.test(tree.keyword)) return undefined;
  const top = /^(?:COMPD|COMPOUND|BOUND)/.test(tree.keyword) ? crsNodes(tree, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS', 'GEOGCS', 'GEOGCRS', 'GEODCRS')[0] : tree;
  if (!top) return undefined;
  const name = String(top.values[0] ?? '');
  const datum = datumOf(top, name);
  return top.keyword.startsWith('PROJ') ? projected(top, name, datum) : geographic(top, name, datum);
}

function datumOf(node: CrsNode, name: string): Datum {
  const words = [...crsNodes(node, 'DATUM', 'TRF', 'GEODETICDATUM', 'ENSEMBLE', 'GEOGCS', 'BASEGEOGCRS', 'BASEGEODCRS')].map(({ values }) => String(values[0] ?? ''));
  for (const word of [...words, name]) {
    const hit = chineseDatum(word) ?? (WGS84.test(word) ? 'wgs84' : undefined);
    if (hit) return hit;
  }
  return 'other';
}

/** The code a source gives itself, if it does. */
function authority(node: CrsNode): string | undefined {
  const own = node.children.find(({ keyword, values }) => (keyword === 'AUTHORITY' || keyword === 'ID') && /^epsg$/i.test(String(values[0])));
  return own ? `EPSG:${own.values[1] ?? ''}` : undefined;
}

function geographic(node: CrsNode, name: string, datum: Datum): FoundCrs {
  if (isChinese(datum)) return { code: degreesCode(datum), name, ...refusal(datum) };
  if (datum === 'wgs84') return { code: 'EPSG:4326', name };
  // Others without a code are degrees all the same; their shift is for whoever made the file to know.
  return { code: authority(node) ?? (/nad.?83|north_american_1983/i.test(name) ? 'EPSG:4269' : /etrs/i.test(name) ? 'EPSG:4258' : 'EPSG:4326'), name };
}

function parameter(node: CrsNode, pattern: RegExp): number | undefined {
  const value = crsNodes(node, 'PARAMETER').find(({ values }) => pattern.test(String(values[0])))?.values[1];
  return typeof value === 'number' ? value : undefined;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < NEAR;
}

function projected(node: CrsNode, name: string, datum: Datum): FoundCrs {
  const method = String(crsNodes(node, 'PROJECTION', 'METHOD')[0]?.values[0] ?? '');
  const transverse = /transverse[\s_]*mercator|gauss/i.test(method) && !/oblique|south/i.test(method);
  if (isChinese(datum) && transverse) return zoneOf(node, name, datum);
  const code = authority(node);
  if (code !== undefined) return { code, name };
  if (datum === 'wgs84' && /web[\s_]*mercator|pseudo[\s_-]*mercator|mercator_auxiliary/i.test(`${name} ${method}`)) return { code: 'EPSG:3857', name };
  const utm = datum === 'wgs84' && transverse ? /utm[\s_]*zone[\s_]*(\d{1,2})\s*([ns])?/i.exec(name) : null;
  if (utm) return { code: `EPSG:${(/s/i.test(utm[2] ?? '') ? 32_700 : 32_600) + Number(utm[1])}`, name };
  return { refused: noCode(), name };
}

/** A zone by its meridian and false easting: names are written in many ways, numbers are not. */
function zoneOf(node: CrsNode, name: string, datum: ChineseDatum): FoundCrs {
  const meridian = parameter(node, /central_meridian|longitude.*(?:natural|origin|cent)/i);
  const easting = parameter(node, /false.easting/i);
  const scale = parameter(node, /scale/i) ?? 1;
  const northing = parameter(node, /false.northing/i) ?? 0;
  const origin = parameter(node, /latitude.*(?:origin|natural)/i) ?? 0;
  if (meridian === undefined || easting === undefined) return { refused: noCode(), name };
  const unit = node.children.find(({ keyword }) => keyword === 'UNIT' || keyword === 'LENGTHUNIT')?.values[1] ?? 1;
  const plain = near(scale, 1) && near(northing, 0) && near(origin, 0) && unit === 1;
  const code = plain ? zoneCode(meridian, easting, datum) : undefined;
  return code === undefined ? { refused: local(meridian, easting), name } : { code, name, ...refusal(datum) };
}

function isChinese(datum: Datum): datum is ChineseDatum {
  return datum !== 'wgs84' && datum !== 'other';
}

function refusal(datum: ChineseDatum): Pick<FoundCrs, 'refused'> {
  return datum === 'cgcs2000' ? {} : { refused: oldDatum(datum) };
}

function oldDatum(datum: 'xian80' | 'beijing54'): Text {
  const { zh, en } = NAMES[datum];
  return {
    zh: `是${zh}，到 CGCS2000 的转换参数各地不同且不公开，不能猜测。请用测绘部门的参数转换为 CGCS2000，或写明 crs`,
    en: `are in ${en}; the parameters that lead to CGCS2000 differ from place to place and are not public, so nothing is guessed. Convert them with those of the surveying authority, or name the crs`,
  };
}

function noCode(): Text {
  return { zh: '的坐标系没有 EPSG 代码，也不是 CGCS2000 分带。请转换为 CGCS2000 或经纬度，或写明 crs', en: 'have a coordinate system without an EPSG code that is no zone of CGCS2000. Convert them to CGCS2000 or degrees, or name the crs' };
}

function local(meridian: number, easting: number): Text {
  return {
    zh: `是独立坐标系（中央经线 ${meridian}°，东偏 ${easting} m），不是标准分带。请转换为标准分带，或用 registerDefinition() 登记后写明 crs`,
    en: `are in a local system (central meridian ${meridian}°, false easting ${easting} m), no standard zone. Convert them to a standard zone, or register it with registerDefinition() and name the crs`,
  };
}
