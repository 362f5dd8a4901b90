// A duty officer and a typhoon: chosen in the panel, played by the time slider, and every view says the same.
import { readFileSync } from 'node:fs';
import { booleanPointInPolygon, polygon } from '@turf/turf';
import { guard } from '../shared/guard.mjs';
import { same, says, test, until } from '../shared/report.mjs';

/** What the panel says, and what the map has drawn. */
const said = (page) =>
  page.evaluate(() => {
    const layer = document.querySelector('yzt-typhoon-layer');
    const rows = (tag) => layer.shadowRoot.querySelector(tag)?.layerDataset?.rowCount ?? 0;
    const { dataset } = document.getElementById('typhoons');
    return {
      panel: document.querySelector('yzt-typhoon-panel').shadowRoot.textContent.replace(/\s+/g, ' '),
      circles: rows('yzt-polygon-layer'),
      left: dataset.passing().reduce((sum, one) => sum + one, 0),
    };
  });

/** The ring of force 7 that is drawn, where each vessel was last, and what the watch says of them. */
const watched = (page) =>
  page.evaluate(() => {
    const watch = document.querySelector('yzt-circle-watch').shadowRoot;
    const { geometry } = document.querySelector('yzt-typhoon-layer').shadowRoot.querySelector('yzt-polygon-layer').layerDataset;
    const storms = document.getElementById('typhoons').dataset;
    const vessels = document.querySelector('yzt-vessel-layer').layerDataset;
    const now = Math.max(...[...storms.rows().rows].map((row) => storms.value(row, 'time').getTime()));
    const pairs = (flat) => Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
    const places = vessels ? pairs(vessels.geometry.coordinates) : [];
    return {
      ring: pairs(geometry.coordinates.slice(2 * geometry.vertexStart[0], 2 * geometry.vertexStart[1])),
      places: places.filter((_, row) => Math.abs(vessels.value(row, 'time').getTime() - now) <= 6 * 3_600_000),
      said: watch.textContent.replace(/\s+/g, ' '),
      first: watch.querySelector('[part=vessel]')?.textContent.replace(/\s+/g, ' ').trim(),
      selected: [...document.getElementById('vessels').dataset.selection].length,
    };
  });

/** A1: who is within the circle of the storm, by count, on the map and as a file. */
async function testWatch(page) {
  await test('the watch counts the vessels within the circle that is drawn, as turf counts them', async () => {
    const now = await until(() => watched(page), ({ said }) => /七级风圈内 \d+ 艘船/.test(said), 'a count of vessels');
    const inside = now.places.filter((place) => booleanPointInPolygon(place, polygon([now.ring])));
    says(now.said, new RegExp(`七级风圈内 ${inside.length} 艘船（共 \\d+ 艘有船位）`), 'watch');
    same(inside.length > 200, true, 'a fleet within the circle');
    says(now.said, /示例数据/, 'watch');
  });
  await test('a vessel of the list is chosen by keys, and the map goes there and says what it is', async () => {
    const { first } = await watched(page);
    await page.locator('yzt-circle-watch [part=vessel]').first().focus();
    await page.keyboard.press('Enter');
    await until(() => watched(page), ({ selected }) => selected === 1, 'the vessel is selected');
    const [name] = /示例\S*?\d{3}/.exec(first) ?? [''];
    const popup = () => page.evaluate(() => document.querySelector('yzt-popup').shadowRoot.textContent.replace(/\s+/g, ' '));
    says(await until(popup, (words) => words.includes(name), 'the popup'), /航行状态/, 'popup');
  });
  await test('the list of the circle is saved as a file of as many lines', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('yzt-circle-watch [part=export]').click()]);
    says(download.suggestedFilename(), /^示例数据_利奇马（1909，2019年）_20190810T2000_七级风圈内船舶\.csv$/, 'name of the file');
    const lines = readFileSync(await download.path(), 'utf8').trim().split('\r\n');
    const [, count] = /七级风圈内 (\d+) 艘/.exec((await watched(page)).said) ?? [];
    same(lines.length - 1, Number(count), 'lines');
  });
  await page.locator('yzt-map').evaluate((map) => map.fit([112, 17, 138, 41], { duration: 0 }));
}

