import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { symbologyOf } from '@yizhangtu/data/symbology';
import { classCounts, clusterWords, selectionWords, shareWords, spiderWords } from './cluster-words.js';
import { legOfKey } from '../point-layer/spider-panel.js';

const kinds = ['足球场', '足球场', '足球场', '游泳馆', '篮球馆', '步道', '滑冰场'];
const dataset = Dataset.fromColumns({ coordinates: new Float64Array(2 * kinds.length), columns: { kind: kinds } });
const symbology = symbologyOf('class:kind', dataset);
const all = Uint32Array.from(kinds.keys());
const format = (value: number) => String(value);

describe('shareWords', () => {
  it('names the largest classes and sums up the rest', () => {
    expect(classCounts(symbology, { rows: all }).map(({ count }) => count)).toEqual([3, 1, 1, 1, 1]);
    const { zh, en } = shareWords(symbology, { rows: all });
    expect(zh).toMatch(/^足球场 43%，.* 14%，.* 14%，.* 14%，其余 14%$/);
    expect(en).toMatch(/others 14%$/);
    expect(shareWords(symbology, { rows: new Uint32Array(0), classCounts: [30, 10, 10, 10, 10] })).toEqual({ zh, en });
  });

  it('says nothing about a single class', () => {
    expect(shareWords(symbologyOf('fixed:data-1', dataset), { rows: all })).toEqual({ zh: '', en: '' });
    expect(clusterWords(7, { zh: '', en: '' }, 'zoomed', format)).toEqual({ zh: '聚合点共 7 处。已放大。', en: 'Cluster of 7. Zoomed in.' });
  });
});

describe('words', () => {
  it('say how much of a place is listed', () => {
    expect(spiderWords(7, 7, format).zh).toBe('此处 7 处');
    expect(spiderWords(60, 900, format)).toEqual({ zh: '此处 900 处，列出前 60 处', en: '900 at this place, the first 60 listed' });
    expect(selectionWords(40, true, format).zh).toBe('已选中该聚合点的 40 处。');
  });
});

describe('legOfKey', () => {
  it('goes round with the arrows', () => {
    expect([legOfKey('ArrowRight', 6, 7), legOfKey('ArrowUp', 0, 7), legOfKey('Home', 3, 7), legOfKey('End', 3, 7), legOfKey('a', 3, 7)]).toEqual([0, 6, 0, 6, undefined]);
  });
});
