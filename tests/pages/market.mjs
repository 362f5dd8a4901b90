// A draw on a pool of ten thousand by keyboard alone, its minutes, and its verification on another machine.
import { readFileSync } from 'node:fs';
import { guard } from '../shared/guard.mjs';
import { printed } from '../shared/printed.mjs';
import { same, says, test, until } from '../shared/report.mjs';

const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' };

/** What the panel says, and what was drawn. */
const said = (page) =>
  page.evaluate(() => {
    const panel = document.querySelector('yzt-random-draw');
    const { dataset } = document.getElementById('pool');
    return {
      words: panel.shadowRoot.textContent.replace(/\s+/g, ' '),
      record: panel.record,
      spoken: panel.shadowRoot.querySelector('[role=status]')?.textContent.trim() ?? '',
      shown: document.getElementById('drawn').invisible ? 0 : dataset.passing().reduce((sum, one) => sum + one, 0),
    };
  });

/** Opens the page on the tab of the draw. */
async function opened(browser, site, faults) {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  faults.push(await guard(page, site.url));
  await page.goto(`${site.url}market/`);
  await page.getByRole('tab', { name: '监管任务' }).click();
  await until(() => said(page), ({ words }) => /检查对象 10,000 个/.test(words), 'the pool', 20_000);
  return { context, page };
}

/** Presses Tab until what has the focus says these words, then Enter. */
async function pressByKeys(page, words) {
  const focused = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent.trim() ?? '';
  });
  for (let press = 0; press < 40; press++) {
    if ((await focused()) === words) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${words}`);
}

async function drawByKeys(page) {
  await pressByKeys(page, '冻结名录');
  await until(() => said(page), ({ spoken }) => /名录已冻结/.test(spoken), 'the frozen lists');
  await page.getByLabel('见证方 1').focus();
  for (const text of ['市局', '双色球 2026073', '公证处', '37', '张三']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await pressByKeys(page, '生成承诺值');
  await page.getByLabel(/承诺值已公布/).focus();
  await page.keyboard.press('Space');
  await pressByKeys(page, '开始抽取');
  return until(() => said(page), ({ record }) => record !== undefined, 'the record', 30_000);
}

/** Drawn, saved and printed at one machine. Returns the record and its file. */
async function testDraw(page) {
  let text = '';
  let first;
  await test('ten thousand subjects are drawn by keyboard alone, said aloud and shown on the map', async () => {
    first = await drawByKeys(page);
    says(first.spoken, /抽取完成，共抽中 \d+ 个对象/, 'spoken');
    same(first.record.poolCount, 10_000, 'subjects');
    same(first.record.strata.map(({ count, drawn, perTenThousand }) => drawn === Math.ceil((count * perTenThousand) / 10_000)).join(), 'true,true,true,true', 'numbers of the classes');
    same(first.record.result.every(({ inspectors }) => inspectors.length === 2), true, 'pairs');
    same(first.shown, first.record.result.length, 'drawn subjects on the map');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存记录（JSON）' }).press('Enter')]);
    text = readFileSync(await download.path(), 'utf8');
    same(JSON.parse(text).recordHash, first.record.recordHash, 'hash in the file');
  });
  await test('minutes are printed in a document of their own, marked as example data', async () => {
    const paper = await printed(page, 'yzt-random-draw', '打印抽取记录');
    says(paper, /示例数据.*抽取记录.*见证人.*市局、公证处/s, 'minutes');
    says(paper, new RegExp(first.record.recordHash), 'minutes');
  });
  await test('who is selected on the map is shown with all that happened to it', async () => {
    const uscc = first.record.result[0].uscc;
    await page.evaluate((code) => {
      const { dataset } = document.getElementById('pool');
      dataset.select(dataset.matching({ kind: 'in', field: 'uscc', values: [code] }));
    }, uscc);
    const profile = () => page.evaluate(() => document.querySelector('yzt-entity-profile').shadowRoot.textContent.replace(/\s+/g, ' '));
    says(await until(profile, (words) => /设立登记/.test(words), 'the events'), new RegExp(`${uscc} 校验正确.*全生命周期`), 'profile');
  });
  return { text, record: first.record };
}

/** Held against the lists of another machine. */
async function testVerify(page, { text, record: first }) {
  const input = page.locator('yzt-random-draw input[type=file]');
  const verified = async (name, content) => {
    await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    return (await until(() => said(page), ({ words }) => words.includes(name), 'a verdict', 30_000)).words;
  };
  await test('another machine verifies the file, and finds a change', async () => {
    says(await verified('record.json', text), /复核一致/, 'verdict');
    const record = JSON.parse(text);
    record.result[0].inspectors = record.result[1].inspectors;
    says(await verified('changed.json', JSON.stringify(record)), /记录被改动过.*抽取结果与重新计算的不同/, 'faults');
  });
  await test('the same draw on the other machine gives the same bytes, but for the time', async () => {
    const { record } = await drawByKeys(page);
    same(JSON.stringify(record.result), JSON.stringify(first.result), 'result');
  });
}

/** The page of market supervision: D1. */
export async function testMarket(browser, site) {
  const guards = [];
  const { context, page } = await opened(browser, site, guards);
  const made = await testDraw(page);
  const other = await opened(browser, site, guards);
  await testVerify(other.page, made);
  await test('a filter is followed by the figures', async () => {
    await other.page.evaluate(() => document.getElementById('subjects').dataset.setFilter('risk', { kind: 'in', field: 'risk', values: ['D'] }));
    const words = () => other.page.evaluate(() => document.querySelector('yzt-filter-summary').shadowRoot.textContent.replace(/\s+/g, ' '));
    says(await until(words, (text) => /50,195/.test(text), 'the filter'), /户市场主体/, 'summary');
  });
  await test('nothing went wrong on the way', async () => {
    const faults = await Promise.all(guards.map((one) => one.faults()));
    same(faults.flat().join('\n'), '', 'faults');
  });
  await Promise.all([context.close(), other.context.close()]);
}
