// Theme, language, text size, wall, forced colours, reduced motion: the page stays whole in each.
import { same, says, test, until } from '../shared/report.mjs';
import { drawn, loaded, numbers, open, showCharts, showList, shown, textOf, venues } from './stage.mjs';

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const bar = (page) => page.locator('.bar yzt-appearance');
const overflow = (page) =>
  page.evaluate(() =>
    [document.documentElement.scrollWidth - innerWidth, document.body.scrollWidth - innerWidth].map((px) => Math.max(0, px)),
  );

/** All text on the page that can be seen or is said, shadow roots included, without what the data itself says. */
const spoken = (page) =>
  page.evaluate(() => {
    const found = [];
    const visit = (node) => {
      if (node.nodeType === 3) {
        if (node.parentElement?.checkVisibility?.() !== false && node.nodeValue.trim()) found.push(node.nodeValue.trim());
        return;
      }
      if (node.nodeType === 1 && ['script', 'style', 'template'].includes(node.localName)) return;
      if (node.nodeType === 1 && !node.checkVisibility()) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
        if (node.getAttribute?.(name)) found.push(node.getAttribute(name));
      for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) visit(child);
    };
    visit(document.body);
    return found;
  });

async function testThemes(page) {
  await test('dark, 大屏 and high contrast change the page, are remembered, and the map is drawn again', async () => {
    const seen = new Set([await background(page)]);
    for (const theme of ['dark', 'screen', 'contrast']) {
      await bar(page).getByRole('combobox').selectOption(theme);
      await until(
        () => page.evaluate(() => document.documentElement.dataset.yztTheme),
        (now) => now === theme,
        'theme',
      );
      seen.add(await background(page));
      await until(
        () => drawn(page),
        (pixels) => pixels > 100_000,
        `map in ${theme}`,
      );
    }
    if (seen.size < 3) throw new Error(`backgrounds ${[...seen].join()}`);
    await page.reload();
    await loaded(page);
    same(await page.evaluate(() => document.documentElement.dataset.yztTheme), 'contrast', 'theme after a reload');
    await bar(page).getByRole('combobox').selectOption('light');
  });
}

/** Words with Chinese in them. Names of venues are data; 文, 中 and 健 are signs of the switch and the emblem. */
async function chineseLeft(page) {
  await page.waitForTimeout(300);
  const names = new Set(venues().map((row) => row.name));
  return (await spoken(page)).filter(
    (text) => /[\u3400-\u9fff]/.test(text) && !/^(?:[文中健]|中文)$/.test(text) && !names.has(text),
  );
}

async function testWords(page) {
  await test('English: no Chinese is left but names from the data', async () => {
    await bar(page)
      .getByRole('button', { name: /English/ })
      .click();
    await until(
      () => page.locator('h1').innerText(),
      (title) => title === 'Public fitness map',
      'title',
    );
    const left = await chineseLeft(page);
    await showList(page);
    left.push(...(await chineseLeft(page)));
    await showCharts(page);
    return [...new Set(left)];
  });
  await test('English: counts, popup words and numbers come along, and the way back restores the Chinese', async () => {
    says(await textOf(shown(page, 'yzt-feature-list')), /[\d,]+ venues/, 'list');
    says(await shown(page, 'yzt-bar-chart').locator('.hit').first().getAttribute('aria-label'), /of all/, 'bar');
    await bar(page).getByRole('button', { name: '中文' }).click();
    await until(
      () => page.locator('h1').innerText(),
      (title) => title === '全民健身一张图',
      'title',
    );
    says(await textOf(shown(page, 'yzt-feature-list')), '共', 'list');
  });
}

async function testSize(page) {
  await test('text at 200 %: twice as large, nothing runs out of the window, every view still there', async () => {
    const size = () =>
      page.evaluate(() =>
        Number.parseFloat(
          getComputedStyle(document.querySelector('#qingdao yzt-feature-list').shadowRoot.querySelector('.title')).fontSize,
        ),
      );
    const before = await size();
    await bar(page).getByRole('button', { name: /200%/ }).click();
    await until(size, (px) => Math.abs(px / before - 2) < 0.1, 'size of text');
    same(await overflow(page), [0, 0], 'px beyond the window');
    const { list, map } = await numbers(page);
    same([list, map], [venues().length, venues().length], 'list and map');
    await bar(page).getByRole('button', { name: /100%/ }).click();
  });
}

async function testOthers(browser, site) {
  await test('3840×1080 wall: map, cards and charts all on one screen without scrolling the page', async () => {
    const { page, watch, close } = await open(browser, site, { query: '?theme=screen', viewport: { width: 3840, height: 1080 } });
    same(await overflow(page), [0, 0], 'px beyond the window');
    for (const tag of [
      'yzt-map',
      'yzt-bar-chart',
      '.ranking',
      '.heads',
      'yzt-indicator',
      '.strip yzt-attribution',
    ]) {
      const box = await shown(page, tag).first().boundingBox();
      if (!box || box.width < 100 || box.y + box.height > 1081 || box.x + box.width > 3841)
        throw new Error(`${tag}: ${JSON.stringify(box)}`);
    }
    const faults = await watch.faults();
    await close();
    return faults;
  });
}

async function testForced(browser, site) {
  await test('forced colours: the map is drawn, pressed chips differ by more than colour, focus shows', async () => {
    const { page, watch, close } = await open(browser, site, { forcedColors: 'active' });
    same((await numbers(page)).map, venues().length, 'map');
    const chip = shown(page, 'yzt-filter[field=typeGroup]').getByRole('button', { name: /步道路径/ });
    const look = () =>
      chip.evaluate((element) =>
        Object.fromEntries(
          ['borderTopWidth', 'borderTopStyle', 'borderTopColor', 'backgroundColor', 'color', 'fontWeight', 'outlineStyle'].map(
            (name) => [name, getComputedStyle(element)[name]],
          ),
        ),
      );
    const before = JSON.stringify(await look());
    await chip.click();
    await page.mouse.move(0, 0);
    if (JSON.stringify(await look()) === before) throw new Error(`a pressed chip looks like one that is not: ${before}`);
    const faults = await watch.faults();
    await close();
    return faults;
  });
}

async function testMotion(browser, site) {
  await test('reduced motion: a chosen row is there at once; without it the map flies', async () => {
    const moved = async (reducedMotion) => {
      const { page, close } = await open(browser, site, { reducedMotion });
      await page.waitForFunction(() => document.getElementById('map')?.isReady);
      // How many frames a flight has is a matter of the machine; that there is one is not.
      const flown = await page.evaluate(async () => {
        const view = document.getElementById('map').olMap.getView();
        const before = view.getCenter().join();
        let animated = false;
        document.querySelector('#qingdao yzt-feature-list').flyTo(5);
        for (const end = performance.now() + 5000; performance.now() < end && (view.getAnimating() || view.getCenter().join() === before);) {
          animated ||= view.getAnimating();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return { animated, arrived: view.getCenter().join() !== before };
      });
      await close();
      return flown;
    };
    same(await moved('reduce'), { animated: false, arrived: true }, 'with reduced motion');
    same(await moved('no-preference'), { animated: true, arrived: true }, 'without');
  });
}

/** Everything a reader can change about the look. */
export async function testLooks(browser, site) {
  const { page, watch, close } = await open(browser, site);
  await testThemes(page);
  await testWords(page);
  await testSize(page);
  await test('in all looks: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
  await testOthers(browser, site);
  await testForced(browser, site);
  await testMotion(browser, site);
}
