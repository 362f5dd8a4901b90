// @ts-check
// What every Vite build and server of this repository shares.
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The oldest kernel a page must run in (docs/decisions/0002-toolchain.md). */
export const TARGET = 'chrome80';

/** Packages are read from their sources, not from `dist`. */
export const conditions = (/** @type {'development' | 'production'} */ mode) => [
  'yizhangtu-source',
  'module',
  'browser',
  'import',
  mode,
];

/** The policy every built page must live under. */
export const STRICT_CSP = "default-src 'self'; img-src 'self' data:; base-uri 'self'; object-src 'none'";

/** @returns {import('vite').InlineConfig} */
export function baseConfig(/** @type {'development' | 'production'} */ mode) {
  return {
    configFile: false,
    mode,
    base: './',
    logLevel: 'warn',
    resolve: { conditions: conditions(mode), dedupe: ['lit', 'ol'] },
    build: {
      target: TARGET,
      cssTarget: TARGET,
      cssMinify: 'lightningcss',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      // A small style sheet with a media query would become a data: address, which the strict policy refuses.
      assetsInlineLimit: 0,
      emptyOutDir: true,
    },
  };
}
