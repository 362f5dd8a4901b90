// @ts-check
// Reporter of @web/test-runner whose last line is what `tools/test-all.mjs` reads: `N passed, N failed, N skipped`.

import { relative } from 'node:path';

/** @param {string} text */
const firstLine = (text) => text.trim().split('\n')[0] ?? '';

/** @param {any} suite @param {{ passed: number, failed: number, skipped: number, faults: string[] }} count @param {string} name of the file and the suites around */
function addSuite(suite, count, name) {
  for (const test of suite?.tests ?? []) {
    count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    if (!test.skipped && !test.passed) count.faults.push(`${name} > ${test.name}: ${firstLine(test.error?.message ?? '')}`);
  }
  for (const inner of suite?.suites ?? []) addSuite(inner, count, `${name} > ${inner.name}`);
}

/** Add it after the default reporter: `reporters: [defaultReporter(), countReporter()]`. */
export function countReporter() {
  return {
    /** @param {{ sessions: any[], focusedTestFile?: string }} run */
    async onTestRunFinished({ sessions }) {
      /** @type {{ passed: number, failed: number, skipped: number, faults: string[] }} */
      const count = { passed: 0, failed: 0, skipped: 0, faults: [] };
      for (const session of sessions) {
        const before = count.failed;
        const file = relative(process.cwd(), session.testFile);
        addSuite(session.testResults, count, file);
        // A file that did not load, timed out or threw outside its tests is one failure, not nothing.
        if (session.passed || count.failed > before) continue;
        count.failed += 1;
        count.faults.push(`${file}: ${firstLine(session.errors[0]?.message ?? '')}`);
      }
      const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
      // The default reporter writes its own end after this event; wait so that ours is the last line.
      await new Promise((resolve) => setTimeout(resolve, 100));
      process.stdout.write(`\n${count.faults.map((fault) => `FAIL  ${fault}\n`).join('')}${count.passed} passed, ${count.failed} failed${skipped}\n`);
    },
  };
}
