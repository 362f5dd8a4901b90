// A view of real data that not every server has.
import { same, says, skip, test, until } from '../shared/report.mjs';
import { filter, grounds, loaded, numbers, open, shown, textOf } from './stage.mjs';

async function testThere(page, rows) {
  await test('青岛 → 香港: the real grounds, each number as in the file, with their source', async () => {
    await page.getByRole('button', { name: /香港/ }).click();
    await until(
      () => page.evaluate(() => document.getElementById('grounds')?.dataset?.rowCount),
      (count) => count === rows.length,
      'rows',
      10000,
    );
    await until(
      () => numbers(page).catch(() => ({})),
      ({ map, list, card }) => map === rows.length && list === rows.length && card === rows.length,
      'map, list, card',
    );
    const attribution = await textOf(shown(page, '.strip yzt-attribution'));
    says(attribution, 'DATA.GOV.HK', 'attribution');
    same(await page.locator('#qingdao').isVisible(), false, 'the other view');
    if (attribution.includes('示例数据')) throw new Error('real data is called 示例数据');
  });
}

async function testFinder(page, rows) {
  await test('the finder lists all grounds by their distance from a place, and its card has the words of the source', async () => {
    const finder = shown(page, 'yzt-venue-finder');
    await until(() => finder.evaluate((element) => Number(element.shadowRoot.querySelector('.count b')?.textContent)), (count) => count === rows.length, 'grounds');
    const line = finder.locator('button.line').first();
    const name = await line.locator('.name').textContent();
    const row = rows.find(({ name_tc }) => name_tc === name);
    if (!row) throw new Error(`no ground is called ${name}`);
    await line.click();
    says(await finder.locator('.card').textContent(), row.phone, 'card');
    says(await finder.evaluate((element) => element.shadowRoot.textContent), '以九龍为起点', 'place');
    await line.click();
  });
}

async function testText(page, rows) {
  await test('markup in the hours of the source is shown as text; nothing of it becomes an element', async () => {
    const row = rows.findIndex(({ hours_tc }) => /<(?:strong|p|br)/.test(hours_tc));
    await page.evaluate((number) => {
      const view = document.getElementById('hongkong');
      const layer = view.querySelector('yzt-map').layers.filter(({ noLegend }) => !noLegend).at(-1);
      const { dataset } = document.getElementById('grounds');
      view.querySelector('yzt-popup').show([{ layer, dataset, row: number, lonLat: [114.17, 22.3] }]);
    }, row);
    const card = shown(page, 'yzt-map').getByRole('dialog');
    await card.waitFor();
    says((await card.textContent()).replace(/\s+/g, ' '), rows[row].hours_tc.slice(0, 30).replace(/\s+/g, ' '), 'popup');
    const strange = await page.evaluate(() =>
      [...document.querySelector('#hongkong yzt-popup').shadowRoot.querySelectorAll('strong, u, br, p, script, img')].map(
        (node) => node.localName,
      ),
    );
    same(strange, [], 'elements from data');
    await page.keyboard.press('Escape');
  });
}

async function testFilters(page, rows) {
  await test('search and district of Hong Kong filter its views and leave Qingdao alone', async () => {
    const district = rows[0].district_tc;
    await filter(page, '[field^=district]')
      .getByRole('button', { name: new RegExp(district) })
      .first()
      .click();
    const wanted = rows.filter((one) => one.district_tc === district).length;
    await until(
      async () => (await numbers(page)).list,
      (list) => list === wanted,
      'list',
    );
    same((await numbers(page)).map, wanted, 'map');
    await page.getByRole('button', { name: /青岛/ }).first().click();
    const { list, summary } = await numbers(page);
    same([list, await page.evaluate(() => document.getElementById('venues').dataset.filters.size)], [summary, 0], 'Qingdao');
  });
}

/** With the shared data, where there is some, and without. */
export async function testHongKong(browser, site, bare) {
  const rows = grounds();
  if (rows) {
    const { page, watch, close } = await open(browser, site);
    await testThere(page, rows);
    await testText(page, rows);
    await testFinder(page, rows);
    await testFilters(page, rows);
    await test('in Hong Kong: no error, no other host, nothing refused by the policy', () => watch.faults());
    await close();
    await test('an address can name the view', async () => {
      const linked = await open(browser, site, { query: '?view=hongkong', ready: false });
      await linked.page.locator('#hongkong').waitFor();
      await linked.close();
    });
  } else skip('../shared/data has no fitness/hk_sports_grounds.geojson, so the Hong Kong view is not offered', 6);
  const { page, watch, close } = await open(browser, bare);
  await test('without the file the page says so, offers no view of it, and asks for nothing that is not there', async () => {
    says(await page.locator('.absent').innerText(), '视图未提供', 'line');
    same(await page.locator('.views [slot], [slot=views]').evaluateAll((buttons) => buttons.map((button) => button.dataset.view)), ['qingdao', 'nearby', 'circle', 'route'], 'views');
    return watch.faults();
  });
  await close();
  await test('without the file an address that names the view shows Qingdao', async () => {
    const linked = await open(browser, bare, { query: '?view=hongkong', ready: false });
    await loaded(linked.page);
    same(await linked.page.locator('#qingdao').isVisible(), true, 'Qingdao');
    await linked.close();
  });
}
