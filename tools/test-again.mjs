// @ts-check
// A second try of the few browser tests that failed. A browser on a loaded machine gives a frame late now and then; a test that fails twice is
// broken, one that passes the second time is named at the end as unsteady, so that it is mended and not forgotten.

/** More than this is no chance of timing: it stays failed. */
const FEW = 5;

/** What a step is to be asked for the second time: everything, the test files of the faults, or the views named before a colon. @typedef {'all' | 'files' | 'views'} Again */

const PARTS = {
  files: /([\w./-]+\.(?:browser\.test|stories)\.ts)/,
  views: /^([\w-]+):/,
};

/**
 * Words to add to the step's command so that it runs again what failed; nothing where a second try would say nothing.
 * @param {Again | undefined} again @param {import('./test-counts.mjs').Counts} counts @param {string} [flag] said before each file
 * @returns {string | undefined}
 */
export function wordsOfAgain(again, counts, flag = '') {
  if (!again || counts.failed === 0 || counts.failed > FEW || counts.note) return undefined;
  if (again === 'all') return '';
  const found = counts.faults.map((fault) => PARTS[again].exec(fault)?.[1]);
  // A fault without a name could not be run again, and would be lost.
  if (found.length === 0 || !found.every(Boolean)) return undefined;
  return [...new Set(found)].map((one) => `${flag}${flag ? ' ' : ''}${one}`).join(' ');
}

/**
 * The counts of a step after its second try. What failed the second time stays failed; what only failed the first time is passed and unsteady.
 * @param {import('./test-counts.mjs').Counts} first @param {import('./test-counts.mjs').Counts} second
 * @returns {import('./test-counts.mjs').Counts}
 */
export function afterSecondTry(first, second) {
  const failed = Math.min(first.failed, second.failed);
  return {
    ...first,
    passed: first.passed + first.failed - failed,
    failed,
    note: second.note,
    faults: second.faults,
    unsteady: failed === 0 ? first.faults : first.faults.filter((fault) => !second.faults.some((other) => sameTest(fault, other))),
  };
}

/** Whether two faults are of one test: what comes after the colon is what went wrong this time. @param {string} a @param {string} b */
const sameTest = (a, b) => nameOf(a) === nameOf(b);
const nameOf = (/** @type {string} */ fault) => fault.split(': ')[0];
