// Tab through the whole page: every control is reached, in the order of the page, and shows its focus.
import { readFileSync } from 'node:fs';
import { same, test } from '../shared/report.mjs';
import { open, showCharts, showList } from './stage.mjs';

const TOUR = readFileSync(new URL('tour.js', import.meta.url), 'utf8');

async function tour(page) {
  const seen = [];
  const unseen = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(async () => {
      const node = window.focused();
      if (!node) return null;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const look = window.lookOf(node);
      const name = window.nameOf(node);
      // The same control without its focus, which then goes back to where it was.
      node.blur();
      const plain = window.lookOf(node);
      node.focus({ preventScroll: true });
      const box = node.getBoundingClientRect();
      return { name, shows: look !== plain, tag: node.localName, size: box.width * box.height };
    });
    if (!step || seen.includes(step.name)) break;
    seen.push(step.name);
    if (!step.shows) unseen.push(step.name);
  }
  return { seen, unseen };
}

async function testKeys(page) {
  await test('arrow keys move the map, + zooms it, and Enter says what lies in the middle', async () => {
    const view = () => page.evaluate(() => [...document.getElementById('map').center, document.getElementById('map').zoom]);
    const [lon, , zoom] = await view();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('+');
    await page.waitForTimeout(500);
    const now = await view();
    if (!(now[0] > lon && now[2] > zoom)) throw new Error(`from ${lon}, ${zoom} to ${now.join()}`);
  });
  await test('in the list: arrow keys go through the rows, Enter chooses one; in the chart they go through the bars', async () => {
    await showList(page);
    await page.evaluate(() => document.querySelector('#qingdao yzt-feature-list').shadowRoot.querySelector('.list').focus());
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    same(await page.evaluate(() => document.getElementById('venues').dataset.selection.size), 1, 'selected rows');
    await showCharts(page);
    await page.evaluate(() =>
      document.querySelector('#qingdao yzt-bar-chart').shadowRoot.querySelector('.hit[tabindex="0"]').focus(),
    );
    const first = await page.evaluate(() => window.focused().getAttribute('aria-label'));
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => window.focused().getAttribute('aria-label'));
    if (first === second) throw new Error(`still at ${first}`);
    await page.keyboard.press('Enter');
    same(await page.evaluate(() => window.focused().getAttribute('aria-pressed')), 'true', 'bar');
  });
}

/** Keyboard only, at a desk. */
export async function testKeyboard(browser, site) {
  const { page, watch, close } = await open(browser, site);
  await page.evaluate(TOUR);
  const controls = await page.evaluate(() => window.controls());
  const { seen, unseen } = await tour(page);
  await test(`Tab reaches every one of ${controls.length} controls`, () =>
    controls.filter((name) => !seen.includes(name)).map((name) => `not reached: ${name}`));
  await test('every control shows its focus', () => unseen.map((name) => `looks the same with and without focus: ${name}`));
  await test('nothing holds the focus: Shift+Tab leads back from the map', async () => {
    await page.evaluate(() => document.querySelector('#map').shadowRoot.querySelector('.viewport').focus());
    const before = await page.evaluate(() => window.nameOf(window.focused()));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    same(await page.evaluate(() => window.nameOf(window.focused())), before, 'focus');
  });
  await testKeys(page);
  await test('by keyboard: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
