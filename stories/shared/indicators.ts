/** A table of indicators as a department keeps one. Seeded: 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
import { t } from './words.js';

export function seededIndicators(): Dataset {
  const row = (zh: string, en: string, value: number, unit: string, target: number | null, year: number, period: number, lower: boolean, series: string): readonly unknown[] => [t(zh, en), value, unit, target, year, period, lower, series];
  const rows = [
    row('人均体育场地面积', 'Sports area per head', 2.63, '㎡', 2.6, 2.48, 2.61, false, '2.31,2.36,2.42,2.48,2.55,2.61,2.63'),
    row('健身设施完好率', 'Facilities in good order', 96.2, '%', 98, 95.4, 96, false, '94,94.8,95.4,95.1,95.9,96,96.2'),
    row('场馆开放率', 'Venues open', 78.4, '%', 90, 74.1, 79.2, false, '70,72.5,74.1,76,77.5,79.2,78.4'),
    row('投诉平均办结时长', 'Time to settle complaints', 31.5, t('小时', 'h'), 36, 40.2, 33, true, '44,42,40.2,38,35,33,31.5'),
    row('全年赛事活动', 'Events this year', 412, t('场', 'events'), 400, 366, 371, false, '35,80,141,203,290,371,412'),
    row('持证社会体育指导员', 'Certified instructors', 28_640, t('人', 'people'), 30_000, 26_900, 28_210, false, '25.4,26.1,26.9,27.3,27.8,28.2,28.6'),
    row('设施报修超期', 'Repairs overdue', 17, t('件', 'cases'), 10, 12, 15, true, '8,10,12,11,14,15,17'),
    row('健身步道总长', 'Fitness trails', 1_862.4, 'km', null, 1_790, 1_851, false, '1700,1745,1790,1812,1833,1851,1862'),
  ];
  const names = [t('指标名', 'name'), t('值', 'value'), t('单位', 'unit'), t('目标', 'target'), t('同期', 'previous'), t('上期', 'previous period'), t('越低越好', 'lower is better'), t('走势', 'trend')];
  const columns = Object.fromEntries(names.map((name, i) => [name, rows.map((one) => one[i])]));
  return Dataset.fromColumns({ columns: columns as Record<string, string[]> }, { provenance: { source: t('市体育局（示例）', 'Sports bureau (example)'), updated: '2026-06-30', example: true } });
}
