// @ts-check
// `pnpm shots [name]`: pictures of every example, and of every story once Storybook is built, for people to look at. Not a test.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from './browser.mjs';
import { OUT } from './build/examples.mjs';
import { ROOT } from './build/options.mjs';
import { examples } from './examples/list.mjs';
import { serveFolder } from './serve-folder.mjs';

const SHOTS = join(ROOT, 'shots');
const STORYBOOK = join(ROOT, 'storybook-static');
const SIZES = [
  { width: 390, height: 844, touch: true },
  { width: 1440, height: 900, touch: false },
  { width: 3840, height: 1080, touch: false },
];
const THEMES = /** @type {const} */ (['light', 'dark']);

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

/** One picture. */
async function shoot(
  /** @type {import('playwright').Browser} */ browser,
  /** @type {string} */ url,
  /** @type {string} */ name,
  /** @type {typeof SIZES[number]} */ size,
  /** @type {typeof THEMES[number]} */ theme,
) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    hasTouch: size.touch,
    colorScheme: theme,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate((choice) => document.documentElement.setAttribute('data-yzt-theme', choice), theme);
  await settled(page);
  const path = join(SHOTS, `${name}-${size.width}x${size.height}-${theme}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  await context.close();
  console.log(path);
}

const wanted = process.argv[2];
const list = pages().filter((one) => !wanted || one.name === wanted || one.name.startsWith(wanted));
if (!existsSync(OUT)) {
  console.error('请先运行 npm run build / run npm run build first');
  process.exit(1);
}
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
      for (const size of SIZES) for (const theme of THEMES) await shoot(browser, server.url + one.path, one.name, size, theme);
    }
    await server.close();
  }
} finally {
  await browser.close();
}
