// Overdue equipment by keyboard alone: filtered, gone to on the map, looked up, inspectors assigned, saved and printed.
import { readFileSync } from 'node:fs';
import { guard } from '../shared/guard.mjs';
import { printed } from '../shared/printed.mjs';
import { same, says, test, until } from '../shared/report.mjs';

const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' };

const words = (page, tag) => page.evaluate((name) => document.querySelector(name).shadowRoot.textContent.replace(/\s+/g, ' '), tag);
const said = (page) => words(page, 'yzt-overdue-devices');

/** What the list must say, worked out from the rows by themselves. */
const counted = (page) =>
  page.evaluate(() => {
    const { dataset } = document.getElementById('devices');
    const passing = dataset.passing();
    const late = [...passing.keys()].filter((row) => passing[row] === 1 && new Date(dataset.value(row, 'due')) < new Date('2026-06-30T00:00:00+08:00'));
    return { devices: late.length, subjects: new Set(late.map((row) => dataset.value(row, 'uscc'))).size, all: dataset.rowCount };
  });

const grouped = (count) => count.toLocaleString('en-US');

async function testList(page) {
  await test('overdue devices are told by the day of the data, and the list agrees with the rows', async () => {
    await page.locator('[data-task=overdue]').focus();
    await page.keyboard.press('Enter');
    const text = await until(() => said(page), (now) => /台设备超期/.test(now), 'the list', 20_000);
    const { devices, subjects, all } = await counted(page);
    same(devices > 100 && devices < all / 4, true, 'overdue devices');
    says(text, new RegExp(`截至 2026年6月30日，${grouped(subjects)} 户使用单位的 ${grouped(devices)} 台设备超期`), 'list');
  });
  await test('kind and district narrow the list', async () => {
    const before = await counted(page);
    await page.evaluate(() => {
      const { dataset } = document.getElementById('devices');
      dataset.setFilter('class', { kind: 'in', field: 'class', values: ['lift'] });
      dataset.setFilter('district', { kind: 'in', field: 'district', values: ['370202', '370203', '370211'] });
    });
    const { devices, subjects } = await counted(page);
    same(devices > 0 && devices < before.devices, true, 'fewer devices');
    await until(() => said(page), (now) => now.includes(`${grouped(subjects)} 户使用单位的 ${grouped(devices)} 台`), 'the narrowed list');
  });
  await test('a subject of the list is gone to on the map, and its life is shown with what is overdue', async () => {
    await page.locator('yzt-overdue-devices [part=subject]').first().focus();
    await page.keyboard.press('Enter');
    says(await until(() => words(page, 'yzt-entity-profile'), (now) => /逾期 \d+ 项/.test(now), 'the profile'), /特种设备.*电梯 SB\d{5} 定期检验/, 'profile');
    same(await page.evaluate(() => [document.getElementById('devices').dataset.selection.size > 0, document.getElementById('device-points').invisible].join()), 'true,false', 'selected on the map');
    await until(() => page.evaluate(() => document.getElementById('map').zoom), (zoom) => zoom > 13.5, 'the flight');
  });
}

async function testAssign(page) {
  await test('inspectors are assigned by keyboard, saved as a file and printed without persons in charge', async () => {
    await page.locator('yzt-overdue-devices [part=assign]').focus();
    await page.keyboard.press('Enter');
    says(await until(() => said(page), (now) => /已派员：/.test(now), 'the pairs'), /派员：示例检查员\d+、示例检查员\d+/, 'pairs');
    await page.keyboard.press('Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const lines = readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
    same(lines.length - 1, (await counted(page)).subjects, 'rows of the file');
    says(download.suggestedFilename(), /示例数据.*\.csv$/, 'name of the file');
    says(lines[1], /示例检查员\d+、示例检查员\d+/, 'first row');
    const paper = await printed(page, 'yzt-overdue-devices', '打印名单');
    says(paper, /示例数据.*超期未检检查名单.*TS-2026-07.*示例检查员/s, 'paper');
    same(/\bF\d{5}\b/.test(paper + lines.join()), false, 'persons in charge');
  });
}

/** Hot spots of what passes the filters, off at first. */
async function testHotSpots(page) {
  await test('hot spots are worked out when their layer is shown, and follow the filters', async () => {
    const spots = () => page.evaluate(() => {
      const { dataset } = document.getElementById('hot-spots');
      const codes = Array.from({ length: dataset.rowCount }, (_, row) => dataset.value(row, 'hot'));
      return { count: codes.length, hot: codes.filter((code) => code.startsWith('hot')).length, scores: codes.every((code, row) => (dataset.value(row, 'z') > 0) === code.startsWith('hot')), sum: codes.reduce((sum, _, row) => sum + dataset.value(row, 'count'), 0) };
    });
    same((await spots()).count, 0, 'squares at first');
    await page.evaluate(() => (document.getElementById('hot-layer').invisible = false));
    const first = await until(spots, ({ count }) => count > 0, 'the squares', 40_000);
    same(first.hot > 10 && first.scores, true, 'hot squares, all with a high score');
    await page.evaluate(() => document.getElementById('subjects').dataset.setFilter('risk', { kind: 'in', field: 'risk', values: ['D'] }));
    const after = await until(spots, ({ sum }) => sum !== first.sum, 'the squares of class D', 40_000);
    same(after.sum < first.sum / 10 && after.hot > 0, true, 'fewer subjects in them');
  });
}

/** All words of the page, in shadow trees as well, with names of fields and filters. */
const everything = (page) =>
  page.evaluate(() => {
    const parts = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) parts.push(node.data);
      if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return;
      for (const name of ['field', 'group-by', 'symbology', 'share', 'aria-label', 'label']) if (node.getAttribute?.(name)) parts.push(node.getAttribute(name));
      if (node.shadowRoot) walk(node.shadowRoot);
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
    return parts.join(' ').replace(/\s+/g, ' ');
  });

