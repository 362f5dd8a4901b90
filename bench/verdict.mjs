// What this library sets itself, and whether the measured figures hold it.
import { cellOf } from './summary.mjs';

/** Something counted per cycle that is nothing after rounding. */
const NOTHING = 0.05;

/** Reads ours: a value, or its ratio to the baseline. */
const value = (caseId, title, key) => (cases) => cellOf(cases, caseId, title, 'ours', key)?.value;
const ratio = (caseId, title, key) => (cases) => cellOf(cases, caseId, title, 'ours', key)?.ratio;

const P100 = '100,000 点';
const P500 = '500,000 点';
const POLYGONS = '5,000 多边形';
const MILLION = '1,000,000 点（列式文件）';
const MOUNTS = '1,000 多边形';

/** What, where it is read, the limit, its unit (`÷` is the ratio to ol), and whether more is better. */
const BARS = [
  ['加载 100,000 点', ratio('C', P100, 'ms'), 0.15, '÷'],
  ['加载 100,000 点，最长任务', value('C', P100, 'longest'), 50, 'ms'],
  ['加载 100,000 点，保留内存', ratio('C', P100, 'kept'), 0.2, '÷'],
  ['加载 500,000 点', ratio('C', P500, 'ms'), 0.1, '÷'],
  ['加载 500,000 点，保留内存', ratio('C', P500, 'kept'), 0.2, '÷'],
  ['加载 1,000,000 点', value('C', MILLION, 'ms'), 1500, 'ms'],
  ['1,000,000 点，保留内存', value('C', MILLION, 'kept'), 60, 'MB'],
  ['拖动 1,000,000 点，p95 帧', value('D', MILLION, 'p95'), 33, 'ms'],
  ['拖动 100,000 点，p95 帧', value('D', P100, 'p95'), 17, 'ms'],
  ['拖动 100,000 点，重绘/秒', value('D', P100, 'redraws'), 55, '', 'more'],
  ['拖动 5,000 多边形，p95 帧', value('D', POLYGONS, 'p95'), 17, 'ms'],
  ['拖动 5,000 多边形，重绘/秒', value('D', POLYGONS, 'redraws'), 55, '', 'more'],
  ['聚合 500,000 点，阻塞', value('E', P500, 'blocked'), 50, 'ms'],
  ['聚合 500,000 点，缩放一级', ratio('E', P500, 'step'), 0.05, '÷'],
  ['换专题 100,000 点', ratio('F', P100, 'theme'), 0.05, '÷'],
  ['筛选 100,000 点', ratio('F', P100, 'filter'), 0.08, '÷'],
  ['换专题 5,000 多边形', ratio('F', POLYGONS, 'theme'), 0.25, '÷'],
  ['筛选 5,000 多边形', ratio('F', POLYGONS, 'filter'), 0.25, '÷'],
  ['命中 100,000 点，首次', value('H', P100, 'first'), 1, 'ms'],
  ['命中 100,000 点，p95', value('H', P100, 'p95'), 1, 'ms'],
  ['命中 5,000 多边形，首次', value('H', POLYGONS, 'first'), 1, 'ms'],
  ['命中 5,000 多边形，p95', value('H', POLYGONS, 'p95'), 1, 'ms'],
  ['挂载 50 次，堆', ratio('G', MOUNTS, 'heap'), 1, '÷'],
  ...['nodes', 'listeners', 'canvases'].map((key, i) => [`挂载 50 次，${['节点', '监听器', '画布'][i]}`, value('G', MOUNTS, key), NOTHING, '/次']),
  ['挂载 50 次，Worker', value('G', MOUNTS, 'workers'), 0, '个'],
  ['启动字节（入口与静态引入）', (cases) => cellOf(cases, 'A', '脚本', 'ours', 'start')?.value, 60, 'KiB'],
  ['冷启动，回环', ratio('B', '回环', 'ms'), 0.85, '÷'],
  ['冷启动，10 Mbit/s + 40 ms', ratio('B', '10 Mbit/s + 40 ms', 'ms'), 0.85, '÷'],
];

const number = (one) => (Math.abs(one) >= 10 ? one.toFixed(one % 1 === 0 ? 0 : 1) : one.toFixed(2));

/** Rows of the verdict: what, limit, measured, whether it holds; undefined where nothing was measured. */
export function verdicts(cases) {
  return BARS.map(([what, read, limit, unit, more]) => {
    const measured = read(cases);
    const holds = measured === undefined ? undefined : more ? measured >= limit : measured <= limit;
    return { what, limit: [more ? '≥' : '≤', limit, unit].filter((word) => word !== '').join(' '), measured: measured === undefined ? '–' : number(measured), holds };
  });
}
