// E: clustering: building, and steps of zoom.
import { median } from '../ratios.mjs';
import { interleave, jobOf, keepPicture, LIMIT_MS } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';
import { VIEW } from '../data.mjs';

const STEPS = [1, 2, 3, 2, 1, 0].map((up) => VIEW.zoom + up);

function sample(job, run, title) {
  return async (tab, name) => {
    const build = await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
    await keepPicture(tab, `E-${title}-${name}`);
    const steps = [];
    for (const zoom of STEPS) {
      steps.push((await tab.evaluate((to) => window.bench.change('zoomTo', to), [zoom], LIMIT_MS)).ms);
      const picture = await tab.screenshot();
      await new Promise((resolve) => setTimeout(resolve, 150));
      if (!picture.equals(await tab.screenshot())) run.note(`${name}, ${title}: 缩放完成后画面仍在变 / the picture changed after the step was said to be complete`);
    }
    return { ...build, step: median(steps), worst: Math.max(...steps) };
  };
}

const MEASURES = [
  { key: 'ms', label: '建立 ms', read: (one) => one.ms, ratio: true },
  { key: 'blocked', label: '阻塞', read: (one) => one.blocked },
  { key: 'step', label: '缩放一级 ms', read: (one) => one.step, ratio: true },
  { key: 'worst', label: '最慢', read: (one) => one.worst },
];

const SIZES = [
  { title: '100,000 点', count: 100_000, share: 1 },
  { title: '500,000 点', count: 500_000, share: 1 / 2 },
];

export const cluster = {
  id: 'E',
  title: '聚合 · Clustering',
  rounds: 2,
  words: '40 px 聚合。建立 = 从开始加载文件到完整画面；缩放一级 = 到完整画面（六级的中位数）。',
  async run(run) {
    const tables = [];
    for (const { title, count, share } of run.chosen(SIZES)) {
      const rounds = Math.max(1, Math.round(run.rounds * share));
      const job = jobOf('point', count, { cluster: true });
      const samples = await interleave(run, { rounds, libraries: run.libraries, act: sample(job, run, title) });
      tables.push(tableOf(title, samples, MEASURES, rounds));
    }
    return tables;
  },
};
