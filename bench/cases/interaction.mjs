// D: three seconds of real mouse drag and wheel.
import { interleave, jobOf, keepPicture, LIMIT_MS, packedJobOf } from '../sampling.mjs';
import { tableOf } from '../summary.mjs';

const MIDDLE = [640, 400];
const DRAG_MS = 2000;
const WHEEL_MS = 1000;
/** Somebody's hand: an event about every 8 ms. */
const EVENT_MS = 8;
const WHEEL_EVERY_MS = 50;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends what `eventAt` makes of the time, until the time is over. A page that is busy answers late and gets fewer events, as with a hand. */
async function during(ms, every, eventAt) {
  const start = performance.now();
  for (let now = 0; now < ms; now = performance.now() - start) {
    const next = pause(every);
    await eventAt(now / ms);
    await next;
  }
}

async function moveTheMap(tab) {
  const mouse = (type, [x, y], more = {}) => tab.send('Input.dispatchMouseEvent', { type, x, y, ...more });
  const held = { button: 'left', buttons: 1 };
  await mouse('mouseMoved', MIDDLE);
  await mouse('mousePressed', MIDDLE, { ...held, clickCount: 1 });
  let at = MIDDLE;
  await during(DRAG_MS, EVENT_MS, (part) => {
    const angle = 2 * Math.PI * part;
    at = [Math.round(MIDDLE[0] + 180 * Math.sin(angle)), Math.round(MIDDLE[1] + 120 * (1 - Math.cos(angle)))];
    return mouse('mouseMoved', at, held);
  });
  await mouse('mouseReleased', at, { button: 'left', clickCount: 1 });
  await during(WHEEL_MS, WHEEL_EVERY_MS, (part) => mouse('mouseWheel', MIDDLE, { deltaX: 0, deltaY: part < 0.5 ? -60 : 60 }));
}

function sample(job, title) {
  return Object.assign(
    async (tab, name) => {
      await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
      await tab.evaluate(() => window.bench.record());
      await moveTheMap(tab);
      const answer = await tab.evaluate(() => window.bench.recorded(), [], LIMIT_MS);
      await keepPicture(tab, `D-${title}-${name}`);
      return answer;
    },
    { tab: { stillness: false } },
  );
}

const measure = (key, label, digits = 0) => ({ key, label, digits, read: (one) => one[key] });
const MEASURES = [
  measure('p50', 'p50 帧 ms', 1),
  { ...measure('p95', 'p95 帧 ms', 1), ratio: true },
  measure('longest', '最长帧'),
  measure('fps', '帧/秒'),
  measure('redraws', '重绘/秒'),
  measure('settle', '静止 ms'),
];

const MOVES = [
  { title: '100,000 点', kind: 'point', count: 100_000 },
  { title: '5,000 多边形', kind: 'polygon', count: 5000 },
  { title: '1,000,000 点（列式文件）', kind: 'point', count: 1_000_000, packed: true },
];

export const interaction = {
  id: 'D',
  title: '拖动与滚轮 · Drag and wheel',
  rounds: 2,
  words: '三秒真实鼠标事件：2 秒拖动，1 秒滚轮。重绘 = 画面确实重新画过的帧（移动旧画面不算）；静止 = 从最后一个事件到最终画面。',
  async run(run) {
    const tables = [];
    for (const { title, kind, count, packed } of run.chosen(MOVES)) {
      const libraries = packed ? run.libraries.filter(({ name }) => name === 'ours') : run.libraries;
      if (libraries.length === 0) continue;
      const job = packed ? await packedJobOf(count) : jobOf(kind, count);
      const samples = await interleave(run, { rounds: run.rounds, libraries, act: sample(job, title) });
      tables.push(tableOf(title, samples, MEASURES, run.rounds));
    }
    return tables;
  },
};
