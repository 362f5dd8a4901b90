// C: load and draw.
import { interleave, jobOf, keepPicture, LIMIT_MS, packedJobOf } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

const MB = 1e6;

/** Loads once; the picture is looked at again later, because a library could say too early that it is complete. */
export function loadSample(job, run, title) {
  return async (tab, name) => {
    const before = await tab.memory();
    const load = await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
    const picture = await tab.screenshot();
    const after = await tab.memory();
    if (!picture.equals(await tab.screenshot())) run.note(`${name}, ${title}: 声明完成后画面仍在变 / the picture changed after it was said to be complete`);
    await keepPicture(tab, `C-${title}-${name}`);
    return { ...load, kept: (after.heap + after.buffers - before.heap - before.buffers) / MB };
  };
}

const MEASURES = [
  { key: 'ms', label: '毫秒', read: (sample) => sample.ms, ratio: true },
  { key: 'blocked', label: '阻塞', read: (sample) => sample.blocked },
  { key: 'longest', label: '最长任务', read: (sample) => sample.longest },
  { key: 'kept', label: '保留 MB', read: (sample) => sample.kept, digits: 1, ratio: true },
];

/** What is loaded: title, job, share of the rounds, for whom. */
const LOADS = [
  { title: '10,000 点', kind: 'point', count: 10_000, share: 1 },
  { title: '100,000 点', kind: 'point', count: 100_000, share: 1 },
  { title: '500,000 点', kind: 'point', count: 500_000, share: 1 / 3 },
  { title: '5,000 多边形', kind: 'polygon', count: 5000, share: 1 },
  { title: '1,000,000 点（列式文件）', kind: 'point', count: 1_000_000, packed: true, share: 1 },
];

export const load = {
  id: 'C',
  title: '加载并绘制 · Load and draw',
  rounds: 3,
  words: '到完整画面的毫秒；阻塞 = 主线程超过 50 ms 的任务之和；保留 = 回收后 JS 堆与缓冲区的增量，页面与 Worker 合计。',
  async run(run) {
    const tables = [];
    for (const { title, kind, count, packed, share } of run.chosen(LOADS)) {
      const rounds = Math.max(1, Math.round(run.rounds * share));
      const libraries = packed ? run.libraries.filter(({ name }) => name === 'ours') : run.libraries;
      if (libraries.length === 0) continue;
      const job = packed ? await packedJobOf(count) : jobOf(kind, count);
      const samples = await interleave(run, { rounds, libraries, act: loadSample(job, run, title) });
      tables.push(tableOf(title, samples, MEASURES, rounds));
    }
    return tables;
  },
};
