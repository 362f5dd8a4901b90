/** The shape of districts, with their residents and sports grounds: one row a district, with an outline. */
import type { DatasetSchema } from '@yizhangtu/data/model';

/** Districts. `areaPerCapita` is all sports grounds over all residents. */
export const DISTRICT: DatasetSchema = {
  id: 'fitness/district@1',
  label: { zh: '区市（示意）', en: 'Districts (schematic)' },
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text', required: true },
    { name: 'areaPerCapita', label: { zh: '人均场地面积', en: 'Area per resident' }, unit: '㎡', digits: 2, kind: 'number' },
    { name: 'areaM2', label: { zh: '场地面积', en: 'Area' }, unit: '㎡', digits: 0, kind: 'number' },
    { name: 'population', label: { zh: '常住人口（2020 年）', en: 'Residents (2020)' }, unit: '人', digits: 0, kind: 'number' },
    { name: 'note', label: { zh: '边界', en: 'Outline' }, values: { 示意: { zh: '示意', en: 'schematic' } } },
    { name: 'adcode', internal: true },
    { name: 'en', internal: true },
    { name: 'noteEn', internal: true },
    { name: 'labelLon', internal: true },
    { name: 'labelLat', internal: true },
  ],
};
