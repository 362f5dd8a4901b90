// @ts-check
// Our own checks, by the files they look at. Adding a check: write it in rules/, list it here, test it with a text that must fail.
import { oldKernels } from './rules/kernels.mjs';
import { folderDirection } from './rules/folders.mjs';
import { packageDirection } from './rules/packages.mjs';
import { barrels, elementFolder, fileSize, functionSize } from './rules/shape.mjs';
import { oldCss, strictCsp } from './rules/styles.mjs';

/** @typedef {import('./source.mjs').Source} Source @typedef {import('./source.mjs').Offence} Offence */

const code = /\.(?:ts|mts|mjs|js)$/;
const inPackages = /^packages\/[^/]+\/src\//;
/** Code that a browser runs: packages, stories and examples. */
const inBrowser = /^(?:packages\/[^/]+\/src|stories|examples)\//;

/** @type {{ check: (source: Source) => Offence[], files: (path: string) => boolean }[]} */
const CHECKS = [
  { check: fileSize, files: (path) => code.test(path) },
  { check: functionSize, files: (path) => code.test(path) },
  { check: packageDirection, files: (path) => inPackages.test(path) || /^(?:stories|examples|tests)\//.test(path) },
  { check: barrels, files: (path) => inPackages.test(path) },
  { check: elementFolder, files: (path) => inPackages.test(path) },
  { check: oldKernels, files: (path) => inBrowser.test(path) && code.test(path) && !path.endsWith('/polyfills.ts') },
  { check: oldCss, files: (path) => inBrowser.test(path) },
  { check: strictCsp, files: (path) => inBrowser.test(path) },
];

/** All offences of our own checks in these sources, in the order of the files. @returns {Offence[]} */
export function structureOffences(/** @type {Source[]} */ sources) {
  const single = sources.flatMap((source) => CHECKS.filter((one) => one.files(source.path)).flatMap((one) => one.check(source)));
  return [...single, ...folderDirection(sources.filter((source) => inPackages.test(source.path)))];
}