/** The second view: real AIS, where the page has it. */
async function testAis(page, there) {
  if (!there) {
    await test('without the file of real AIS the page has one view, and says why', async () => {
      same(await page.locator('[data-view]').count(), 0, 'buttons');
      says(await page.locator('.absent').textContent(), /真实 AIS 视图未提供/, 'sentence');
    });
    return;
  }
  const shown = () =>
    page.evaluate(() => {
      const vessels = document.getElementById('ais-ships')?.layerDataset;
      const trails = document.getElementById('ais-ships')?.shadowRoot.querySelector('yzt-line-layer')?.layerDataset;
      const rows = Array.from({ length: vessels?.rowCount ?? 0 }, (_, row) => row);
      const beyond = (field, most) => rows.filter((row) => (vessels.value(row, field) ?? 0) > most).length;
      return { vessels: rows.length, trails: trails?.rowCount ?? 0, sentinels: rows.length > 0 ? beyond('headingDeg', 359) + beyond('sogKn', 102.2) : -1, sea: document.getElementById('sea').hidden };
    });
  await test('台风 → 船舶: real AIS, one hull a ship, none of the numbers that mean «not available»', async () => {
    await page.getByRole('button', { name: /真实 AIS/ }).click();
    const now = await until(shown, ({ vessels, trails }) => vessels === 686 && trails > 50, 'ships and trails', 15_000);
    same([now.sentinels, now.sea], [0, true], 'sentinels, other view');
  });
  await test('the time slider plays the ships', async () => {
    await page.locator('#ais yzt-time-slider input[type=range]').focus();
    await page.keyboard.press('Home');
    await until(shown, ({ vessels }) => vessels > 100 && vessels < 680, 'ships of the first minute');
    await page.getByRole('button', { name: /台风/ }).click();
    await until(shown, ({ sea }) => !sea, 'the first view again');
  });
}

/** Other storms, and all of them. */
async function testStorms(page) {
  await test('another storm of the list is shown whole, and the slider spans its days', async () => {
    await page.locator('yzt-typhoon-panel select').selectOption({ label: '梅花（2212，2022年）' });
    const now = await until(() => said(page), ({ panel }) => /2022年9月/.test(panel) && /距青岛/.test(panel), 'the other storm');
    same(now.left, 54, 'positions');
    says(await page.locator('yzt-time-slider').evaluate((slider) => slider.shadowRoot.textContent), /2022年9月/, 'slider');
  });
  await test('all storms at once: paths without circles, and the slider has years', async () => {
    await page.locator('yzt-typhoon-panel select').selectOption('');
    const now = await until(() => said(page), ({ left }) => left > 3000, 'positions of all storms');
    says(now.panel, /全部台风（73 个）.*图上有 \d+ 个台风/, 'panel');
    same(now.circles, 0, 'wind circles');
    says(await page.locator('yzt-time-slider').evaluate((slider) => slider.shadowRoot.textContent), /1960年.*2020年/, 'slider');
  });
}

/** On a server without the shared data. */
async function testWithout(browser, bare) {
  const without = await browser.newContext({ locale: 'zh-CN' });
  const plain = await without.newPage();
  await plain.goto(`${bare.url}marine/`);
  await plain.locator('.absent:not([hidden])').waitFor();
  await testAis(plain, false);
  await without.close();
}

/** The page of the sea, by mouse and keyboard. */
export async function testMarine(browser, site, bare) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  const watch = await guard(page, site.url);
  await page.goto(`${site.url}marine/`);
  await test('the page of the sea opens with a storm at a moment: its state, its wind circle, its distance to 青岛', async () => {
    const now = await until(() => said(page), ({ left, circles }) => left > 0 && left < 60 && circles > 0, 'a storm with a wind circle', 20_000);
    says(now.panel, /利奇马.*23 m\/s（9级）.*980 hPa.*距青岛585 km，在其南方向.*路径最近26 km，8月11日 20:00.*655/, 'panel');
    same(now.circles, 1, 'wind circles');
  });
  await testWatch(page);
  await test('the time slider, by keys, moves storm, circle and distance', async () => {
    await page.locator('yzt-time-slider input[type=range]').focus();
    const { left } = await said(page);
    // The next position is six hours on; steps are shorter.
    for (let press = 0; press < 6 && (await said(page)).left === left; press++) await page.keyboard.press('ArrowRight');
    const now = await until(() => said(page), (next) => next.left > left, 'the next position');
    says(now.panel, /2019年8月11日 02:00/, 'panel');
    says((await until(() => watched(page), ({ said }) => /8月11日 02:00/.test(said), 'the watch')).said, /七级风圈内 \d+ 艘船/, 'watch');
  });
  await testStorms(page);
  const there = await page.evaluate(() => fetch('./shared/files.json').then((answer) => answer.json()).then((files) => files.length > 0));
  await testAis(page, there);
  await test('the page of the sea asks no other host and says nothing in the console', () => watch.faults());
  await context.close();
  await testWithout(browser, bare);
}
