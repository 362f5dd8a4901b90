// @ts-check
// The design tokens as a style sheet, made from the same source the elements use.
import { build } from 'esbuild';
import { join } from 'node:path';
import { conditions, ROOT } from './options.mjs';

/** CSS text of all tokens and themes. */
export async function tokenStyleSheet() {
  const result = await build({
    entryPoints: [join(ROOT, 'packages/base/src/theme.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    conditions: conditions('production'),
  });
  const code = result.outputFiles[0]?.text ?? '';
  /** @type {{ tokenCss: () => string }} */
  const theme = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return `/* 一张图 design tokens, generated from @yizhangtu/base/tokens. */\n${theme.tokenCss()}\n`;
}
