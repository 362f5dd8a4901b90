// @ts-check
// `npm run build`: the packages (tsc), the single-file library, and every example as a static folder.
// `npm run build -- packages|bundle|examples` builds one part.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles, DIST, missingInterfaces } from './bundle.mjs';
import { buildExamples, OUT } from './examples.mjs';
import { ROOT } from './options.mjs';
import { pruneStale } from './prune.mjs';

/** Brought along by packages/yizhangtu/src/polyfills.ts, and for Parquet by packages/data/src/files/old-kernel.ts; our own sources use neither.
 * `Intl.Segmenter` is for words on lines in OpenLayers, which packages/map/src/vector-tiles/tile-look.ts asks for only where it is there. */
const POLYFILLED = ['Object.hasOwn', '.at(-…)', 'Intl.Segmenter'];

const count = { passed: 0, failed: 0 };

function say(/** @type {boolean} */ good, /** @type {string} */ text) {
  count[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✓' : '✗'} ${text}`);
}

function packages() {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [tsc, '-b', '--pretty', 'false'], { cwd: ROOT, stdio: 'inherit' });
  say(result.status === 0, 'packages/*/dist');
  for (const path of pruneStale(ROOT)) console.log(`  去除没有源文件的 / without a source, removed: ${path}`);
}

async function bundles() {
  for (const file of await buildBundles()) {
    const path = join(DIST, file);
    say(existsSync(path), `packages/yizhangtu/dist/${file}  ${(statSync(path).size / 1024).toFixed(0)} KiB`);
    if (!/\.m?js$/.test(file)) continue;
    const missing = missingInterfaces(path, POLYFILLED);
    say(
      missing.length === 0,
      `${file}: ${missing.length === 0 ? '不使用 Chromium 80 没有的接口 / nothing that Chromium 80 lacks' : `Chromium 80 lacks ${missing.join(', ')}`}`,
    );
  }
}

async function pages() {
  const { names, missing } = await buildExamples();
  for (const name of names) say(existsSync(join(OUT, name, 'index.html')), `dist/examples/${name}/index.html`);
  say(existsSync(join(OUT, 'index.html')), 'dist/examples/index.html');
  for (const file of missing) console.log(`  没有 ../shared/data/${file}，页面将显示说明 / not on this machine, the page says so`);
}

const parts = { packages, bundle: bundles, examples: pages };
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    await part();
  } catch (error) {
    say(false, `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
