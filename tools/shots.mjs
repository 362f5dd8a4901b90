// @ts-check
// `pnpm shots [name]`: pictures of every example, and of every story once Storybook is built, for people to look at. Not a test.
// `pnpm shots --cards`: the pictures in git: examples/<name>/picture.jpg for the index page, and phone.jpg beside it of pages in a <yzt-page>, for the README.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from './browser.mjs';
import { OUT } from './build/examples.mjs';
import { ROOT } from './build/options.mjs';
import { EXAMPLES, examples } from './examples/list.mjs';
import { serveFolder } from './serve-folder.mjs';

const SHOTS = join(ROOT, 'shots');
const STORYBOOK = join(ROOT, 'storybook-static');
/** @typedef {{ width: number, height: number, touch: boolean, themes: string[] }} Size */
/** @type {Size[]} */
const SIZES = [
  { width: 390, height: 844, touch: true, themes: ['light', 'dark'] },
  { width: 1440, height: 900, touch: false, themes: ['light', 'dark'] },
  { width: 3840, height: 1080, touch: false, themes: ['light', 'dark', 'screen'] },
];
/** A card of the index page shows it at half the size. */
/** @type {Size} */
const CARD = { width: 1280, height: 800, touch: false, themes: ['light'] };
/** @type {Size} */
const PHONE = { width: 390, height: 844, touch: true, themes: ['light'] };

/** Pages to look at: `{ folder, path, name }`. */
function pages() {
  const list = examples().map((one) => ({ folder: OUT, path: `${one.name}/`, name: one.name }));
  list.push({ folder: OUT, path: '', name: 'index' });
  const index = join(STORYBOOK, 'index.json');
  if (existsSync(index)) {
    for (const entry of Object.values(JSON.parse(readFileSync(index, 'utf8')).entries)) {
      if (entry.type === 'story')
        list.push({
          folder: STORYBOOK,
          path: `iframe.html?id=${encodeURIComponent(entry.id)}&viewMode=story`,
          name: `stories/${entry.id}`,
        });
    }
  }
  return list;
}

/** Waits until the page has loaded, its fonts are there and its maps have drawn; a page that never rests is taken as it is. */
async function settled(/** @type {import('playwright').Page} */ page) {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(1200);
}

/**
 * One picture.
 * @param {import('playwright').Browser} browser @param {string} url @param {string} path @param {Size} size @param {string} theme
 */
async function shoot(browser, url, path, size, theme) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    hasTouch: size.touch,
    colorScheme: theme === 'light' ? 'light' : 'dark',
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate((choice) => document.documentElement.setAttribute('data-yzt-theme', choice), theme);
  await settled(page);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot(path.endsWith('.jpg') ? { path, type: 'jpeg', quality: 70 } : { path });
  await context.close();
  console.log(path);
}

/** The pictures of one page: a path for each size and theme. */
function plan(/** @type {string} */ name) {
  if (asCards) {
    const shell = readFileSync(join(EXAMPLES, name, 'index.html'), 'utf8').includes('<yzt-page');
    return [{ size: CARD, theme: 'light', path: join(EXAMPLES, name, 'picture.jpg') }].concat(shell ? { size: PHONE, theme: 'light', path: join(EXAMPLES, name, 'phone.jpg') } : []);
  }
  return SIZES.flatMap((size) =>
    size.themes.map((theme) => ({ size, theme, path: join(SHOTS, `${name}-${size.width}x${size.height}-${theme}.png`) })),
  );
}

const asCards = process.argv.includes('--cards');
const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
if (!existsSync(OUT)) {
  console.error('请先运行 npm run build / run npm run build first');
  process.exit(1);
}
const list = pages()
  .filter((one) => !wanted || one.name === wanted || one.name.startsWith(wanted))
  .filter((one) => !asCards || existsSync(join(EXAMPLES, one.name, 'index.html')));
if (list.length === 0) {
  console.error(`没有名为 ${wanted} 的示例或故事 / no example or story of that name`);
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
try {
  for (const folder of new Set(list.map((one) => one.folder))) {
    // Storybook needs inline styles of its own; the examples run as they are shipped.
    const server = await serveFolder(folder, folder === OUT ? {} : { csp: null });
    for (const one of list.filter((page) => page.folder === folder)) {
      for (const { size, theme, path } of plan(one.name)) await shoot(browser, server.url + one.path, path, size, theme);
    }
    await server.close();
  }
} finally {
  await browser.close();
}
