// A million rows and a page of markup alone: whatever is filtered, every view shows what a plain count over the columns gives.
import { guard } from '../shared/guard.mjs';
import { same, test, until } from '../shared/report.mjs';

const ROWS = 1_000_000;
const NUMBER = /[\d,]+/;

/** What the views say now: rows left, and the sums of two charts. */
function said(page) {
  return page.evaluate(() => {
    const deep = (tag) => document.querySelector(tag).shadowRoot;
    const chart = (query) => document.querySelector(query).shadowRoot;
    const cells = (root) => [...root.querySelectorAll('table tbody td:nth-child(2)')].map((cell) => Number(cell.textContent.replaceAll(',', '')));
    const add = (numbers) => numbers.reduce((sum, value) => sum + value, 0);
    return {
      summary: deep('yzt-filter-summary').textContent,
      table: deep('yzt-feature-table').querySelector('.total').textContent,
      years: add(cells(chart('yzt-bar-chart[group-by=founded]'))),
      risks: add(cells(chart('yzt-pie-chart'))),
      industries: add(cells(chart('yzt-bar-chart[group-by=industry]'))),
    };
  });
}

/** Rows that pass, counted one by one in the columns. */
function counted(page, { industry, min = -Infinity, max = Infinity }) {
  return page.evaluate(
    ([word, low, high]) => {
      const { dataset } = document.getElementById('subjects');
      const { codes, dictionary } = dataset.column('industry');
      const { values } = dataset.column('capital');
      let count = 0;
      for (let row = 0; row < dataset.rowCount; row++) {
        if (word && dictionary[codes[row]] !== word) continue;
        if (values[row] >= low && values[row] <= high) count++;
      }
      return count;
    },
    [industry, min, max],
  );
}

async function agree(page, { left, industries }) {
  const first = (text) => Number((NUMBER.exec(text)?.[0] ?? '').replaceAll(',', ''));
  await until(
    async () => first((await said(page)).summary),
    (rows) => rows === left,
    'rows in the summary',
    20_000,
  );
  const now = await until(
    () => said(page),
    ({ table, years }) => first(table) === left && years === left,
    'table and chart of years',
    20_000,
  );
  same({ risks: now.risks, industries: now.industries }, { risks: left, industries }, 'other charts');
}

/** All that a reader sees or hears, without code words of the data. */
function allText(page) {
  return page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (/^(?:script|style|yzt-appearance)$/.test(element.localName) || element.slot === 'emblem') continue;
        for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.data);
        for (const name of ['aria-label', 'title', 'placeholder', 'label', 'unit', 'noun']) found.push(element.getAttribute(name) ?? '');
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.body);
    return found.map((text) => text.trim()).filter((text) => /[\u4e00-\u9fff]/.test(text));
  });
}

async function bothLanguages(page) {
  const languages = page.locator('yzt-appearance');
  const title = '一百万行联动';
  await languages.getByRole('button', { name: /English/ }).click();
  const left = await until(
    async () => (await allText(page)).filter((text) => !text.startsWith('示例数据')),
    (texts) => texts.length === 0,
    'Chinese words',
    10_000,
  ).catch((error) => error);
  await languages.getByRole('button', { name: /中文/ }).click();
  await until(() => page.locator('h1').textContent(), (text) => text === title, 'Chinese title again', 10_000);
  same(await page.locator('yzt-indicator').first().getAttribute('label'), '市场主体', 'label of the first figure');
  if (left instanceof Error) throw left;
}

/** Theme and language as the address has them; the shell's own parts; the box that the map is to show, in the room that it has once the shell is there. */
async function byAddress(browser, site) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${site.url}linked/index.html?theme=dark&lang=en`);
  await page.waitForFunction((rows) => document.getElementById('subjects')?.dataset?.rowCount === rows, ROWS, { timeout: 60_000 });
  const seen = () =>
    page.evaluate(() => {
      const [west, south, east, north] = document.getElementById('map').viewBounds ?? [0, 0, 0, 0];
      const shell = document.querySelector('yzt-page');
      return {
        theme: document.documentElement.dataset.yztTheme,
        title: shell.shadowRoot.querySelector('h1').textContent,
        layout: shell.getAttribute('data-layout'),
        fitted: south <= 35.43 && north >= 37.41 && west <= 119.51 && east >= 121.04 && (north - south < 2.1 || east - west < 1.65),
        figures: [...document.querySelectorAll('yzt-indicator')].map((card) => card.shadowRoot.textContent).filter((text) => /[\u4e00-\u9fff]/.test(text)).length,
      };
    });
  const wanted = { theme: 'dark', title: 'A million linked rows', layout: 'desk', fitted: true, figures: 0 };
  const last = await until(seen, (now) => JSON.stringify(now) === JSON.stringify(wanted), 'page by its address', 10_000).catch(seen);
  await context.close();
  same(last, wanted, 'page by its address');
}

/** Opens the page, filters by a bar and a range, and takes both back. */
export async function testMillion(browser, site) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}linked/index.html`);
  // The table twins of the charts are what is read here.
  await page.waitForFunction((rows) => document.getElementById('subjects')?.dataset?.rowCount === rows, ROWS, { timeout: 60_000 });
  for (const chart of await page.locator('yzt-bar-chart, yzt-pie-chart').all()) await chart.getByRole('button', { name: '表格' }).click();
  await test('a million rows: summary, table and charts agree', () => agree(page, { left: ROWS, industries: ROWS }));
  const industries = page.locator('yzt-bar-chart[group-by=industry]');
  await test('a bar of one view: the others show its rows alone, it shows all', async () => {
    await industries.getByRole('button', { name: '图表' }).click();
    await industries.locator('.hit[aria-label^="制造业"]').click();
    await industries.getByRole('button', { name: '表格' }).click();
    const left = await counted(page, { industry: 'C' });
    await agree(page, { left, industries: ROWS });
  });
  await test('a range on top of it: every view counts both, the chart of industries the range alone', async () => {
    const low = page.locator('yzt-filter[field=capital]').getByRole('slider', { name: /最小值/ });
    await low.focus();
    await page.keyboard.press('ArrowRight');
    const { min, max } = await page.evaluate(() => document.getElementById('subjects').dataset.filters.get('capital'));
    await agree(page, { left: await counted(page, { industry: 'C', min, max }), industries: await counted(page, { min, max }) });
  });
  await test('clear all: the million is back', async () => {
    await page.locator('yzt-filter-summary').getByRole('button', { name: '清除全部' }).click();
    await agree(page, { left: ROWS, industries: ROWS });
  });
  await test('in English the page says nothing in Chinese but its source, and it is Chinese again', () => bothLanguages(page));
  await test('the page goes by theme and language of its address, and its map shows the whole city', () => byAddress(browser, site));
  await test('with a million rows: no error, no other host, nothing refused by the policy', () => watch.faults());
  await context.close();
}
