/** The shape of tide stations: one row a constituent. */
import type { DatasetSchema, FieldSchema } from '@yizhangtu/data/model';

/** 警戒潮位, from the lowest to the highest: field, colour word of charts, words. */
export const WARN_LEVELS = [
  { field: 'warnBlueCm', color: 'blue', label: { zh: '蓝色警戒', en: 'Blue warning' } },
  { field: 'warnYellowCm', color: 'yellow', label: { zh: '黄色警戒', en: 'Yellow warning' } },
  { field: 'warnOrangeCm', color: 'orange', label: { zh: '橙色警戒', en: 'Orange warning' } },
  { field: 'warnRedCm', color: 'red', label: { zh: '红色警戒', en: 'Red warning' } },
] as const;

const warnFields: readonly FieldSchema[] = WARN_LEVELS.map(({ field, label }) => ({
  name: field,
  label: { zh: `${label.zh}潮位`, en: `${label.en} level` },
  kind: 'number',
  unit: 'cm',
  digits: 0,
}));

/** Harmonic constituents of tide stations. `station`, `constituent`, `amplitudeCm` and `phaseDeg` are needed; all levels are over the zero of the station's gauge. */
export const TIDE: DatasetSchema = {
  id: 'marine/tide@1',
  label: { zh: '潮汐调和常数', en: 'Tidal constituents' },
  titleField: 'name',
  fields: [
    { name: 'station', label: { zh: '站号', en: 'Station' }, kind: 'text', plain: true, required: true },
    { name: 'name', label: { zh: '站名', en: 'Name' }, kind: 'text' },
    { name: 'nameEn', label: { zh: '英文名', en: 'English name' }, kind: 'text' },
    { name: 'meanLevelCm', label: { zh: '平均海面', en: 'Mean sea level' }, kind: 'number', unit: 'cm', digits: 1 },
    { name: 'constituent', label: { zh: '分潮', en: 'Constituent' }, kind: 'text', required: true },
    { name: 'amplitudeCm', label: { zh: '振幅', en: 'Amplitude' }, kind: 'number', unit: 'cm', digits: 2, required: true },
    { name: 'phaseDeg', label: { zh: '迟角（格林尼治）', en: 'Phase at Greenwich' }, kind: 'number', unit: '°', digits: 2, required: true },
    ...warnFields,
    { name: 'warnSource', label: { zh: '警戒潮位来源', en: 'Source of the warning levels' }, kind: 'text' },
  ],
};
