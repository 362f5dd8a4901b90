// Land of real data: land cover over relief, and landslides. Offered where the files are, and nothing of them where they are not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../tools/build/examples.mjs';
import { guard } from '../shared/guard.mjs';
import { same, says, skip, test, until } from '../shared/report.mjs';
import { shown } from './stage.mjs';

const rows = (file) => JSON.parse(readFileSync(join(OUT, 'natural-resources', 'shared', file), 'utf8')).features.map(({ properties }) => properties);
const words = (page, selector) => shown(page, selector).first().evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' '));

async function open(browser, site, query = '') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}natural-resources/${query}`);
  return { page, watch, close: () => context.close() };
}

/** The views of real data, and the page without them. */
export async function testLandViews(browser, site, bare) {
  await testAbsent(browser, bare);
  if (!existsSync(join(OUT, 'natural-resources', 'shared', 'dem', 'srtm_zion_cog.tif'))) return skip('land cover, heights and landslides are not in ../shared/data', 7);
  await testTerrain(browser, site);
  await testHazards(browser, site);
}

async function testAbsent(browser, bare) {
  const { page, watch, close } = await open(browser, bare, '?view=terrain');
  await test('without the files of real land no such view is offered, and the parcels are there', async () => {
    await until(() => page.locator('[data-view]').count(), (count) => count === 0, 'buttons of views');
    await until(() => page.evaluate(() => document.querySelector('#parcels').dataset.rowCount), (count) => count > 10_000, 'parcels', 20_000);
    same(await page.locator('yzt-page').count(), 1, 'pages');
  });
  await test('without them: no error, no other host', () => watch.faults());
  await close();
}

/** Area by class of the page, in ㎡, and of everything. */
const areas = (page) =>
  page.evaluate(() => {
    const { dataset } = document.querySelector('#cover');
    if (!dataset.column('areaM2') || dataset.rowCount === 0) return undefined;
    const { groups, total } = dataset.query({ groupBy: 'class', measures: [{ kind: 'sum', field: 'areaM2' }] });
    return { byClass: Object.fromEntries(groups.map(({ key, values }) => [key, values[0]])), whole: total.values[0], count: total.count };
  });

async function testTerrain(browser, site) {
  const { page, watch, close } = await open(browser, site);
  const cover = rows('landuse/nlcd2011_zion_west.geojson');
  await test('地类图斑 → 覆盖与地形: each polygon of the file, areas on the ellipsoid that close, near those of the source', async () => {
    await page.getByRole('button', { name: /覆盖与地形/ }).click();
    const found = await until(() => areas(page), (now) => now?.count === cover.length, 'land cover', 15_000);
    const sum = Object.values(found.byClass).reduce((total, area) => total + area, 0);
    if (!(Math.abs(sum - found.whole) < 0.01)) throw new Error(`classes ${sum} ㎡, whole ${found.whole} ㎡`);
    for (const [code, area] of Object.entries(found.byClass)) {
      const told = 1e6 * cover.filter((row) => String(row.class) === code).reduce((total, row) => total + row.area_km2, 0);
      // The source measured the cells it came from, before corners were cut to 4 digits of a degree.
      if (!(Math.abs(area / told - 1) < 0.01)) throw new Error(`class ${code}: ${area} ㎡, in the source ${told} ㎡`);
    }
  });
  await test('legend and table have the classes in words, the table in 亩 too; nothing is called 示例数据', async () => {
    says(await until(() => words(page, 'yzt-land-use-table'), (now) => /合计/.test(now), 'table'), /NLCD 2011 土地覆盖.*森林 36,\d{3} 52\.\d\d%.*合计 69,\d{3} 100\.00%/, 'table');
    await shown(page, 'yzt-land-use-table').getByText('亩', { exact: true }).click();
    says(await until(() => words(page, 'yzt-land-use-table'), (now) => /面积（亩）/.test(now), 'areas in 亩'), /合计 1,04\d,\d{3} /, 'table');
    const strip = await words(page, '.strip yzt-attribution');
    says(strip, /SRTM.*USGS NLCD 2011/, 'sources');
    if (strip.includes('示例数据')) throw new Error('real data is called 示例数据');
  });
  await test('the relief is drawn over the land cover, and says its height at a place', async () => {
    const height = () => page.evaluate(() => document.querySelector('#heights').valueAt([-113.1, 37.3]));
    const found = await until(height, (now) => now !== undefined, 'height', 15_000);
    if (!(found > 1024 && found < 2892)) throw new Error(`${found} m`);
    await until(() => shown(page, 'yzt-layer-list').evaluate((element) => /加载/.test(element.shadowRoot.textContent)), (waits) => !waits, 'the list of layers');
  });
  await test('a class of the table is a filter that the figures follow', async () => {
    await shown(page, 'yzt-land-use-table').getByRole('button', { name: '水体', exact: true }).click();
    says(await until(() => words(page, 'yzt-filter-summary'), (now) => /5 个图斑/.test(now), 'fewer polygons'), '2,860', 'summary');
  });
  await test('覆盖与地形: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}

async function testHazards(browser, site) {
  const { page, watch, close } = await open(browser, site, '?view=hazards');
  const slides = rows('hazards/landslides_southern_ecuador.geojson');
  await test('地灾: each point by its kind in words, and mean slopes as the file has them', async () => {
    await until(() => page.evaluate(() => document.querySelector('#slides')?.dataset.rowCount), (count) => count === slides.length, 'points', 15_000);
    const mean = slides.reduce((sum, { slope_deg }) => sum + slope_deg, 0) / slides.length;
    const figures = shown(page, 'yzt-indicator').nth(1);
    says(await figures.evaluate((element) => element.shadowRoot.textContent), mean.toFixed(1), 'mean slope');
    says(await until(() => words(page, 'yzt-legend'), (now) => /175/.test(now), 'legend'), /滑坡起始点 ?175.*对照点（无滑坡） ?175/, 'legend');
    says(await words(page, '.strip yzt-attribution'), /Muenchow.*2012/, 'source');
  });
  await test('a row of the list opens its card with aliases and units', async () => {
    await page.getByRole('tab', { name: '清单' }).click();
    await shown(page, 'yzt-feature-table').locator('tbody tr, [role=row]').nth(2).click();
    says(await until(() => words(page, 'yzt-popup'), (now) => /坡度/.test(now), 'card'), /坡度 ?\d+\.\d ?°.*高程 ?[\d,]+ ?m.*平面曲率/, 'card');
  });
  await test('地灾: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
