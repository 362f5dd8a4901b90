// At a desk: each view filters all others, and every number is the one a plain count over the file gives.
import { same, says, test, until } from '../shared/report.mjs';
import { drawn, filter, numbers, open, showCharts, showList, shown, sum, textOf, venues } from './stage.mjs';

const ROWS = venues();
const count = (keep) => ROWS.filter(keep).length;
const settle = (page, wanted) =>
  until(
    async () => (await numbers(page)).list,
    (list) => list === wanted,
    'rows in the list',
  );

/** List, card, summary, map and both charts must say the same. `group` is the class that alone is left, if one is. */
async function agree(page, wanted, group) {
  await settle(page, wanted);
  await page.waitForTimeout(60);
  const now = await numbers(page);
  same({ card: now.card, summary: now.summary, map: now.map }, { card: wanted, summary: wanted, map: wanted }, 'other views');
  same(sum(now.ranking), wanted, 'sum of the ranking');
  if (group) same([now.bars[group], now.legend[group]], [wanted, wanted], `bar and legend of ${group}`);
  else same([sum(now.bars), sum(now.legend)], [wanted, wanted], 'sums of bars and legend');
}

async function testStart(page) {
  await test('the first picture: the map is drawn, and list, cards, charts and legend agree with the file', async () => {
    await until(
      () => drawn(page),
      (pixels) => pixels >= 100_000,
      'pixels drawn',
      15000,
    );
    await agree(page, ROWS.length);
    const cards = await page.evaluate(() =>
      [...document.querySelectorAll('#qingdao yzt-indicator')].map((card) =>
        card.shadowRoot.querySelector('.number').textContent.trim(),
      ),
    );
    const open = `${((100 * count((row) => row.openState === 'open')) / ROWS.length).toFixed(1)}`;
    same([cards.length, cards[1], cards.every((text) => /\d/.test(text))], [4, open, true], `cards ${cards}`);
  });
  await test('seeded data says so: 示例数据 in title bar, panels and attribution', async () => {
    says(await textOf(shown(page, 'yzt-filter-summary')), '示例', 'panel');
    says(await textOf(shown(page, '.strip yzt-attribution')), '示例数据', 'attribution');
  });
}

async function testFilters(page) {
  const trails = count((row) => row.typeGroup === 'trail');
  await test('a click on a type chip: list, card, chart, legend and map show the number of that type', async () => {
    await filter(page, '[field=typeGroup]')
      .getByRole('button', { name: /步道路径/ })
      .click();
    await agree(page, trails, '步道路径');
  });
  await test('a second filter counts on top of the first, and its chips show what would be left', async () => {
    const free = count((row) => row.typeGroup === 'trail' && row.fee === 'free');
    const chip = filter(page, '[field=fee]').getByRole('button', { name: /免费/ });
    says(await chip.innerText(), free.toLocaleString('en'), 'chip');
    await chip.click();
    await agree(page, free, '步道路径');
  });
  await test('clear all: everything is back', async () => {
    await shown(page, 'yzt-filter-summary').getByRole('button', { name: '清除全部' }).click();
    await agree(page, ROWS.length);
  });
}

async function testClicks(page) {
  await test('a bar of the ranking: the district alone is left', async () => {
    await shown(page, '.ranking').locator('.hit[aria-label^="崂山区"]').click();
    await settle(
      page,
      count((row) => row.district === '370212'),
    );
    same(
      (await numbers(page)).map,
      count((row) => row.district === '370212'),
      'map',
    );
    await shown(page, '.ranking').locator('.hit[aria-label^="崂山区"]').click();
    await settle(page, ROWS.length);
  });
  await test('a class of the legend, then another one in addition', async () => {
    const legend = shown(page, 'yzt-legend');
    await legend.getByRole('button', { name: /游泳水上/ }).click();
    await agree(
      page,
      count((row) => row.typeGroup === 'aquatic'),
      '游泳水上',
    );
    await legend.getByRole('button', { name: /冰雪轮滑/ }).click();
    await settle(
      page,
      count((row) => ['aquatic', 'ice-roller'].includes(row.typeGroup)),
    );
    await legend.getByRole('button', { name: /全部/ }).click();
    await agree(page, ROWS.length);
  });
}

async function testWords(page) {
  await test('search words: rows that hold them in any text, and nothing found says the way out', async () => {
    const search = filter(page, '[kind=text]').getByRole('searchbox');
    await search.fill('001号');
    await settle(
      page,
      count((row) => row.name.includes('001号')),
    );
    await search.fill('没有这样的场馆');
    await until(
      () => textOf(shown(page, 'yzt-feature-list')),
      (text) => text.includes('没有符合条件的'),
      'list',
    );
    await showList(page);
    await shown(page, 'yzt-feature-list').getByRole('button', { name: '清除筛选条件' }).click();
    await showCharts(page);
    await agree(page, ROWS.length);
    same(await search.inputValue(), '', 'search box');
  });
  await test('a range by keyboard: the rows within it', async () => {
    const low = filter(page, '[kind=range]').getByRole('slider', { name: /最小值/ });
    await low.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    const { min, max } = await page.evaluate(() => document.getElementById('venues').dataset.filters.get('areaM2'));
    if (!(min > 0)) throw new Error(`range ${min} to ${max}`);
    await agree(
      page,
      count((row) => row.areaM2 >= min && (max === undefined || row.areaM2 <= max)),
    );
    await shown(page, 'yzt-filter-summary')
      .getByRole('button', { name: /移除筛选条件：场地面积/ })
      .click();
    await agree(page, ROWS.length);
  });
}

