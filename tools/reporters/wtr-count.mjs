// @ts-check
// Reporter of @web/test-runner whose last line is what `tools/test-all.mjs` reads: `N passed, N failed, N skipped`.

/** @param {any} suite @param {{ passed: number, failed: number, skipped: number }} count */
function addSuite(suite, count) {
  for (const test of suite?.tests ?? []) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite?.suites ?? []) addSuite(inner, count);
}

/** Add it after the default reporter: `reporters: [defaultReporter(), countReporter()]`. */
export function countReporter() {
  return {
    /** @param {{ sessions: any[], focusedTestFile?: string }} run */
    async onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = count.failed;
        addSuite(session.testResults, count);
        // A file that did not load, timed out or threw outside its tests is one failure, not nothing.
        if (!session.passed && count.failed === before) count.failed += 1;
      }
      const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
      // The default reporter writes its own end after this event; wait so that ours is the last line.
      await new Promise((resolve) => setTimeout(resolve, 100));
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
    },
  };
}
