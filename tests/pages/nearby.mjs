// A citizen with a phone: table tennis near here, free, open now; then the way there, in the coordinates of the map app.
import { same, says, test, until } from '../shared/report.mjs';
import { open, shown, venues } from './stage.mjs';

const HERE = [120.3826, 36.0618];
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Metres between two places on a sphere: near enough to compare with. */
function meters([lon1, lat1], [lon2, lat2]) {
  const rad = Math.PI / 180;
  const h = Math.sin(((lat2 - lat1) * rad) / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.sqrt(h));
}

const finder = (page) => shown(page, 'yzt-venue-finder');
const count = (page) => finder(page).evaluate((element) => Number(element.shadowRoot.querySelector('.count b')?.textContent ?? NaN));
const lines = (page) => finder(page).evaluate((element) => [...element.shadowRoot.querySelectorAll('.name')].map((name) => name.textContent));
/** Names of venues of the file that fit, the nearest first. */
const wanted = (fits, within) =>
  venues()
    .map((row) => ({ ...row, far: meters(HERE, row.place) }))
    .filter((row) => row.far <= within && fits(row))
    .sort((a, b) => a.far - b.far)
    .map(({ name }) => name);
const isTable = (row) => ['16', '50'].includes(row.typeCode);

/** Chooses an option of a select by keys alone: focus, then the first letter of nothing – the arrow down, so often. */
async function arrowTo(page, select, value) {
  await select.focus();
  for (let press = 0; press < 20 && (await select.inputValue()) !== value; press++) await page.keyboard.press('ArrowDown');
}

async function testSearch(page) {
  await test('附近: venues within 3 km of the place, as in the file, the nearest first', async () => {
    const all = wanted(() => true, 3000);
    await until(() => count(page), (number) => number === all.length, 'venues', 15_000);
    same(await lines(page), all.slice(0, 20), 'list');
    same(await shown(page, 'yzt-map').evaluate((map) => map.querySelector('#nearby-points').rowsIn([-180, -90, 180, 90]).length), all.length, 'map');
  });
  await test('by keys alone: table tennis, free, within 10 km – list and map say the same', async () => {
    await arrowTo(page, finder(page).locator('select[name=sport]'), 'table-tennis');
    await arrowTo(page, finder(page).locator('select[name=radius]'), '10000');
    await finder(page).locator('input[name=free]').focus();
    await page.keyboard.press('Space');
    const all = wanted((row) => isTable(row) && row.fee === 'free', 10_000);
    await until(() => count(page), (number) => number === all.length, 'free table tennis');
    same((await lines(page)).slice(0, 5), all.slice(0, 5), 'nearest');
    same(await shown(page, 'yzt-map').evaluate((map) => map.querySelector('#nearby-points').rowsIn([-180, -90, 180, 90]).length), all.length, 'map');
  });
  await test('open now: at six on a Wednesday evening a school ground of weekends is not', async () => {
    await finder(page).evaluate((element) => (element.at = '2026-07-01T18:00'));
    await finder(page).locator('input[name=open]').focus();
    await page.keyboard.press('Space');
    const open = wanted((row) => isTable(row) && row.fee === 'free' && row.openState !== 'closed' && !row.hours.startsWith('周末'), 10_000);
    await until(() => count(page), (number) => number === open.length, 'open');
    await finder(page).evaluate((element) => (element.at = '2026-07-01T03:00'));
    const night = wanted((row) => isTable(row) && row.fee === 'free' && row.openState !== 'closed' && row.hours === '全天开放', 10_000);
    await until(() => count(page), (number) => number === night.length, 'open at night');
    await finder(page).evaluate((element) => (element.at = '2026-07-01T18:00'));
    await until(() => count(page), (number) => number === open.length, 'open again');
  });
}

async function testCard(page) {
  await test('the card by Enter: hours, fee, and a link to 高德 that is off by 462 m – the offset of its coordinates', async () => {
    const line = finder(page).locator('button.line').first();
    await line.focus();
    await page.keyboard.press('Enter');
    same(await line.getAttribute('aria-expanded'), 'true', 'expanded');
    says(await finder(page).locator('.card').innerText(), /开放时间[\s\S]*免费[\s\S]*0532-\*{4}/, 'card');
    const [name] = await lines(page);
    const row = venues().find((one) => one.name === name);
    const link = new URL(await finder(page).locator('a[data-app=amap]').getAttribute('href'));
    same([link.host, link.searchParams.get('name'), link.searchParams.get('coordinate')], ['uri.amap.com', name, 'gaode'], 'link');
    const off = meters(row.place, link.searchParams.get('position').split(',').map(Number));
    if (Math.abs(off - 462) > 12) throw new Error(`the place handed over is ${off} m from ours`);
    says(await finder(page).locator('a[data-app=baidu]').getAttribute('href'), 'coord_type=bd09ll', '百度');
  });
  await test('360 px: nothing runs out of the window, and what a finger hits is at least 24 px high', async () => {
    same(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('#nearby').shadowRoot.querySelector('.sheet').scrollWidth]), [360, 360], 'widths');
    return finder(page).evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('button, select, a, label.check')].map((one) => one.getBoundingClientRect()).filter(({ height, right }) => (height > 0 && height < 24) || right > 360).map(({ height, right }) => `${height} high, to ${right}`),
    );
  });
}

async function testPosition(page, context) {
  await test('the position of the device is taken where the reader allows it, and the refusal is said where not', async () => {
    await finder(page).locator('.device').click();
    await until(() => finder(page).locator('.from').innerText(), (text) => text.includes('没有获得定位许可'), 'refusal');
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: 120.46, latitude: 36.11, accuracy: 30 });
    await finder(page).locator('.device').click();
    await until(() => finder(page).locator('.from').innerText(), (text) => /以设备定位为起点（误差约 30 m）/.test(text), 'position');
  });
}

/** The view of citizens, on a phone. */
export async function testNearby(browser, site) {
  const { page, watch, close } = await open(browser, site, { ...PHONE, query: '?view=nearby', ready: false });
  await testSearch(page);
  await testCard(page);
  await testPosition(page, page.context());
  await test('附近: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