/** The row whose list entry, symbol and popup are looked at. */
const ONE = 2;
const selection = (page) => page.evaluate(() => [...document.getElementById('venues').dataset.selection]);
const card = (page) => shown(page, 'yzt-map').getByRole('dialog');

async function testSelection(page) {
  await test('a row of the list: selected on the map, which flies there and shows its popup; the focus stays in the list until Enter on the map', async () => {
    await showList(page);
    await filter(page, '[kind=text]').getByRole('searchbox').fill(ROWS[ONE].name);
    await settle(page, 1);
    await shown(page, 'yzt-feature-list').locator('.row').first().click();
    same(await selection(page), [ONE], 'selection');
    const near = () => page.evaluate(() => document.getElementById('map').center);
    await until(near, ([lon, lat]) => Math.hypot(lon - ROWS[ONE].place[0], lat - ROWS[ONE].place[1]) < 0.002, 'centre');
    await card(page).waitFor();
    says(await card(page).innerText(), ROWS[ONE].name, 'popup');
    same(await page.evaluate(() => document.activeElement.localName), 'yzt-feature-list', 'focus');
    // A key asks what is drawn, so the frame must be there.
    const inTheMiddle = () =>
      page.evaluate(() => {
        const map = document.getElementById('map');
        return map.pick([map.clientWidth / 2, map.clientHeight / 2]).filter((hit) => hit.layer.id === 'points').length;
      });
    await until(inTheMiddle, (hits) => hits > 0, 'rows drawn in the middle');
    await shown(page, 'yzt-map').locator('.viewport').focus();
    await page.keyboard.press('Enter');
    await until(
      () => page.evaluate(() => document.activeElement.localName),
      (name) => name === 'yzt-popup',
      'focus',
    );
  });
  await test('the popup speaks the reader’s words: 中文别名, names of codes, source; Escape closes it and gives the focus back', async () => {
    const text = await card(page).innerText();
    says(text, ROWS[ONE].name, 'popup');
    for (const word of ['场地类型', '所在区市', '市南区', '开放情况', '场地面积', '㎡', '青岛市体育局（示例）'])
      says(text, word, 'popup');
    if (/typeCode|openState|areaM2|370202/.test(text)) throw new Error(`field names in the popup: ${text}`);
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    same(await page.evaluate(() => document.activeElement.localName), 'yzt-map', 'focus');
  });
}

async function testClickOnMap(page) {
  await test('a click on a symbol opens its popup; a click beside everything closes it and ends the selection', async () => {
    const at = await page.evaluate((place) => {
      const map = document.getElementById('map');
      const box = map.getBoundingClientRect();
      const [x, y] = map.pixelOf(place);
      return [box.left + x, box.top + y];
    }, ROWS[ONE].place);
    await page.mouse.click(...at);
    await card(page).waitFor();
    same((await selection(page)).length, 1, 'selected rows');
    await page.evaluate(() => (document.getElementById('map').center = [122.5, 35.2]));
    await page.waitForTimeout(150);
    const box = await shown(page, 'yzt-map').boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + 90);
    await card(page).waitFor({ state: 'detached' });
    same(await selection(page), [], 'selection');
  });
  await test('«only in view»: the list holds what the map shows, and follows it', async () => {
    await filter(page, '[kind=text]').getByRole('searchbox').fill('');
    await settle(page, ROWS.length);
    await page.evaluate(() => document.getElementById('map').home());
    await shown(page, 'yzt-feature-list').getByRole('checkbox').check();
    await page.evaluate(() => (document.getElementById('map').bounds = [120.3, 36.04, 120.5, 36.16]));
    const inView = async () => {
      const [west, south, east, north] = await page.evaluate(() => document.getElementById('map').viewBounds);
      return count(({ place: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north);
    };
    const wanted = await until(inView, (rows) => rows < ROWS.length && rows > 0, 'rows in view');
    await settle(page, wanted);
    await shown(page, 'yzt-feature-list').getByRole('checkbox').uncheck();
    await showCharts(page);
    await agree(page, ROWS.length);
  });
}

/** The whole desk, by mouse and keys. */
export async function testLinked(browser, site) {
  await test('the index page lists the example and links to it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url);
    await page
      .getByRole('link', { name: /全民健身一张图/ })
      .first()
      .click();
    await page.waitForURL(/\/fitness\//);
    same(await page.title(), '全民健身一张图', 'title');
    await context.close();
  });
  const { page, watch, close } = await open(browser, site);
  await testStart(page);
  await testFilters(page);
  await testClicks(page);
  await testWords(page);
  await testSelection(page);
  await testClickOnMap(page);
  await test('at the desk nothing lengthens the page, which would slide away when something in it is scrolled to', async () => {
    const { scrollHeight, clientHeight } = await page.evaluate(() => {
      const shell = document.querySelector('yzt-page:not([hidden])');
      return { scrollHeight: shell.scrollHeight, clientHeight: shell.clientHeight };
    });
    same(scrollHeight, clientHeight, 'height of the page and of what is in it');
  });
  await test('at the desk: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
