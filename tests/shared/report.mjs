// Tests of whole pages as a list of sentences: each passes or says why not, and one that fails stops no other.
import { setTimeout as pause } from 'node:timers/promises';

const count = { passed: 0, failed: 0, skipped: 0 };

/** Runs one proof. It fails by throwing, or by returning a list of faults that is not empty. */
export async function test(sentence, proof) {
  try {
    const faults = await proof();
    if (Array.isArray(faults) && faults.length > 0) throw new Error(faults.join('\n'));
    count.passed += 1;
    process.stdout.write(`  ok    ${sentence}\n`);
  } catch (error) {
    count.failed += 1;
    const why = error instanceof Error ? error.message : String(error);
    process.stdout.write(
      `  FAIL  ${sentence}\n${why
        .split('\n')
        .slice(0, 12)
        .map((line) => `        ${line}\n`)
        .join('')}`,
    );
  }
}

/** Says that something could not be proved on this machine, and why. */
export function skip(why, tests = 1) {
  count.skipped += tests;
  process.stdout.write(`skipped: ${why}\n`);
}

/** Throws unless two values are the same, compared as JSON. */
export function same(found, wanted, what = 'value') {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: found ${a}, wanted ${b}`);
}

/** Throws unless a text holds a word or matches a pattern. */
export function says(text, words, what = 'text') {
  const good = words instanceof RegExp ? words.test(text) : text.includes(words);
  if (!good) throw new Error(`${what} does not say ${words}: ${text.slice(0, 400)}`);
}

/** Waits until `ask` gives a value that `good` accepts. Returns it, or throws with the last one. */
export async function until(ask, good, what = 'value', limit = 8000) {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)?.slice(0, 400)} after ${limit / 1000} s`);
    await pause(40);
  }
}

/** Prints the line that the test table reads, and sets the exit code. */
export function finish() {
  process.stdout.write(
    `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}\n`,
  );
  process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
}
