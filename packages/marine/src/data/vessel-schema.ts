/** The shape of vessel positions: one row a fix. */
import type { DatasetSchema } from '@yizhangtu/data/model';

/**
 * Fixes of vessels as AIS or 北斗 gives them. `mmsi` and a place are needed; everything else may be missing. Values that AIS has for «not available» (heading
 * 511, course 360, speed 102.3, status 15, longitude 181, latitude 91) may stand as they are. The fields from `group` on are worked out.
 */
export const VESSEL: DatasetSchema = {
  id: 'marine/vessel@1',
  label: { zh: '船舶动态', en: 'Vessel positions' },
  titleField: 'name',
  fields: [
    { name: 'mmsi', label: { zh: 'MMSI', en: 'MMSI' }, plain: true, required: true },
    { name: 'time', label: { zh: '船位时间', en: 'Time of fix' }, kind: 'date' },
    { name: 'name', label: { zh: '船名', en: 'Name' }, kind: 'text' },
    { name: 'callSign', label: { zh: '呼号', en: 'Call sign' }, kind: 'text' },
    { name: 'type', label: { zh: '船舶类型代码', en: 'Ship type code' }, kind: 'number', digits: 0, plain: true, internal: true },
    { name: 'sogKn', label: { zh: '航速', en: 'Speed' }, kind: 'number', unit: 'kn', digits: 1 },
    { name: 'cogDeg', label: { zh: '航迹向', en: 'Course' }, kind: 'number', unit: '°', digits: 0 },
    { name: 'headingDeg', label: { zh: '船首向', en: 'Heading' }, kind: 'number', unit: '°', digits: 0 },
    { name: 'navStatus', label: { zh: '航行状态', en: 'Status' }, codes: { scheme: 'ais-nav-status' } },
    { name: 'lengthM', label: { zh: '船长', en: 'Length' }, kind: 'number', unit: 'm', digits: 0 },
    { name: 'draughtM', label: { zh: '吃水', en: 'Draught' }, kind: 'number', unit: 'm', digits: 1 },
    { name: 'dest', label: { zh: '目的地', en: 'Destination' }, kind: 'text' },
    { name: 'group', label: { zh: '船舶类型', en: 'Ship type' }, kind: 'text', codes: { scheme: 'ais-ship-group' } },
    { name: 'ageMin', label: { zh: '船位距今', en: 'Age of fix' }, kind: 'number', unit: '分钟', digits: 0 },
    { name: 'bowDeg', label: { zh: '图上朝向', en: 'Drawn direction' }, kind: 'number', unit: '°', digits: 0, internal: true },
    { name: 'look', label: { zh: '图上分类', en: 'Drawn class' }, kind: 'text', codes: { scheme: 'vessel-look' }, internal: true },
  ],
};
