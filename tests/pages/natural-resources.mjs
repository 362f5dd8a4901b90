// Land: two years, two code lists, one filter that everything follows, and areas that add up in every unit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT } from '../../tools/build/examples.mjs';
import { toGaussKruger } from '@yizhangtu/map/crs';
import { guard } from '../shared/guard.mjs';
import { same, says, test, until } from '../shared/report.mjs';
import { zone40Zip } from '../shared/shapefile.mjs';

const text = (page, selector) => page.evaluate((one) => document.querySelector(one).shadowRoot.textContent.replace(/\s+/g, ' '), selector);
const field = (page) => page.evaluate(() => document.querySelector('#land-use').shadowRoot.querySelector('yzt-polygon-layer')?.symbologyModel?.field);

/** The page of land, by mouse and keyboard. */
export async function testNaturalResources(browser, site) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}natural-resources/`);
  await test('the page of land opens with parcels, figures and a table whose classes add up', async () => {
    await until(() => field(page), (now) => now === 'ydyh2023', 'the parcels', 20_000);
    const table = await until(() => text(page, 'yzt-land-use-table'), (now) => /合计/.test(now), 'the table');
    says(table, /示例数据.*耕地 4\d\d,\d{3} .*合计 1,1\d\d,\d{3} 100\.00%/, 'table');
    // 平方公里 of the indicator and 公顷 of the table are the same land.
    const [, hectares] = /合计 ([\d,]+) /.exec(table);
    const land = await text(page, 'yzt-indicator');
    same(Math.round(Number(hectares.replace(/,/g, '')) / 100), Number(/[\d,]{5,}/.exec(land)[0].replace(/,/g, '')), 'land in both units');
  });
  await test('the table counts in 亩 by a key', async () => {
    await page.locator('yzt-land-use-table input').first().focus();
    await page.keyboard.press('ArrowRight');
    const table = await until(() => text(page, 'yzt-land-use-table'), (now) => /面积（亩）/.test(now), 'areas in 亩');
    says(table, /合计 17,\d{3},\d{3} /, 'table');
  });
  await test('a class of the table narrows map, figures and list, and stays chosen in the other year', async () => {
    await page.locator('yzt-land-use-table').getByRole('button', { name: '耕地', exact: true }).click();
    const filtered = () => page.evaluate(() => [...document.getElementById('parcels').dataset.filters.keys()]);
    same((await until(filtered, (keys) => keys.length === 1, 'a filter'))[0], 'ydyh2023', 'filter');
    await page.getByRole('button', { name: /2019/ }).first().click();
    same((await until(filtered, (keys) => keys[0] === 'ydyh2019', 'the filter of the other year')).length, 1, 'filters');
    says(await until(() => text(page, 'yzt-filter-summary'), (now) => /2,\d{3}|3,\d{3}/.test(now), 'fewer parcels'), /个图斑/, 'summary');
  });
  await test('the other code list has its own classes and colours', async () => {
    await page.locator('[data-list="dlbm"]').click();
    await until(() => field(page), (now) => now === 'dlbm2019', 'the other list');
    says(await until(() => text(page, 'yzt-land-use-table'), (now) => /种植园用地/.test(now), 'its classes'), /第三次全国国土调查/, 'table');
  });
  await testSwipe(page);
  await testCheck(page);
  await test('the page of land asks no other host and says nothing in the console', () => watch.faults());
  await context.close();
}

/** The ring of the page's red line. */
function redLineRing() {
  const [feature] = JSON.parse(readFileSync(join(OUT, 'natural-resources', 'data', 'redline.geojson'), 'utf8')).features;
  return feature.geometry.coordinates[0];
}

/** The same red line as a bureau sends it: a zipped shapefile in CGCS2000, zone 40 (EPSG:4528), with its table in GBK. */
function redLineZip() {
  // Shapefiles have outer rings clockwise, GeoJSON the other way round.
  const ring = redLineRing().map(([lon, lat]) => toGaussKruger(lon, lat, 120, 40_500_000)).reverse();
  return { name: '红线4528.zip', mimeType: 'application/zip', buffer: zone40Zip(ring) };
}

/** The red line of the page, moved aside, as a file of the reader. */
function redLineFile() {
  const ring = redLineRing();
  const text = `POLYGON((${ring.map(([lon, lat]) => `${(lon + 0.001).toFixed(6)} ${lat}`).join(', ')}))`;
  return { name: '红线.wkt', mimeType: 'text/plain', buffer: Buffer.from(text) };
}

const checked = (page) =>
  page.evaluate(() => {
    const { result } = document.querySelector('yzt-compliance-check');
    return result && { verdict: result.verdict, whole: result.wholeM2, sums: result.layers.map(({ sumM2 }) => sumM2), classes: result.layers[3].rows.length };
  });

/** Scenario B1: a red line against control layers. */
async function testCheck(page) {
  const workers = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await test('a red line is checked by itself, in a worker: verdict, areas by layer and class that add up within 0.01 ㎡, pieces on the map', async () => {
    await page.getByRole('tab', { name: '合规审查' }).click();
    await page.locator('.sample').click();
    const result = await until(() => checked(page), (now) => now !== undefined, 'a result', 15_000);
    says(workers.join(' '), /overlay\.worker/, 'workers');
    same(result.verdict, 'prohibited', 'verdict');
    for (const sum of result.sums) if (!(Math.abs(sum - result.whole) < 0.01)) throw new Error(`parts ${sum} ㎡, red line ${result.whole} ㎡`);
    says(await text(page, 'yzt-compliance-check'), /禁止：触及禁止性规则 ?红线面积 5,8\d\d,\d{3}\.\d\d ㎡.*永久基本农田.*生态保护红线.*城镇开发边界.*用地现状/, 'report');
    same(await page.evaluate(() => document.getElementById('conflicts').dataset.rowCount > 5), true, 'pieces on the map');
  });
  await test('a red line drawn on the map, by clicks, is checked; the clicks open nothing', async () => {
    const before = await checked(page);
    await page.locator('yzt-draw-area').getByRole('button', { name: '在图上画红线' }).click();
    const box = await page.locator('yzt-map').boundingBox();
    for (const [x, y] of [[0.4, 0.4], [0.6, 0.42], [0.55, 0.6]]) await page.mouse.click(box.x + x * box.width, box.y + y * box.height, { delay: 30 });
    await until(() => text(page, 'yzt-draw-area'), (now) => /已有 3 个角/.test(now), 'three corners');
    await page.locator('yzt-draw-area').getByRole('button', { name: '完成' }).click();
    const after = await until(() => checked(page), (now) => now !== undefined && now.whole !== before.whole, 'another result', 15_000);
    for (const sum of after.sums) if (!(Math.abs(sum - after.whole) < 0.01)) throw new Error(`parts ${sum} ㎡, red line ${after.whole} ㎡`);
    same(await page.evaluate(() => document.getElementById('parcels').dataset.selection?.size ?? 0), 0, 'parcels selected');
  });
  await test('a file of the reader is checked in its place, and saved as CSV', async () => {
    const before = await checked(page);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('yzt-open-file button').first().click()]);
    await chooser.setFiles(redLineFile());
    const after = await until(() => checked(page), (now) => now !== undefined && now.whole !== before.whole, 'another result', 15_000);
    for (const sum of after.sums) if (!(Math.abs(sum - after.whole) < 0.01)) throw new Error(`parts ${sum} ㎡, red line ${after.whole} ㎡`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('yzt-compliance-check').getByRole('button', { name: '导出 CSV' }).click()]);
    says(readFileSync(await download.path(), 'utf8'), /图层,类别,面积（㎡）,面积（亩）.*\r?\n永久基本农田,范围内,\d+/, 'file');
  });
  await testShapefile(page);
  await testReport(page);
}

/** A file dropped on the panel. */
async function drop(page, selector, { name, mimeType, buffer }) {
  await page.evaluate(([target, file]) => {
    const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], file.name, { type: file.type }));
    for (const type of ['dragenter', 'dragover', 'drop']) document.querySelector(target).dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }));
  }, [selector, { name, type: mimeType, base64: buffer.toString('base64') }]);
}

async function testShapefile(page) {
  await test('the same red line dropped on the map as a shapefile in EPSG:4528 with a table in GBK has the same areas, to 0.01 ㎡', async () => {
    await page.locator('.sample').click();
    const before = await checked(page);
    const sample = await until(() => checked(page), (now) => now !== undefined && now.whole !== before?.whole, 'the example', 15_000);
    await drop(page, 'yzt-map', redLineFile());
    await until(() => checked(page), (now) => now !== undefined && now.whole !== sample.whole, 'another red line', 15_000);
    await drop(page, 'yzt-map', redLineZip());
    const name = () => page.evaluate(() => document.getElementById('redline').dataset.value(0, '名称'));
    same(await until(name, (now) => now === '崂山区', 'its name in GBK'), '崂山区', 'name');
    const found = await until(() => checked(page), (now) => now !== undefined && Math.abs(now.whole - sample.whole) < 1, 'the same red line', 15_000);
    if (!(Math.abs(found.whole - sample.whole) < 0.01)) throw new Error(`${found.whole} ㎡ as a shapefile, ${sample.whole} ㎡ as GeoJSON`);
    for (const [at, sum] of found.sums.entries()) if (!(Math.abs(sum - found.whole) < 0.01)) throw new Error(`layer ${at}: parts ${sum} ㎡, red line ${found.whole} ㎡`);
    same([found.verdict, found.classes], ['prohibited', sample.classes], 'verdict');
    says(await text(page, 'yzt-compliance-check'), /禁止：触及禁止性规则.*位置 ?㎡ ?亩 ?占红线 ?范围内 ?禁止 [\d,]+\.\d\d [\d,]+\.\d{4} \d+\.\d\d%/, 'table');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('yzt-compliance-check').getByRole('button', { name: '导出 CSV' }).click()]);
    const rows = readFileSync(await download.path(), 'utf8').split(/\r?\n/).map((line) => line.split(','));
    const farmland = rows.filter(([layer]) => layer === '永久基本农田');
    same(farmland.map((row) => row[1]), ['范围内', '范围外', '合计'], 'rows of the first layer');
    const [, , inside, mu, share] = farmland[0].map(Number);
    if (!(Math.abs((inside * 3) / 2000 - mu) < 1e-3 && Math.abs((100 * inside) / found.whole - share) < 1e-3)) throw new Error(`row does not agree with itself: ${farmland[0].join()}`);
  });
}

async function testReport(page) {
  await test('the report on paper has the map around the red line, says that it has no 审图号, and when it was made', async () => {
    const printed = await page.evaluate(() => new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        const frame = document.querySelector('body > iframe');
        if (!frame) return;
        observer.disconnect();
        frame.contentWindow.print = () => {
          const canvas = frame.contentDocument.querySelector('canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          // The outline of the red line, in its dark red, is somewhere.
          let red = 0;
          for (let at = 0; at < data.length; at += 4) if (data[at] > 110 && data[at + 1] < 45 && data[at + 2] < 55) red += 1;
          resolve({ words: frame.contentDocument.body.textContent, size: [canvas.width, canvas.height], red });
          frame.contentWindow.dispatchEvent(new Event('afterprint'));
        };
      }).observe(document.body, { childList: true });
      [...document.querySelector('yzt-compliance-check').shadowRoot.querySelectorAll('button')].find((one) => /打印报告/.test(one.textContent)).click();
    }));
    same(printed.size, [1376, 800], 'picture');
    if (printed.red < 500) throw new Error(`${printed.red} pixels of the red line`);
    says(printed.words, /示例数据，不作依据.*审图号：—（本图没有审图号，为示意图）制图日期：\d{4}年.*来源：.*永久基本农田/s, 'report');
  });
}

async function testSwipe(page) {
  await test('two years are compared on the two sides of a divider that goes by keys', async () => {
    const button = page.getByRole('button', { name: '卷帘对比 2019 与 2023' });
    await button.click();
    const slider = page.getByRole('slider', { name: '2019 与 2023 卷帘对比' });
    await slider.focus();
    await slider.press('PageUp');
    says(await slider.getAttribute('aria-valuetext'), /40%.*2019.*2023/, 'divider');
    same(await page.evaluate(() => document.querySelector('#land-2019').isShown), true, 'parcels of 2019');
    await page.getByRole('button', { name: /^2019/ }).click();
    await until(() => field(page), (now) => now === 'dlbm2019', 'one year');
    same(await slider.count(), 0, 'on the whole map');
    await button.click();
    await until(() => field(page), (now) => now === 'dlbm2023', 'the other year again');
    same(await slider.count(), 1, 'with the divider');
    await button.click();
    same([await slider.count(), await page.evaluate(() => document.querySelector('#land-2019').isShown)], [0, false], 'divider and parcels of 2019');
  });
}
