// @ts-check
// Pages as they look: every example in its sizes, themes and languages. `--update` keeps the pictures as they are now. Words choose the views whose name begins with one of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';
import { OUT } from '../../tools/build/examples.mjs';
import { sharedFiles } from '../../tools/examples/files.mjs';
import { serveFolder } from '../../tools/serve-folder.mjs';
import { guard } from '../shared/guard.mjs';
import { differences, keep, keepMachine, machineOfPictures } from './pictures.mjs';
import { views } from './views.mjs';

const update = process.argv.includes('--update');
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
/** The checks as one script, evaluated from outside because the pages' policy lets no other script in. */
const [bundle] = buildSync({
  entryPoints: [fileURLToPath(new URL('look.mjs', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'yztLook',
  write: false,
}).outputFiles;
const LOOK = bundle?.text ?? '';

let passed = 0;
let failed = 0;
let skipped = 0;

function check(/** @type {string} */ sentence, /** @type {string[]} */ faults) {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`  ${faults.length === 0 ? 'ok  ' : 'FAIL'}  ${sentence}`);
  for (const fault of faults.slice(0, 12)) console.log(`        ${fault}`);
}

/** Waits until data is there, fonts are there and the maps have drawn. */
async function settled(/** @type {import('playwright').Page} */ page) {
  await page.waitForFunction(
    () => [...document.querySelectorAll('yzt-dataset')].every((one) => !one.hasAttribute('loading')),
    undefined,
    { timeout: 20_000 },
  );
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Where rows are still counted, what depends on their numbers – a legend that folds – is not in its place yet.
  await page.waitForFunction(() => !document.querySelector('[stale], [loading]'), undefined, { timeout: 15_000 }).catch(() => undefined);
  await page.waitForTimeout(1200);
}

/** Asks a check of look.mjs in the page. */
const look = (/** @type {import('playwright').Page} */ page, /** @type {string} */ name, /** @type {string} */ argument = '') =>
  page.evaluate(([what, value]) => /** @type {any} */ (globalThis).yztLook[what ?? ''](value), [name, argument]);

/** @param {import('playwright').Browser} browser @param {import('./views.mjs').View} view @param {string} base */
async function inspect(browser, view, base) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    hasTouch: view.touch,
    colorScheme: view.theme === 'light' ? 'light' : 'dark',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    bypassCSP: false,
  });
  const page = await context.newPage();
  if (view.clock) await page.clock.setFixedTime(view.clock);
  const watch = await guard(page, base);
  await page.goto(`${base}${view.path}${view.path.includes('?') ? '&' : '?'}theme=${view.theme}&lang=${view.lang}`);
  // A page without a switch takes its theme from the attribute, as any page may set it.
  await page.evaluate((theme) => document.documentElement.setAttribute('data-yzt-theme', theme), view.theme);
  await settled(page);
  const shot = await page.screenshot();
  await page.evaluate(LOOK);
  check(`${view.name}: no error, no other host, nothing the policy refuses`, await watch.faults());
  check(`${view.name}: as wide as the window`, await look(page, 'overflow'));
  check(`${view.name}: the maps have drawn`, await look(page, 'maps'));
  check(`${view.name}: no control on another one`, await look(page, 'overlaps'));
  check(`${view.name}: no control under something else`, await look(page, 'covered'));
  check(`${view.name}: no text is cut off`, await look(page, 'cut'));
  check(`${view.name}: every word in its language`, await look(page, 'wrongLanguage', view.lang));
  const letters = /** @type {string} */ (await look(page, 'letters'));
  await context.close();
  return { shot, letters };
}

/** Shared data that the built page of a view lacks: without it the page looks different, and rightly so. */
function lacking(/** @type {string} */ path) {
  const page = path.split('/')[0] ?? '';
  const wanted = sharedFiles()[page] ?? [];
  const list = join(OUT, page, 'shared', 'files.json');
  /** @type {string[]} */
  const there = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  return wanted.filter((file) => !there.includes(file));
}

/** Compares or keeps a picture, where this machine draws letters as the machine did that kept them. */
function judge(
  /** @type {string} */ name,
  /** @type {Buffer} */ shot,
  /** @type {{ browser: string, letters: string }} */ machine,
) {
  if (update) {
    keepMachine(machine);
    console.log(`  kept  ${name}.png, ${Math.round(keep(name, shot) / 1024)} KB`);
    return;
  }
  const kept = machineOfPictures();
  if (kept && (kept.browser !== machine.browser || kept.letters !== machine.letters)) {
    skipped += 1;
    console.log(
      `skipped: ${name}: 字体或浏览器与保存图片时不同，不比较 / fonts or browser differ from those of the kept picture (Chromium ${machine.browser}, letters ${machine.letters})`,
    );
    return;
  }
  check(`${name}: looks as it did`, differences(name, shot));
}

/** A page with one fault of each kind: the checks must see every one, and nothing on a page without faults. */
async function prove(/** @type {import('playwright').Browser} */ browser) {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  const faulty = {
    overflow: '<p style="width:900px">宽</p>',
    overlaps:
      '<button style="position:absolute;left:10px;top:10px">甲</button><button style="position:absolute;left:20px;top:15px">乙</button>',
    covered:
      '<button style="position:absolute;left:10px;top:10px">甲</button><div style="position:absolute;inset:0;background:#fff"></div>',
    cut: '<p style="width:40px;overflow:hidden;white-space:nowrap">这一行文字放不下</p>',
    wrongLanguage: '<p>Loading data</p>',
  };
  for (const [name, markup] of Object.entries(faulty)) {
    await page.setContent(`<body lang="zh-CN">${markup}</body>`);
    await page.evaluate(LOOK);
    const faults = await look(page, name, 'zh-CN');
    check(`the check «${name}» sees a fault`, faults.length > 0 ? [] : ['it saw none']);
    await page.setContent('<body lang="zh-CN"><button>确定</button><p>共 3 处</p></body>');
    await page.evaluate(LOOK);
    check(`the check «${name}» sees none where there is none`, await look(page, name, 'zh-CN'));
  }
  await page.close();
}

const list = views().filter((view) => (chosen.length === 0 || chosen.some((word) => view.name.startsWith(word))) && existsSync(join(OUT, view.path.split('?')[0] ?? '')));
if (list.length === 0) {
  console.error('请先运行 npm run build / run npm run build first');
  process.exit(1);
}
const server = await serveFolder(OUT, { port: Number(process.env['VISUAL_PORT'] ?? 0) });
const browser = await chromium.launch({ executablePath: await resolveBrowser(), args: CHROMIUM_ARGS });
try {
  if (!update) await prove(browser);
  for (const view of list) {
    const { shot, letters } = await inspect(browser, view, server.url);
    const missing = lacking(view.path);
    if (view.picture && missing.length > 0) {
      skipped += 1;
      console.log(
        `skipped: ${view.name}: 没有 ../shared/data/${missing[0]}，画面不同，不比较 / without that file the page looks different`,
      );
    } else if (view.picture) judge(view.name, shot, { browser: browser.version().split('.')[0] ?? '', letters });
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;
