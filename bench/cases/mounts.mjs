// G: what is left after fifty maps came and went.
import { interleave, jobOf } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

/** The first mounts leave compiled code behind, in every library: a dozen KiB each, less and less. Measured is what comes after. */
const WARM = 100;
const CYCLES = 50;
const LIMIT_MS = 180_000;
/** An idle worker may be kept for a moment. */
const IDLE_MS = 2500;

async function counts(tab) {
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const { heap, buffers, workers } = await tab.memory();
  const { nodes, jsEventListeners } = await tab.send('Memory.getDOMCounters');
  return { heap, buffers, workers, nodes, listeners: jsEventListeners, canvases: await tab.alive('HTMLCanvasElement.prototype') };
}

/** Growth a cycle. */
function sample(job, cycles, part) {
  return async (tab) => {
    const mount = (times) => tab.evaluate((one, n) => window.bench.mount(one, n), [job, times], LIMIT_MS);
    await mount(Math.ceil(WARM * part));
    const before = await counts(tab);
    await mount(cycles);
    const after = await counts(tab);
    const growth = Object.fromEntries(Object.keys(before).map((key) => [key, (after[key] - before[key]) / cycles]));
    return { ...growth, workers: after.workers };
  };
}

const MEASURES = [
  { key: 'heap', label: '堆 KiB/次', read: (one) => one.heap / 1024, digits: 1, ratio: true },
  { key: 'buffers', label: '缓冲区 KiB/次', read: (one) => one.buffers / 1024, digits: 1 },
  { key: 'nodes', label: '节点/次', read: (one) => one.nodes, digits: 1 },
  { key: 'listeners', label: '监听器/次', read: (one) => one.listeners, digits: 1 },
  { key: 'canvases', label: '画布/次', read: (one) => one.canvases, digits: 1 },
  { key: 'workers', label: '最后的 Worker', read: (one) => one.workers },
];

export const mounts = {
  id: 'G',
  title: '挂载与卸载 · Mount and unmount',
  rounds: 1,
  words: '50 次：新建地图、加载并画出 1,000 个多边形、移除；每次留下多少（回收之后，先热身 100 次，让浏览器编译完各库的代码）。',
  async run(run) {
    const samples = await interleave(run, { rounds: run.rounds, libraries: run.libraries, act: sample(jobOf('polygon', 1000), Math.round(CYCLES * run.part), run.part) });
    return [tableOf('1,000 多边形', samples, MEASURES, run.rounds)];
  },
};
