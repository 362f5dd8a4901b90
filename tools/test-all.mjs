// @ts-check
// `npm test`: runs every step, also after one failed, and ends with one line, `N passed, N failed`.
// `npm test -- lint test:unit` runs only the named steps.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsOf, table } from './test-counts.mjs';
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

/** Runs a step's script, passing its output on while it comes. @returns {Promise<{ output: string, code: number | null, late: boolean }>} */
function run(/** @type {import('./test-steps.mjs').Step} */ step) {
  return new Promise((resolve) => {
    const command = scripts[step.script];
    if (!command) return resolve({ output: `package.json has no script ${step.script}\n`, code: 1, late: false });
    const posix = process.platform !== 'win32';
    const child = spawn(command, { cwd: root, env, shell: true, detached: posix, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const timer = setTimeout(() => ((late = true), stop(child)), (step.minutes ?? 8) * 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        process.stdout.write(text);
      });
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
for (const step of steps) {
  process.stdout.write(`\n━━ ${step.zh} · ${step.en} (${step.script})\n`);
  const start = Date.now();
  const { output, code, late } = await run(step);
  results.push({
    step,
    seconds: (Date.now() - start) / 1000,
    ...countsOf(output, code, late ? `stopped after ${step.minutes ?? 8} min` : undefined),
  });
}
process.stdout.write(`\n${table(results)}\n`);
process.exitCode = results.some((one) => one.failed > 0) ? 1 : 0;
