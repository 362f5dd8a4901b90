// The built library where there is no network, and where the page itself lets nothing through.
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { finish, same, says, test, until } from '../shared/report.mjs';
import { HURTFUL, readAll } from './hurtful.mjs';
import { serve } from './site.mjs';

const site = await serve();
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
let runs = 0;

/** A host that a page reaches with encryption, as far as the browser can tell. */
const SECURE = 'https://map.example';

/** A page with a map, and its errors as they come. */
async function open(csp, host = site.url) {
  const context = await browser.newContext({ viewport: { width: 600, height: 400 } });
  await context.route(`${SECURE}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${site.url}${pathname}${search}` }) });
  });
  const page = await context.newPage();
  await page.goto(`${host}/page?csp=${encodeURIComponent(csp)}`);
  await page.waitForFunction(() => customElements.get('yzt-map') !== undefined);
  await page.evaluate(() => {
    globalThis.errors = [];
    document.addEventListener('yzt-error', (event) => {
      event.preventDefault();
      globalThis.errors.push({ code: event.detail.code, zh: event.detail.text.zh });
    });
  });
  const errors = () => page.evaluate(() => globalThis.errors);
  return { context, page, errors, failure: async () => (await until(errors, (all) => all.length > 0, 'an error', 12_000))[0] };
}

/** A layer of tiles from `origin`. Returns the name of its run. */
async function addTiles(page, origin = '') {
  const run = `faults-${++runs}`;
  await page.evaluate(
    (url) => {
      const map = Object.assign(document.createElement('yzt-map'), { center: [120.38, 36.07], zoom: 11 });
      map.append(Object.assign(document.createElement('yzt-xyz-layer'), { url }));
      document.body.append(map);
    },
    `${origin}/fault/tile/${run}/{z}/{x}/{y}.png`,
  );
  return run;
}

/** Whether the middle of the map has the colour of the tiles. */
const isRed = (page) => page.evaluate(() => (document.querySelector('yzt-xyz-layer').olLayer.getData([200, 100])?.[3] ?? 0) > 200);
const drawn = (page) => until(() => isRed(page), (red) => red, 'tiles on the map', 12_000);

await test('a page that is offline says so, and goes on by itself when it is online', async () => {
  const { context, page, errors, failure } = await open("default-src 'self'");
  await context.setOffline(true);
  await addTiles(page);
  const { code, zh } = await failure();
  same(code, 'network');
  says(zh, '断网');
  await context.setOffline(false);
  await drawn(page);
  same((await errors()).length, 1, 'errors');
  same(await page.evaluate(() => document.querySelector('yzt-xyz-layer').hasAttribute('error')), false, 'the attribute error');
  await context.close();
});

await test('tiles the policy of the page stops are named with the directive', async () => {
  const { context, page, failure } = await open("default-src 'self'");
  await addTiles(page, site.other);
  const { code, zh } = await failure();
  same(code, 'blocked');
  says(zh, 'CSP');
  says(zh, site.other);
  await context.close();
});

await test('tiles that may be shown but not fetched are shown', async () => {
  const { context, page, errors } = await open("default-src 'self'; connect-src 'none'");
  await addTiles(page);
  await drawn(page);
  same(await errors(), [], 'errors');
  await context.close();
});

await test('a dataset the policy stops is named with the directive', async () => {
  const { context, page, failure } = await open("default-src 'self'");
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('yzt-dataset'), { src })), `${site.other}/fault/slow`);
  const { code, zh } = await failure();
  same(code, 'blocked');
  says(zh, 'connect-src');
  await context.close();
});

await test('a dataset of another origin without leave names the header', async () => {
  const { context, page, failure } = await open("default-src 'self' *");
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('yzt-dataset'), { src })), `${site.other}/fault/slow`);
  const { code, zh } = await failure();
  same(code, 'cors');
  says(zh, 'Access-Control-Allow-Origin');
  await context.close();
});

await test('an address without encryption on a page with it is named as mixed content', async () => {
  const { context, page, failure } = await open("default-src * 'unsafe-inline'", SECURE);
  await addTiles(page, 'http://gis.example');
  const { code, zh } = await failure();
  same(code, 'blocked');
  says(zh, '混合内容');
  await context.close();
});

await test('what an extension of the browser stops ends in one error, and other layers go on', async () => {
  const { context, page, errors, failure } = await open("default-src 'self' *");
  await context.route(`${site.other}/**`, (route) => route.abort('blockedbyclient'));
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement('yzt-dataset'), { src })), `${site.other}/fault/slow`);
  await addTiles(page);
  await drawn(page);
  const { code, zh } = await failure();
  same(code, 'network');
  says(zh, '浏览器扩展');
  same((await errors()).length, 1, 'errors');
  await context.close();
});

await test('files made to hurt end in a named error while the page goes on', async () => {
  const { context, page } = await open("default-src 'self'");
  // The worker ends with its last file: whether it is still there afterwards is a matter of speed.
  const workers = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const { codes, ticks } = await page.evaluate(readAll, HURTFUL.map(({ files }) => files));
  same(codes, HURTFUL.map(({ code }) => code), 'errors');
  // The page had turns of its own between the first file and the last error: nothing of it was read on the page.
  if (ticks < 10) throw new Error(`the page had ${ticks} turns`);
  says(workers.join(), 'yizhangtu.files.js', 'workers');
  await context.close();
});

await test('without its further file a service is named with that file, other layers go on, and it is asked for again', async () => {
  const { context, page, errors, failure } = await open("default-src 'self'");
  const thrown = [];
  page.on('pageerror', ({ message }) => thrown.push(message));
  await context.route('**/yizhangtu.more.js', (route) => route.abort());
  await addTiles(page);
  await page.evaluate((url) => document.querySelector('yzt-map').append(Object.assign(document.createElement('yzt-wmts-layer'), { url, layer: 'vec' })), '/fault/none');
  const { code, zh } = await failure();
  same(code, 'network');
  says(zh, 'yizhangtu.more.js');
  // What is drawn by code of that file says so too, by its own error and not by one of the page.
  await page.evaluate(() => document.querySelector('yzt-map').append(document.createElement('yzt-heatmap-layer')));
  const [, heat] = await until(errors, (all) => all.length > 1, 'an error of the heat map', 12_000);
  same(heat.code, 'network');
  says(heat.zh, 'yizhangtu.more.js');
  same(thrown, []);
  await drawn(page);
  await context.unroute('**/yizhangtu.more.js');
  await page.evaluate(() => document.querySelector('yzt-wmts-layer').reload());
  // The service itself is asked now, and has nothing.
  await until(errors, (all) => all.length > 2 && !all[2].zh.includes('yizhangtu.more.js'), 'an answer of the service', 12_000);
  await context.close();
});

await test('a pack that is loaded without the first file says what is missing', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const thrown = page.waitForEvent('pageerror');
  await page.goto(`${site.url}/page?csp=`);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, Object.getOwnPropertySymbols(globalThis).find((one) => one.description.startsWith('yizhangtu '))));
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('script'), { src: '/yizhangtu.page.js' })));
  says((await thrown).message, '请先加载同一版本');
  await context.close();
});

await browser.close();
site.close();
finish();
