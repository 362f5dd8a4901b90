// @ts-check
// `pnpm test:setup`: says in a sentence what this machine lacks, before anything fails for that reason.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolveBrowser } from './browser.mjs';

const count = { passed: 0, failed: 0, skipped: 0 };

function note(/** @type {boolean} */ good, /** @type {string} */ yes, /** @type {string} */ no, required = true) {
  if (good) count.passed += 1;
  else if (required) count.failed += 1;
  else count.skipped += 1;
  console.log(good ? `✓ ${yes}` : required ? `✗ ${no}` : `skipped: ${no}`);
}

/** Output of a command, or '' when it cannot run. */
function output(/** @type {string} */ command, /** @type {string[]} */ args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

const major = Number(process.versions.node.split('.')[0]);
note(
  major >= 24,
  `Node ${process.versions.node}`,
  `脚本应在 Node 24 上运行(现为 ${process.versions.node}),请用 npm test / run through npm test: tools need Node 24`,
);

const browser = await resolveBrowser().catch((error) => String(error.message));
const version = existsSync(browser) ? output(browser, ['--version', '--no-sandbox']).trim() : '';
note(version !== '', `${version} (${browser})`, `浏览器无法启动 / the browser does not start: ${browser}`);

if (process.platform === 'linux') {
  const fonts = output('fc-list', [':lang=zh', 'family']).trim();
  note(
    fonts !== '',
    '中文字体 / Chinese font',
    '没有中文字体，截图中的汉字会是方框 / no Chinese font, pictures show boxes (Debian: apt-get install fonts-noto-cjk)',
    false,
  );
}
note(
  existsSync(new URL('../../shared/data/README.md', import.meta.url)),
  '../shared/data',
  '没有 ../shared/data:使用真实数据的示例部分显示说明 / no ../shared/data: the parts of examples on that data show a sentence',
  false,
);
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
process.exitCode = count.failed > 0 ? 1 : 0;
