// `pnpm test:bench`: the pages of the benchmarks build, and one small round of ours and of raw `ol` runs through every verb. Nothing
// here looks at a time.
import { launch } from './browser.mjs';
import { buildCase, buildSmall, filesInCircles, smallUrl } from './build.mjs';
import { noteFirstFrame } from './page/first-frame.js';
import { interleave, jobOf, LIMIT_MS, pixels } from './sampling.mjs';
import { serve } from './server.mjs';
import { VIEW } from './data.mjs';

const NAMES = ['ours', 'ol'];
const ATTRIBUTES = ['id', 'name', 'kind', 'value'];

/** Every verb of an adapter once; answers what is wrong. */
function everyVerb(job) {
  return async (tab) => {
    const wrong = [];
    const check = (what, good) => void (good || wrong.push(what));
    await tab.evaluate((one) => window.bench.load(one), [job], LIMIT_MS);
    const first = await tab.screenshot();
    for (const verb of ['theme', 'filter']) {
      await tab.evaluate((name) => window.bench.change(name), [verb], LIMIT_MS);
      check(`${verb} changes the picture`, !first.equals(await tab.screenshot()));
      await tab.evaluate((name) => window.bench.change(name), [verb], LIMIT_MS);
      check(`${verb} comes back to the picture`, first.equals(await tab.screenshot()));
    }
    const { share } = await tab.evaluate((list) => window.bench.probe(list), [pixels(50)], LIMIT_MS);
    check(`something is hit, ${share}`, share > 0.3);
    const found = (await tab.evaluate((list) => window.bench.attributes(list), [pixels(50)], LIMIT_MS)) ?? {};
    check('a hit has every attribute', ATTRIBUTES.every((key) => key in found));
    await tab.evaluate(() => window.bench.record());
    await tab.evaluate((zoom) => window.bench.change('zoomTo', zoom), [VIEW.zoom + 1], LIMIT_MS);
    const { redraws } = await tab.evaluate(() => window.bench.recorded(), [], LIMIT_MS);
    check('a redraw is counted', redraws > 0);
    check('memory is counted', (await tab.memory()).heap > 1e6);
    return { wrong };
  };
}

const server = await serve();
const count = { passed: 0, failed: 0 };
const tell = (good, what) => {
  count[good ? 'passed' : 'failed'] += 1;
  process.stdout.write(`  ${good ? 'ok  ' : 'FAIL'}  ${what}\n`);
};
await Promise.all(NAMES.map(buildCase));
const browser = await launch();
const run = { browser, url: server.url, note: (text) => tell(false, text), progress: () => undefined };
const libraries = NAMES.map((name) => ({ name }));
for (const job of [jobOf('point', 10_000), jobOf('polygon', 1000)]) {
  const samples = await interleave(run, { rounds: 1, libraries, act: everyVerb(job) });
  for (const name of NAMES) {
    const [{ wrong = ['did not run'] }] = samples[name];
    tell(wrong.length === 0, `${name}, ${job.kind}: ${wrong.join('; ') || 'load, theme, filter, hit, zoom, memory'}`);
  }
}
/** The small page of cases A and B, built as the guide says, comes to its first picture. */
async function smallPage(name) {
  await buildSmall(name);
  const circles = filesInCircles(name);
  tell(circles.length === 0, `${name}, small page: ${circles.length === 0 ? 'no files import each other' : `files import each other: ${circles.join(', ')}`}`);
  const tab = await browser.tab({ fresh: true, stillness: false });
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${noteFirstFrame.toString()})()` });
  await tab.send('Page.navigate', { url: server.url + smallUrl(name) });
  const drawn = await tab.evaluate(() => window.firstFrame.then(() => true), [], LIMIT_MS).catch(() => false);
  tell(drawn && tab.faults.length === 0, `${name}, small page: ${['first picture', ...tab.faults].join('; ')}`);
  await tab.close();
}
for (const name of NAMES) await smallPage(name);
await browser.close();
server.close();
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
process.exitCode = count.failed > 0 ? 1 : 0;
