// F: from a change of theme or filter to the next complete frame.
import { median } from '../ratios.mjs';
import { interleave, jobOf, keepPicture, LIMIT_MS } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

/** There and back and there again; an even number, so that the next change starts where this one did. */
const TIMES = 4;

function sample(job, title) {
  return async (tab, name) => {
    const change = async (what) => (await tab.evaluate((verb) => window.bench.change(verb), [what], LIMIT_MS)).ms;
    await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
    const answer = {};
    for (const what of ['theme', 'filter']) {
      const times = [await change(what)];
      await keepPicture(tab, `F-${title}-${what}-${name}`);
      // One slow change is enough to know.
      while (times.length < TIMES && times[0] < LIMIT_MS / TIMES) times.push(await change(what));
      answer[what] = median(times);
      answer[`${what}First`] = times[0];
    }
    return answer;
  };
}

const MEASURES = [
  { key: 'theme', label: '专题 ms', read: (one) => one.theme, digits: 1, ratio: true },
  { key: 'themeFirst', label: '首次', read: (one) => one.themeFirst, digits: 1 },
  { key: 'filter', label: '筛选 ms', read: (one) => one.filter, digits: 1, ratio: true },
  { key: 'filterFirst', label: '首次', read: (one) => one.filterFirst, digits: 1 },
];

const CHANGES = [
  { title: '100,000 点', kind: 'point', count: 100_000 },
  { title: '5,000 多边形', kind: 'polygon', count: 5000 },
];

export const change = {
  id: 'F',
  title: '换专题与筛选 · Theme and filter',
  rounds: 2,
  words: '专题 = 从按类别五色换到按数值五级（再换回），筛选 = 只留一半的行（再放回）；到下一个完整画面的毫秒，四次的中位数。',
  async run(run) {
    const tables = [];
    for (const { title, kind, count } of run.chosen(CHANGES)) {
      const samples = await interleave(run, { rounds: run.rounds, libraries: run.libraries, act: sample(jobOf(kind, count), title) });
      tables.push(tableOf(title, samples, MEASURES, run.rounds));
    }
    return tables;
  },
};
