// H: what is at a pixel.
import { median } from '../ratios.mjs';
import { interleave, jobOf, LIMIT_MS, pixels } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

const PROBES = 200;
/** Attributes that every row of the data has. */
const ATTRIBUTES = ['id', 'name', 'kind', 'value'];

function sample(job, run, title) {
  const places = pixels(PROBES);
  return async (tab, name) => {
    await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
    const { first, times, share } = await tab.evaluate((list) => window.bench.probe(list), [places], LIMIT_MS);
    const found = (await tab.evaluate((list) => window.bench.attributes(list), [places], LIMIT_MS)) ?? {};
    const missing = ATTRIBUTES.filter((key) => !(key in found));
    if (missing.length > 0) run.note(`${name}, ${title}: 命中的要素没有 / the hit row has no ${missing.join(' ')}`);
    const sorted = [...times].sort((a, b) => a - b);
    return { first, median: median(times), p95: sorted[Math.floor(sorted.length * 0.95)], share, attributes: ATTRIBUTES.length - missing.length };
  };
}

const MEASURES = [
  { key: 'first', label: '首次 ms', read: (one) => one.first, digits: 1 },
  { key: 'median', label: '中位 ms', read: (one) => one.median, digits: 2 },
  { key: 'p95', label: 'p95 ms', read: (one) => one.p95, digits: 2 },
  { key: 'share', label: '命中率', read: (one) => one.share, digits: 2 },
  { key: 'attributes', label: '可读属性', read: (one) => one.attributes },
];

const PROBED = [
  { title: '100,000 点', kind: 'point', count: 100_000 },
  { title: '5,000 多边形', kind: 'polygon', count: 5000 },
];

export const hits = {
  id: 'H',
  title: '命中 · Hit test',
  rounds: 2,
  words:
    '200 个随机像素，公差 0；首次 = 加载后的第一次。计时精度 0.1 ms。可读属性：命中行的 4 个属性中读到的个数。命中率：答出某一行的像素所占的比例，不是正确率——本库恰好命中画上了颜色的像素；' +
    'ol 在像素周围另画一遍符号，位置与画面不同，沾到一点也算，所以略高。 The hit rate is the share of pixels with an answer, not of right ones: ours hits the pixels a symbol has painted and no other; ol draws the symbols anew, not where they stand in its picture, and counts any trace of one.',
  async run(run) {
    const tables = [];
    for (const { title, kind, count } of run.chosen(PROBED)) {
      const samples = await interleave(run, { rounds: run.rounds, libraries: run.libraries, act: sample(jobOf(kind, count), run, title) });
      tables.push(tableOf(title, samples, MEASURES, run.rounds));
    }
    return tables;
  },
};
