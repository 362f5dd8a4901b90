// @ts-check
// `npm start`: serves all example pages from their sources. `npm start -- --built` serves what `npm run build` wrote, under the strict CSP.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildBundles, DIST } from '../build/bundle.mjs';
import { baseConfig, ROOT } from '../build/options.mjs';
import { serveFolder } from '../serve-folder.mjs';
import { EXAMPLES, examples } from './list.mjs';
import { filesOfExamples, indexPage } from './plugin.mjs';

const port = Number(process.env['PORT'] ?? process.argv.find((argument) => /^\d+$/.test(argument)) ?? 5173);

/** The source server: dependencies are gathered from all sources, so that no page reloads half-way. */
async function fromSources() {
  // One example is a page without a bundler: it needs the single file, which a fresh clone does not have yet.
  if (!existsSync(join(DIST, 'yizhangtu.js'))) await buildBundles();
  const config = baseConfig('development');
  const server = await createServer({
    ...config,
    root: EXAMPLES,
    appType: 'mpa',
    publicDir: false,
    cacheDir: join(ROOT, 'node_modules', '.vite-examples'),
    plugins: [indexPage(), filesOfExamples()],
    server: { host: '127.0.0.1', port, strictPort: false, fs: { allow: [ROOT] } },
    optimizeDeps: {
      entries: [
        '*/index.html',
        'index.html',
        '../packages/*/src/**/*.ts',
        '!../packages/**/*.test.ts',
        '!**/dist/**',
        '!**/node_modules/**',
      ],
    },
  });
  await server.listen();
  return server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
}

async function fromBuild() {
  const folder = join(ROOT, 'dist', 'examples');
  if (!existsSync(folder)) throw new Error('没有构建结果，请先运行 npm run build / nothing is built: run npm run build first');
  for (let next = port; ; next += 1) {
    try {
      return (await serveFolder(folder, { port: next })).url;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    }
  }
}

try {
  const url = process.argv.includes('--built') ? await fromBuild() : await fromSources();
  console.log(`\n  一张图示例已就绪 / the examples are ready:\n\n    ${url}\n`);
  for (const one of examples()) console.log(`    ${one.title}  ${url}${one.name}/`);
  console.log('\n  按 Ctrl+C 结束 / Ctrl+C ends it.\n');
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
