// An organiser of a race: how long and how steep the route is, where on the map a place of its profile lies, and where the stops are.
import { same, says, test, until } from '../shared/report.mjs';
import { open, shown } from './stage.mjs';

const profile = (page) => shown(page, 'yzt-profile-chart');
const said = (page) => profile(page).evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' '));
const hovered = (page) => page.evaluate(() => document.querySelector('#route-points').dataset.hover);

/** The view of a route, at a desk. */
export async function testRoute(browser, site) {
  const { page, watch, close } = await open(browser, site, { query: '?view=route', ready: false });
  let rows;
  await test('赛道: length, climb and descent of a loop, with the method, and that it is invented', async () => {
    const way = await until(() => profile(page).evaluate(({ profile: now }) => now && { length: now.length, climb: now.climb, descent: now.descent, rows: now.rows.length }), Boolean, 'profile', 20_000);
    rows = way.rows;
    if (!(way.length > 18_000 && way.length < 25_000)) throw new Error(`${way.length} m long`);
    // A loop comes back to where it began, to less than what does not count.
    if (!(way.climb > 80 && Math.abs(way.climb - way.descent) < 6)) throw new Error(`${way.climb} m up, ${way.descent} m down`);
    says(await said(page), /全长 ?2\d\.\d\d km.*累计爬升.*m.*高程沿线 100 m 平均.*示例环线，不是真实赛道/, 'profile');
  });
  await test('by keys along the profile: the place is read out, and marked on the map', async () => {
    const cursor = profile(page).locator('[data-cursor]');
    await cursor.focus();
    await page.keyboard.press('End');
    await until(() => hovered(page), (row) => row === rows - 1, 'the last point');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
    await until(() => hovered(page), (row) => row > 0 && row < rows - 1, 'a point before it');
    says(await cursor.getAttribute('aria-valuetext'), /^\d+\.\d\d km，\d+\.\d m，(?:平路|[上下]坡 \d)/, 'read out');
  });
  await test('a point of the map under the pointer is told under the profile', async () => {
    const middle = Math.round(rows / 2);
    await page.evaluate((row) => document.querySelector('#route-points').dataset.setHover(row), middle);
    await until(() => said(page), (words) => /\d+\.\d\d km，高程 \d+\.\d m，/.test(words), 'the place in words');
    same(await hovered(page), middle, 'hovered row');
  });
  await test('the stops are listed and drawn by kind', async () => {
    same(await page.evaluate(() => document.querySelector('#route-stops').dataset.rowCount), 6, 'stops');
    says(await shown(page, 'yzt-feature-list').evaluate((element) => element.shadowRoot.textContent), /补给站 1/, 'list');
  });
  await test('赛道: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