async function testPublicFiles(page) {
  await test('files that the page for anybody saves have no word of the inside', async () => {
    const charts = page.locator('yzt-bar-chart[exportable], yzt-ranking-chart[exportable]');
    same(await charts.count(), 2, 'charts that give files');
    for (let at = 0; at < 2; at++) {
      await charts.nth(at).getByRole('button', { name: '导出' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), charts.nth(at).getByRole('button', { name: '数据 CSV' }).click()]);
      const text = readFileSync(await download.path(), 'utf8');
      says(download.suggestedFilename(), /\.csv$/, 'name of the file');
      same(text.trim().split(/\r?\n/).length > 8, true, 'rows of the file');
      same(/[A-D] ?类|risk|负责人|holder|超期|\bF\d{5}\b/.test(text + download.suggestedFilename()), false, 'words of the inside');
    }
    const rows = await page.evaluate(async () => (await document.querySelector('yzt-line-chart').toCsv()).text());
    same(/[A-D] ?类|risk|负责人/.test(rows), false, 'words of the inside in the course of years');
    // A row as a file would have it: every column that is there.
    const row = await page.evaluate(() => {
      const { dataset } = document.getElementById('subjects');
      return JSON.stringify(Object.fromEntries(dataset.columns.map(({ name }) => [name, dataset.value(0, name)])));
    });
    same(/"(?:risk|holder)"|:"[A-D]"/.test(row), false, `columns of the inside in ${row}`);
  });
}

async function testPublic(browser, site) {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = await guard(page, site.url);
  await page.goto(`${site.url}market/?mode=public&theme=dark`);
  await test('the page for anybody has no risk class and no person in charge, in words, rows and popups', async () => {
    await until(() => page.evaluate(() => document.getElementById('subjects').dataset.rowCount), (count) => count === 1_000_000, 'the subjects', 30_000);
    const columns = await page.evaluate(() => document.getElementById('subjects').dataset.columns.map(({ name }) => name));
    same(columns.includes('risk'), false, 'column of the class');
    same(await page.evaluate(() => ['pool', 'events', 'devices', 'inspectors'].filter((id) => document.getElementById(id)).join()), '', 'data of the inside');
    await page.evaluate(async () => {
      const { dataset } = document.getElementById('subjects');
      const map = document.getElementById('map');
      const [lon, lat] = dataset.geometry.coordinates.slice(0, 2);
      await map.flyTo({ center: [lon, lat], zoom: 16, duration: 0 });
      dataset.select([0]);
    });
    await until(() => page.evaluate(() => document.getElementById('map').zoom), (zoom) => zoom > 15.5, 'the place');
    const text = await until(() => everything(page), (now) => /100万|1,000,000/.test(now), 'the page');
    same(/[A-D] ?类|\brisk\b|class:risk|负责人（|超期/.test(text), false, 'words of the inside');
    says(text, /公众版：不含信用风险分类/, 'which page it is');
    same(await page.locator('.mode a').getAttribute('href'), '?theme=dark', 'the inside view, in the same theme');
  });
  await testPublicFiles(page);
  await test('nothing went wrong with the page for anybody', async () => same((await faults.faults()).join('\n'), '', 'faults'));
  await context.close();
}

/** The page of market supervision: D2. */
export async function testOverdue(browser, site) {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = await guard(page, site.url);
  await page.goto(`${site.url}market/`);
  await page.getByRole('tab', { name: '监管任务' }).click();
  await testList(page);
  await testAssign(page);
  await testHotSpots(page);
  await test('nothing went wrong with overdue equipment', async () => same((await faults.faults()).join('\n'), '', 'faults'));
  await context.close();
  await testPublic(browser, site);
}
