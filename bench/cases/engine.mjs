// I: the questions of linked views, put to engines: a brush, groups, limits of classes, a page of a sorted table.
import { interleave, LIMIT_MS } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

/** Libraries of this case are compared with rows as objects, which is what a page has without any. */
const PLAIN = 'engine-plain';

const MEASURES = [
  { key: 'load', label: '载入 ms', read: (one) => one.load, digits: 0, ratio: true },
  { key: 'brush', label: '刷选 ms', read: (one) => one.brush, digits: 2, ratio: true },
  { key: 'group', label: '分组 ms', read: (one) => one.group, digits: 2, ratio: true },
  { key: 'breaks', label: '分级 ms', read: (one) => one.breaks, digits: 2, ratio: true },
  { key: 'page', label: '表格翻页 ms', read: (one) => one.page, digits: 2, ratio: true },
];

const ROWS = [10_000, 100_000, 1_000_000].map((count) => ({ title: `${count.toLocaleString('en')} 行`, count }));

/** Says which engine answers something else than rows as objects do: its times would mean nothing. */
function compareAnswers(run, title, samples) {
  const plain = samples[PLAIN]?.find((one) => one.answers)?.answers;
  for (const [name, list] of Object.entries(samples)) {
    const mine = list.find((one) => one.answers)?.answers;
    for (const what of Object.keys((plain && mine) ?? {})) if (plain[what] !== mine[what]) run.note(`${title}: ${name} 的「${what}」答案不同 / answers ${what} differently`);
  }
}

export const engine = {
  id: 'I',
  title: '数据引擎 · Data engine',
  rounds: 3,
  words: '刷选 = 换一个范围筛选并得到行数、12 类之和、25 个区间的行数；分组 = 换一个类别筛选并得到 12 组的均值与中位数；分级 = 剩余行的四个分位点；表格翻页 = 剩余行按数值从大到小的第 n 个一百行。各问 12 次（百万行 5 次）取中位数，括号里是与同一轮普通对象数组（engine-plain）之比。各库的答案相同，不同会注明。载入含各库自己的预备（索引、排序）。',
  async run(run) {
    const tables = [];
    for (const { title, count } of run.chosen(ROWS)) {
      const act = (tab) => tab.evaluate((job) => window.bench.run(job), [{ count }], LIMIT_MS);
      const samples = await interleave(run, { rounds: run.rounds, libraries: run.libraries, act });
      compareAnswers(run, title, samples);
      tables.push(tableOf(title, samples, MEASURES, run.rounds, PLAIN));
    }
    return tables;
  },
};
