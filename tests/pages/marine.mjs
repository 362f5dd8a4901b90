// A duty officer and a typhoon: chosen in the panel, played by the time slider, and every view says the same.
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

/** The page of the sea, by mouse and keyboard. */
export async function testMarine(browser, site) {
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
  await test('the time slider, by keys, moves storm, circle and distance', async () => {
    await page.locator('yzt-time-slider input[type=range]').focus();
    const { left } = await said(page);
    // The next position is six hours on; steps are shorter.
    for (let press = 0; press < 6 && (await said(page)).left === left; press++) await page.keyboard.press('ArrowRight');
    const now = await until(() => said(page), (next) => next.left > left, 'the next position');
    says(now.panel, /2019年8月11日 02:00/, 'panel');
  });
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
  await test('the page of the sea asks no other host and says nothing in the console', () => watch.faults());
  await context.close();
}
