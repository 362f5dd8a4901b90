// A project of somebody else: package.json, one page, one module, and the tarballs.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { serveFolder } from '../../tools/serve-folder.mjs';
import { venuesForWorker } from '../kernels/site.mjs';
import { guard } from '../shared/guard.mjs';
import { same, until } from '../shared/report.mjs';

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8"><title>试用</title><link rel="icon" href="data:,"><script type="module" src="./main.js"></script></head>
  <body>
    <yzt-dataset id="venues" src="venues.geojson"></yzt-dataset>
    <yzt-map center="120.38 36.10" zoom="11"><yzt-point-layer dataset="venues" label="健身场馆" symbology="class:type"></yzt-point-layer>
      <yzt-coordinates slot="bottom-start"></yzt-coordinates></yzt-map>
  </body>
</html>`;
const MAIN = `import '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/widgets/coordinates';
`;

/** Builds it with Vite as it comes. Returns what is wrong with the result. */
export async function buildConsumer(project) {
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  writeFileSync(join(project, 'index.html'), PAGE);
  writeFileSync(join(project, 'main.js'), MAIN);
  const warnings = [];
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    base: './',
    build: { outDir: 'site', assetsInlineLimit: 0, rolldownOptions: { onwarn: (warning) => warnings.push(warning.message) } },
  });
  writeFileSync(join(project, 'site', 'venues.geojson'), venuesForWorker());
  const files = readdirSync(join(project, 'site', 'assets'));
  const faults = warnings.map((text) => `warning: ${text}`);
  if (!files.some((file) => /worker/.test(file))) faults.push(`no worker among ${files.join(' ')}`);
  const copies = files
    .filter((file) => file.endsWith('.js'))
    .filter((file) => readFileSync(join(project, 'site', 'assets', file), 'utf8').includes('yzt-feature-list'));
  if (copies.length > 0) faults.push(`elements the page did not import came along in ${copies.join(' ')}`);
  return faults;
}

/** Opens the built page. Returns what it did wrong. */
export async function openConsumer(project) {
  const site = await serveFolder(join(project, 'site'));
  const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    const watch = await guard(page, site.url);
    await page.goto(site.url);
    const rows = () => page.evaluate(() => document.querySelector('yzt-dataset').dataset?.rowCount);
    await until(rows, (count) => count === 60, 'rows');
    const drawn = () =>
      page.evaluate(
        () =>
          [...document.querySelector('yzt-map').shadowRoot.querySelectorAll('canvas')].filter(
            (canvas) =>
              canvas.width &&
              canvas
                .getContext('2d')
                .getImageData(0, 0, canvas.width, canvas.height)
                .data.some((value, i) => i % 4 === 3 && value > 200),
          ).length,
      );
    await until(drawn, (count) => count > 0, 'drawn canvases');
    same(page.workers().length, 1, 'workers');
    return await watch.faults();
  } finally {
    await browser.close();
    await site.close();
  }
}
