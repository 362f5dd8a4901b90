// What every page of the cases has: `window.bench`, which drives an adapter and measures it, the same way for every library.
import './case.css';
import { complete } from './complete.js';
import { LongTasks } from './long-tasks.js';
import { FrameRecord } from './frames.js';

/** Runs something to its complete picture: milliseconds, and the long tasks among them. */
async function timed(act) {
  const tasks = new LongTasks();
  const start = performance.now();
  await act();
  await complete();
  const ms = performance.now() - start;
  return { ms, ...(await tasks.end()) };
}

function newBox() {
  const box = document.createElement('div');
  box.className = 'stage';
  document.body.append(box);
  return box;
}

/** Milliseconds of each hit test, and how many answered. */
async function probe(adapter, pixels) {
  const times = [];
  let hits = 0;
  for (const [x, y] of pixels) {
    const start = performance.now();
    const hit = await adapter.hit(x, y);
    times.push(performance.now() - start);
    if (hit) hits++;
  }
  return { first: times[0], times: times.slice(1), share: hits / pixels.length };
}

/** Attributes of the first thing that is hit at one of the pixels. */
async function attributesAt(adapter, pixels) {
  for (const [x, y] of pixels) {
    const hit = await adapter.hit(x, y);
    if (hit) return adapter.attributes(hit);
  }
  return undefined;
}

/** @param {() => import('./adapter.js').Adapter} make */
export function start(make) {
  let adapter;
  let record;
  window.bench = {
    load: (job) => {
      const box = newBox();
      return timed(() => (adapter = make()).load(job, box));
    },
    change: (name, ...args) => timed(() => adapter[name](...args)),
    probe: (pixels) => probe(adapter, pixels),
    attributes: (pixels) => attributesAt(adapter, pixels),
    can: (name) => name in make(),
    record: () => void (record = new FrameRecord()),
    recorded: async () => {
      const answer = record.end();
      await adapter.rest();
      await complete();
      return { ...answer, settle: performance.now() - answer.lastInput };
    },
    mount: async (job, times) => {
      for (let i = 0; i < times; i++) {
        const box = newBox();
        const one = make();
        await one.load(job, box);
        await complete();
        one.remove();
        box.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}
