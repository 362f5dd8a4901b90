// 390 × 844: a map under a sheet of three heights.
import { same, test, until } from '../shared/report.mjs';
import { filter, numbers, open, shown, venues } from './stage.mjs';

const state = (page) =>
  page.evaluate(() => {
    const shell = document.querySelector('yzt-page:not([hidden])');
    const grip = shell.shadowRoot.querySelector('.grip');
    return {
      name: shell.sheet,
      px: Math.round(shell.shadowRoot.querySelector('.sheet').getBoundingClientRect().height),
      now: grip.getAttribute('aria-valuenow'),
      words: grip.getAttribute('aria-valuetext'),
    };
  });
const settled = (page, name) =>
  until(
    () => state(page),
    (now) => now.name === name && Math.abs(now.px - { peek: 136, half: 844 * 0.46, full: 844 - 64 }[name]) < 4,
    `sheet ${name}`,
  );

async function testSheet(page) {
  const grip = shown(page, '.grip[role=slider]');
  await test('the sheet by keyboard: half, full, collapsed, and no further; its height is said in words', async () => {
    await settled(page, 'half');
    await grip.focus();
    const heard = [];
    for (const [key, name] of [
      ['ArrowUp', 'full'],
      ['ArrowUp', 'full'],
      ['ArrowDown', 'half'],
      ['ArrowDown', 'peek'],
      ['ArrowDown', 'peek'],
      ['ArrowUp', 'half'],
    ]) {
      await page.keyboard.press(key);
      const { now, words } = await settled(page, name);
      heard.push(`${now} ${words}`);
    }
    same(heard, ['2 全屏', '2 全屏', '1 半屏', '0 收起', '0 收起', '1 半屏'], 'said');
  });
}

async function testDrag(page) {
  const grip = shown(page, '.grip[role=slider]');
  await test('the sheet by drag: it follows the finger and stays at the nearest height', async () => {
    const drag = async (to) => {
      const { x, y, width, height } = await grip.boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width / 2, to, { steps: 6 });
      const { px } = await state(page);
      await page.mouse.up();
      return px;
    };
    const during = await drag(120);
    if (Math.abs(during - 724) > 30) throw new Error(`the sheet is ${during} px while the finger is at 120`);
    await settled(page, 'full');
    await drag(830);
    await settled(page, 'peek');
    await drag(470);
    await settled(page, 'half');
  });
}

async function testList(page) {
  await test('the one primary action opens the list', async () => {
    await shown(page, '[data-open-list]').click();
    await settled(page, 'full');
    await until(
      () => shown(page, 'yzt-feature-list').evaluate((list) => list.getBoundingClientRect().top < innerHeight - 200),
      Boolean,
      'list in sight',
    );
  });
  await test('a row of the list: the sheet makes room, and the map shows the row above its card', async () => {
    await shown(page, 'yzt-feature-list').locator('.row').first().click();
    await settled(page, 'half');
    const card = shown(page, 'yzt-map').getByRole('dialog');
    await card.waitFor();
    const { top, bottom, middle, end } = await until(
      () =>
        page.evaluate(() => {
          const map = document.getElementById('map').getBoundingClientRect();
          const box = document.querySelector('#qingdao yzt-popup').shadowRoot.querySelector('.card').getBoundingClientRect();
          return { top: box.top, bottom: box.bottom, middle: map.top + map.height / 2, end: map.bottom };
        }),
      (now) => Math.abs(now.bottom - now.end) < 2,
      'card along the bottom of the map',
    );
    if (top <= middle + 8 || bottom > end + 1) throw new Error(`card ${top} to ${bottom}, map's middle ${middle}, end ${end}`);
    await card.getByRole('button', { name: '关闭' }).click();
    await card.waitFor({ state: 'detached' });
    await page.evaluate(() => document.getElementById('venues').dataset.select([]));
  });
}

async function testReach(page) {
  await test('phone: the search lies over the map and narrows down everything', async () => {
    const search = filter(page, '[kind=text]').getByRole('searchbox');
    const box = await search.boundingBox();
    if (box.y > 64) throw new Error(`search at ${box.y} px`);
    await search.fill('002号');
    const wanted = venues().filter((row) => row.name.includes('002号')).length;
    await until(
      async () => (await numbers(page)).card,
      (count) => count === wanted,
      'card',
    );
    same((await numbers(page)).map, wanted, 'map');
    await search.fill('');
    await until(
      async () => (await numbers(page)).card,
      (count) => count === venues().length,
      'card',
    );
  });
}

async function testTargets(page) {
  await test('phone: what a finger has to hit is at least 24 px in both directions', async () => {
    const small = await page.evaluate(() => {
      const found = [];
      const visit = (root) => {
        for (const node of root.querySelectorAll('*')) {
          if (
            node.matches('button, select, input:not([type=range]):not([type=radio]):not([type=checkbox])') &&
            node.checkVisibility()
          ) {
            const { width, height } = node.getBoundingClientRect();
            if (width > 0 && (width < 24 || height < 24))
              found.push(`${node.localName}.${node.className} ${Math.round(width)}×${Math.round(height)}`);
          }
          if (node.shadowRoot) visit(node.shadowRoot);
        }
      };
      visit(document);
      return found;
    });
    return small;
  });
}

/** By touch and keys on a phone. */
export async function testPhone(browser, site) {
  const { page, watch, close } = await open(browser, site, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await test('phone: as wide as the window, in each height of the sheet', async () => {
    const wide = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.body.scrollWidth,
      document.querySelector('#qingdao').shadowRoot.querySelector('.sheet').scrollWidth,
    ]);
    same(wide, [390, 390, 390], 'widths');
  });
  await testSheet(page);
  await testDrag(page);
  await testList(page);
  await testReach(page);
  await testTargets(page);
  await test('on the phone: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
