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
  if (!existsSync(join(OUT, 'natural-resources', 'shared', 'dem', 'srtm_zion_cog.tif'))) return skip('land cover, heights and landslides are not in ../shared/data', 10);
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
  await testProfile(page);
  await test('覆盖与地形: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}

const profile = (page) => shown(page, 'yzt-terrain-profile').locator('yzt-profile-chart');
const figures = (page) => profile(page).evaluate(({ profile: now }) => now && { length: now.length, climb: now.climb, descent: now.descent, highest: now.highest, rows: now.rows.length });

/** Heights along a line: typed, drawn, pointed at, saved. */
async function testProfile(page) {
  const element = shown(page, 'yzt-terrain-profile');
  await test('地形剖面 by keyboard: typed coordinates give length, climb and descent, and a place of the chart is marked on the map', async () => {
    await page.getByRole('tab', { name: '地形剖面' }).click();
    const before = await until(() => figures(page), Boolean, 'the example line', 15_000);
    await element.locator('textarea').fill('-113.2 37.3; -113.1 37.3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const now = await until(() => figures(page), (found) => found && found.length < before.length / 2, 'the other line');
    // 0.1° along the parallel of 37.3° N on the ellipsoid: a·cos φ / √(1 − e²·sin²φ) · Δλ = 8,866 m.
    if (!(Math.abs(now.length - 8866) < 3)) throw new Error(`${now.length} m long`);
    if (!(now.climb > 100 && now.highest > 1024 && now.highest < 2892)) throw new Error(JSON.stringify(now));
    await profile(page).locator('[data-cursor]').focus();
    await page.keyboard.press('End');
    const marked = () => page.evaluate(() => [...document.querySelectorAll('#terrain-map > yzt-point-layer')].map((layer) => layer.layerDataset.hover));
    await until(marked, ([hover]) => hover === now.rows - 1, 'the last place on the map');
    says(await profile(page).evaluate((chart) => chart.shadowRoot.textContent), /8\.87 km，高程 [\d,]+\.\d m，(?:平路|[上下]坡)/, 'read out');
  });
  await testProfileFile(page, element);
  await testProfileDrawn(page, element);
}

async function testProfileFile(page, element) {
  await test('the profile is saved as CSV: heights as the raster has them, distances that grow', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), element.getByRole('button', { name: '导出 CSV' }).click()]);
    const [head, ...lines] = readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
    says(head, /距起点（m）,经度（°）,纬度（°）,高程（m）,到下一点的坡度（%）/, 'head');
    const table = lines.map((line) => line.split(',').map(Number));
    if (!table.every(([meters], i) => i === 0 || meters > table[i - 1][0])) throw new Error('distances do not grow');
    for (const [, lon, lat, height] of [table[0], table[Math.floor(table.length / 2)], table[table.length - 1]]) {
      // Between the middles of the four pixels around it: at steep places these differ by tens of metres.
      const near = await page.evaluate(async ([x, y]) => {
        const layer = document.querySelector('#heights');
        const half = 0.0005;
        return Promise.all([[-half, -half], [half, -half], [-half, half], [half, half]].map(([dx, dy]) => layer.valueAt([x + dx, y + dy])));
      }, [lon, lat]);
      if (!(height >= Math.min(...near) - 60 && height <= Math.max(...near) + 60)) throw new Error(`${height} m, pixels around ${near.join()}`);
    }
  });
}

async function testProfileDrawn(page, element) {
  await test('a line is drawn by clicks, which open nothing, and words that are no place are refused', async () => {
    await element.getByRole('button', { name: '在图上画剖面线' }).click();
    const box = await page.locator('#terrain-map').boundingBox();
    for (const [x, y] of [[0.4, 0.3], [0.6, 0.5], [0.5, 0.7]]) await page.mouse.click(box.x + x * box.width, box.y + y * box.height, { delay: 30 });
    await until(() => words(page, 'yzt-terrain-profile'), (now) => /已有 3 个/.test(now), 'three places');
    await element.getByRole('button', { name: '完成' }).click();
    await until(() => figures(page), (found) => found && found.length > 15_000, 'the drawn line');
    same(await page.evaluate(() => document.querySelector('#cover').dataset.selection?.size ?? 0), 0, 'polygons selected');
    await element.locator('textarea').fill('崂山');
    says(await words(page, 'yzt-terrain-profile'), '「崂山」不是坐标', 'words');
    same(await element.getByRole('button', { name: '画出剖面' }).isDisabled(), true, 'refused');
  });
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
