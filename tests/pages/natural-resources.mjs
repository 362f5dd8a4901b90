// Land: two years, two code lists, one filter that everything follows, and areas that add up in every unit.
import { guard } from '../shared/guard.mjs';
import { same, says, test, until } from '../shared/report.mjs';

const text = (page, selector) => page.evaluate((one) => document.querySelector(one).shadowRoot.textContent.replace(/\s+/g, ' '), selector);
const field = (page) => page.evaluate(() => document.querySelector('yzt-land-use-layer').shadowRoot.querySelector('yzt-polygon-layer')?.symbologyModel?.field);

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
  await test('the page of land asks no other host and says nothing in the console', () => watch.faults());
  await context.close();
}
