// The built example pages in a browser, and what their views say.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OUT } from '../../tools/build/examples.mjs';
import { ROOT } from '../../tools/build/options.mjs';
import { serveFolder } from '../../tools/serve-folder.mjs';
import { guard } from '../shared/guard.mjs';
import { until } from '../shared/report.mjs';

export const WORLD = [-180, -90, 180, 90];
const json = (path) => JSON.parse(readFileSync(join(OUT, 'fitness', path), 'utf8'));

/** Rows of the example's venues as plain objects: what every number on the page is compared with. */
export const venues = () =>
  json('data/venues.geojson').features.map(({ properties, geometry }) => ({ ...properties, place: geometry.coordinates }));

/** Rows of Hong Kong's grounds, or undefined where this machine does not have them. */
export const grounds = () =>
  json('shared/files.json').includes('fitness/hk_sports_grounds.geojson')
    ? json('shared/fitness/hk_sports_grounds.geojson').features.map(({ properties }) => properties)
    : undefined;

export const serveBuilt = () => serveFolder(OUT);

/** The same pages on a server that does not have the shared data. */
export async function serveWithoutShared() {
  const folder = join(ROOT, '.cache', 'pages-without-shared');
  rmSync(folder, { recursive: true, force: true });
  cpSync(OUT, folder, { recursive: true });
  for (const list of globSync('*/shared/files.json', { cwd: folder })) {
    rmSync(join(folder, dirname(list)), { recursive: true });
    mkdirSync(join(folder, dirname(list)));
    writeFileSync(join(folder, list), '[]\n');
  }
  return serveFolder(folder);
}

/** Opens the example and waits for its data. `look` are options of a browser context. */
export async function open(browser, site, { query = '', ready = true, ...look } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    ...look,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}fitness/${query}`);
  if (ready) await loaded(page);
  return { page, watch, close: () => context.close() };
}

/** Waits until every dataset of the page has its rows and the map has drawn them. */
export async function loaded(page, layer = 'points') {
  await until(
    () => page.evaluate(() => [...document.querySelectorAll('yzt-dataset')].map((element) => element.dataset?.rowCount ?? 0)),
    (rows) => rows.length >= 4 && rows.every((count) => count > 0),
    'rows of the datasets',
    15000,
  );
  await until(
    () => page.evaluate((id) => document.getElementById(id)?.rowsIn([-180, -90, 180, 90]).length ?? 0, layer),
    (count) => count > 0,
    'rows drawn',
    15000,
  );
}

/** Every number the views show now, read from what is on the screen (the map: rows it draws). */
export const numbers = (page) =>
  page.evaluate(() => {
    const number = (text) => Number(/[\d,]+(?:\.\d+)?/.exec(text ?? '')?.[0].replace(/,/g, ''));
    const view = document.querySelector('yzt-page:not([hidden])');
    const root = (selector) => (view.querySelector(selector) ?? view.shadowRoot.querySelector(selector)).shadowRoot;
    const bars = (selector) =>
      Object.fromEntries(
        [...root(selector).querySelectorAll('.hit')]
          .map((bar) => bar.getAttribute('aria-label').split(/\uff0c|, /))
          .map(([name, value]) => [name, number(value)]),
      );
    const legend = [...root('yzt-legend').querySelectorAll('li')].map((row) => [
      row.querySelector('.label')?.textContent.trim(),
      number(row.querySelector('.count')?.textContent),
    ]);
    return {
      list: number(root('yzt-feature-list').querySelector('.total b').textContent),
      card: number(root('yzt-indicator').querySelector('.number').textContent),
      summary: number(root('yzt-filter-summary').querySelector('.total b')?.textContent),
      bars: bars('yzt-bar-chart'),
      ranking: bars('.ranking'),
      legend: Object.fromEntries(legend),
      // Marks that panels put on the map stand in no legend.
      map: view.querySelector('yzt-map').layers.filter(({ noLegend }) => !noLegend).at(-1).rowsIn([-180, -90, 180, 90]).length,
    };
  });

export const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** Pixels on the canvases of the shown map. */
export const drawn = (page) =>
  page.evaluate(() => {
    let count = 0;
    for (const canvas of document.querySelector('yzt-page:not([hidden]) yzt-map').shadowRoot.querySelectorAll('canvas')) {
      if (!canvas.width) continue;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 3; i < data.length; i += 4) if (data[i] > 200) count += 1;
    }
    return count;
  });

/** A filter of the shown view by its field or kind. */
export const filter = (page, which) => page.locator(`yzt-page:not([hidden]) yzt-filter${which}`);
export const shown = (page, tag) => page.locator(`yzt-page:not([hidden]) ${tag}`);

/** Words inside an element, shadow roots included, as one line. */
export const textOf = (locator) =>
  locator.first().evaluate((element) => {
    const text = (node) =>
      node.nodeType === 3
        ? node.nodeValue
        : /^(?:style|script)$/.test(node.localName ?? '')
          ? ''
          : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(text).join('');
    return text(element).replace(/\s+/g, ' ').trim();
  });

/** The list stands behind a tab at a desk. */
export const showList = (page) =>
  shown(page, '.tabs')
    .getByText(/名录|List/)
    .click();

/** Back to the charts; a chart that was hidden draws itself when it has a size. */
export async function showCharts(page) {
  await shown(page, '.tabs')
    .getByText(/统计图表|Charts/)
    .click();
  await shown(page, 'yzt-bar-chart').locator('.hit').first().waitFor();
}
