// @ts-check
// `pnpm types`: builds the packages in their order, then checks everything that is not shipped: tests, stories, examples, tools.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** Runs tsc and returns its number of errors. */
function errorsOf(/** @type {string[]} */ args) {
  const result = spawnSync(process.execPath, [tsc, ...args, '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
  process.stdout.write(result.stdout + result.stderr);
  const found = result.stdout.match(/^.*error TS\d+/gm)?.length ?? 0;
  return found || (result.status === 0 ? 0 : 1);
}

const projects = [
  ['-b', 'tsconfig.json'],
  ['-p', 'tsconfig.tests.json'],
];
const counts = projects.map(errorsOf);
const failed = counts.reduce((sum, count) => sum + count, 0);
console.log(`${counts.filter((count) => count === 0).length} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
