/** AIS ship types in groups a reader of a map can tell apart. */
import { entryIn, type CodeEntry, type CodeScheme } from './scheme.js';

/** Groups of the two-digit ship type that AIS messages carry. There are no standard colours. */
export const AIS_SHIP_GROUP: CodeScheme = {
  scheme: 'ais-ship-group',
  version: 'M.1371-5',
  label: { zh: '船舶类型（AIS）', en: 'Ship type (AIS)' },
  source: 'ITU-R M.1371-5, table of ship and cargo types',
  evidence: 'conventional',
  entries: [
    { code: 'fishing', label: { zh: '渔船', en: 'Fishing vessel' }, glyph: 'vessel' },
    { code: 'tug', label: { zh: '拖轮', en: 'Tug or towing vessel' }, glyph: 'vessel' },
    { code: 'works', label: { zh: '工程作业船', en: 'Dredging, diving or works vessel' }, glyph: 'vessel' },
    { code: 'military', label: { zh: '军用船舶', en: 'Military vessel' }, glyph: 'vessel' },
    { code: 'pleasure', label: { zh: '帆船与游艇', en: 'Sailing or pleasure craft' }, glyph: 'vessel' },
    { code: 'high-speed', label: { zh: '高速船', en: 'High-speed craft' }, glyph: 'vessel' },
    { code: 'wing-in-ground', label: { zh: '地效翼船', en: 'Wing in ground' }, glyph: 'vessel' },
    { code: 'public-service', label: { zh: '公务与救助船', en: 'Pilot, rescue, law enforcement or medical vessel' }, glyph: 'vessel' },
    { code: 'passenger', label: { zh: '客船', en: 'Passenger ship' }, glyph: 'vessel' },
    { code: 'cargo', label: { zh: '货船', en: 'Cargo ship' }, glyph: 'vessel' },
    { code: 'tanker', label: { zh: '油轮与液货船', en: 'Tanker' }, glyph: 'vessel' },
    { code: 'other', label: { zh: '其他船舶', en: 'Other ship' }, glyph: 'vessel' },
    { code: 'unknown', label: { zh: '未知类型', en: 'Unknown type' }, glyph: 'vessel' },
  ],
};

const RANGES: readonly (readonly [from: number, to: number, group: string])[] = [
  [20, 29, 'wing-in-ground'],
  [30, 30, 'fishing'],
  [31, 32, 'tug'],
  [33, 34, 'works'],
  [35, 35, 'military'],
  [36, 37, 'pleasure'],
  [40, 49, 'high-speed'],
  [50, 51, 'public-service'],
  [52, 52, 'tug'],
  [53, 53, 'works'],
  [54, 55, 'public-service'],
  [58, 58, 'public-service'],
  [60, 69, 'passenger'],
  [70, 79, 'cargo'],
  [80, 89, 'tanker'],
  [90, 99, 'other'],
];

/** The group of an AIS ship type, 0–99. Types without a meaning (reserved, 0, out of range, NaN) are 未知类型. */
export function aisGroupOf(type: number): CodeEntry {
  const group = RANGES.find(([from, to]) => type >= from && type <= to)?.[2] ?? 'unknown';
  return entryIn(AIS_SHIP_GROUP, group) as CodeEntry;
}

/** The same as an expression of a field: `if(type >= 30 and type <= 30, 'fishing', …)`. */
export function aisGroupExpression(field: string): string {
  const type = `coalesce([${field}], 0)`;
  const groups = [...new Set(RANGES.map(([, , group]) => group))];
  const within = (group: string): string => RANGES.filter(([, , one]) => one === group).map(([from, to]) => `(${type} >= ${from} and ${type} <= ${to})`).join(' or ');
  return groups.reduceRight((otherwise, group) => `if(${within(group)}, '${group}', ${otherwise})`, "'unknown'");
}
