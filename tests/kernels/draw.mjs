// The same draw in every kernel and in Node: the records must be the same, byte for byte.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, '.cache/kernel-draw');
mkdirSync(out, { recursive: true });

const bundle = (/** @type {string} */ file, /** @type {import('esbuild').BuildOptions} */ options) =>
  build({ entryPoints: [join(root, 'tests/kernels/draw-input.js')], outfile: join(out, file), bundle: true, charset: 'ascii', conditions: ['yizhangtu-source'], alias: { '@yizhangtu/market/calc': join(root, 'packages/market/src/calc/index.ts') }, logLevel: 'error', ...options });

await Promise.all([
  bundle('draw.js', { format: 'iife', globalName: 'kernelDraw', target: 'chrome80', footer: { js: 'window.kernelDraw = kernelDraw;' } }),
  bundle('draw.mjs', { format: 'esm' }),
]);

export const DRAW_SCRIPT = join(out, 'draw.js');
export const DRAW_PAGE = '<!doctype html><meta charset="utf-8"><title>draw</title><script src="draw.js"></script>';
export const DRAW_SENTENCE = 'a draw of inspections is the record of Node, byte for byte';

const inNode = (await import(pathToFileURL(join(out, 'draw.mjs')).href)).drawn();

/** What a page with the script has drawn, against Node's. Returns faults. */
export async function drawFaults(/** @type {{ navigate(url: string): Promise<void>, until(expression: string): Promise<void>, evaluate(expression: string): Promise<any> }} */ page, /** @type {string} */ url) {
  await page.navigate(`${url}draw.html`);
  await page.until(`document.readyState === 'complete' && !!window.kernelDraw`);
  const here = await page.evaluate('kernelDraw.drawn()');
  const at = [...here.text].findIndex((letter, i) => letter !== [...inNode.text][i]);
  return [
    ...(here.text === inNode.text ? [] : [`records differ from character ${at} on: ${here.text.slice(Math.max(0, at - 40), at + 40)}`]),
    ...(here.valid && inNode.valid ? [] : ['the record is not found right']),
    ...(here.count > 100 ? [] : [`only ${here.count} subjects were drawn`]),
  ];
}
