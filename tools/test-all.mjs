// @ts-check
// `npm test`: runs every step, also after one failed, two side by side, and ends with one line, `N passed, N failed`.
// `npm test -- lint test:unit` runs only the named steps; STEPS_AT_ONCE=1 one after another.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { availableParallelism } from 'node:os';
import { afterSecondTry, wordsOfAgain } from './test-again.mjs';
import { countsOf, table } from './test-counts.mjs';
import { inOrder } from './test-order.mjs';
import { STEPS } from './test-steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @type {Record<string, string>} */
const scripts = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).scripts;
const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  CI: 'true',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
};

/** Stops a step and everything it started. */
function stop(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (process.platform === 'win32') child.kill();
  else if (child.pid) process.kill(-child.pid, 'SIGKILL');
}

/** Minutes after which a step is stopped: several times what one takes beside another on two slow cores. */
const LIMIT = 20;

/** Runs a step's script. Its output is shown when it has ended, so that steps side by side do not mix. @param {import('./test-steps.mjs').Step} step @param {string} [words] added to its command @returns {Promise<{ output: string, code: number | null, late: boolean }>} */
function run(step, words = '') {
  return new Promise((resolve) => {
    const script = scripts[step.script];
    if (!script) return resolve({ output: `package.json has no script ${step.script}\n`, code: 1, late: false });
    const command = `${script} ${words}`;
    const posix = process.platform !== 'win32';
    const child = spawn(command, { cwd: root, env, shell: true, detached: posix, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const timer = setTimeout(() => ((late = true), stop(child)), LIMIT * 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ output, code, late });
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.script === name));
if (unknown.length > 0) {
  console.error(
    `没有这些步骤 / no such step: ${unknown.join(' ')}. 可用 / there are: ${STEPS.map((step) => step.script).join(' ')}`,
  );
  process.exit(2);
}
const steps = wanted.length > 0 ? STEPS.filter((step) => wanted.includes(step.script)) : STEPS;
/** @type {import('./test-counts.mjs').Result[]} */
const results = [];
const begin = Date.now();
const name = (/** @type {import('./test-steps.mjs').Step} */ step) => `${step.zh} · ${step.en} (${step.script})`;
const atOnce = Number(process.env['STEPS_AT_ONCE']) || Math.min(2, availableParallelism());
await inOrder(steps, atOnce, async (step) => {
  process.stdout.write(`\n… ${name(step)}\n`);
  const start = Date.now();
  const tried = async (/** @type {string | undefined} */ words) => {
    const { output, code, late } = await run(step, words);
    process.stdout.write(`\n━━ ${name(step)}${words === undefined ? '' : ' 再试 · second try'}\n${output}`);
    return countsOf(output, code, late ? `stopped after ${LIMIT} min` : undefined);
  };
  const first = await tried(undefined);
  const words = wordsOfAgain(step.again, first, step.flag);
  const counts = words === undefined ? first : afterSecondTry(first, await tried(words));
  results.push({ step, seconds: (Date.now() - start) / 1000, ...counts });
});
results.sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
process.stdout.write(`\n${table(results, (Date.now() - begin) / 1000)}\n`);
process.exitCode = results.some((one) => one.failed > 0) ? 1 : 0;
