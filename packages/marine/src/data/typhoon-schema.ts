/** The shape of typhoon tracks: one row a position. */
import type { DatasetSchema, FieldSchema } from '@yizhangtu/data/model';
import { CIRCLE_FORCES, WIND_CIRCLE, type CircleForce } from '../symbology/wind-circle.js';

/** Quadrants of a wind circle, clockwise from north, as fields and bulletins name them. */
export const QUADRANTS = ['Ne', 'Se', 'Sw', 'Nw'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

const QUADRANT_WORDS: Readonly<Record<Quadrant, { readonly zh: string; readonly en: string }>> = {
  Ne: { zh: '东北', en: 'north-east' },
  Se: { zh: '东南', en: 'south-east' },
  Sw: { zh: '西南', en: 'south-west' },
  Nw: { zh: '西北', en: 'north-west' },
};

/** Name of the field with the radius of a wind circle in one quadrant, in km: `r7NeKm`. */
export function radiusField(force: CircleForce, quadrant: Quadrant): string {
  return `r${force}${quadrant}Km`;
}

function radiusFields(force: CircleForce): FieldSchema[] {
  const circle = WIND_CIRCLE.entries.find(({ code }) => code === force)?.label ?? { zh: force, en: force };
  return QUADRANTS.map((quadrant) => {
    const { zh, en } = QUADRANT_WORDS[quadrant];
    return { name: radiusField(force, quadrant), label: { zh: `${circle.zh}半径（${zh}）`, en: `${circle.en}, radius ${en}` }, kind: 'number', unit: 'km', digits: 0 };
  });
}

/**
 * Positions of tropical cyclones. `storm` and `time` are needed, with a place; everything else may be missing. Winds are highest mean winds near the centre
 * as their source gives them: two minutes in China, ten minutes in IBTrACS and Japan.
 */
export const TYPHOON: DatasetSchema = {
  id: 'marine/typhoon@1',
  label: { zh: '台风路径', en: 'Typhoon tracks' },
  titleField: 'name',
  fields: [
    { name: 'storm', label: { zh: '台风标识', en: 'Storm id' }, kind: 'text', plain: true, required: true },
    { name: 'number', label: { zh: '编号', en: 'Number' }, kind: 'text', plain: true },
    { name: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text' },
    { name: 'nameEn', label: { zh: '英文名', en: 'English name' }, kind: 'text' },
    { name: 'time', label: { zh: '时间', en: 'Time' }, kind: 'date', required: true },
    { name: 'class', label: { zh: '强度', en: 'Class' }, kind: 'text', codes: { scheme: 'typhoon-class' } },
    { name: 'windMs', label: { zh: '最大风速', en: 'Highest wind' }, kind: 'number', unit: 'm/s', digits: 1 },
    { name: 'pressureHpa', label: { zh: '中心气压', en: 'Central pressure' }, kind: 'number', unit: 'hPa', digits: 0, plain: true },
    { name: 'moveKmh', label: { zh: '移动速度', en: 'Speed' }, kind: 'number', unit: 'km/h', digits: 0 },
    { name: 'moveDeg', label: { zh: '移动方向', en: 'Direction' }, kind: 'number', unit: '°', digits: 0 },
    ...CIRCLE_FORCES.flatMap(radiusFields),
  ],
};
