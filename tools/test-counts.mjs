// @ts-check
// What a test step's output says, and the table at the end. Pure, so that it can be tested itself.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, note: string, reasons: string[], faults: string[], unsteady: string[] }} Counts
 * @typedef {Counts & { step: import('./test-steps.mjs').Step, seconds: number }} Result
 */

const COUNT = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;
// oxlint-disable-next-line no-control-regex -- colour codes start with a control character
const COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;

/**
 * Reads the counts of a step. A step that broke, ran out of time or never said a count counts as one failure: no silence passes.
 * @param {string} output @param {number | null} code @param {string} [late] @returns {Counts}
 */
export function countsOf(output, code, late) {
  const lines = output
    .replace(COLOUR, '')
    .split('\n')
    .map((line) => line.trim());
  const reasons = lines.filter((line) => line.startsWith('skipped: ')).map((line) => line.slice('skipped: '.length));
  const faults = lines.filter((line) => line.startsWith('FAIL ')).map((line) => line.slice('FAIL '.length).trim());
  const hit = COUNT.exec(lines.filter((line) => COUNT.test(line)).at(-1) ?? '');
  const counts = { passed: Number(hit?.[1] ?? 0), failed: Number(hit?.[2] ?? 0), skipped: Number(hit?.[3] ?? 0) };
  let note = late ?? '';
  if (!note && !hit) note = `crashed (exit ${code}), no count`;
  else if (!note && code !== 0 && counts.failed === 0) note = `crashed (exit ${code})`;
  else if (!note && counts.passed + counts.failed + counts.skipped === 0) note = 'ran nothing';
  if (note) counts.failed += 1;
  return { ...counts, note, reasons, faults, unsteady: [] };
}

const sum = (/** @type {Result[]} */ results, /** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  results.reduce((total, one) => total + one[key], 0);

/** Width in a terminal: a Chinese character takes two columns. */
const width = (/** @type {string} */ text) =>
  [...text].reduce((total, char) => total + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
const pad = (/** @type {string} */ text, /** @type {number} */ columns) => text + ' '.repeat(Math.max(0, columns - width(text)));

/** What failed of one step that is named at the end; a step that broke as a whole would bury the others. */
const NAMED = 20;

/** The table of all steps, what failed, reasons for what was skipped, and the one line that says it all. @param {Result[]} results @param {number} seconds of all steps, some of which ran side by side */
export function table(results, seconds) {
  const head = ['', '步骤 step', '秒 s', 'passed', 'failed', 'skipped', ''];
  const rows = results.map((one) => [
    one.failed > 0 ? '✗' : '✓',
    `${one.step.zh} ${one.step.en}`,
    one.seconds.toFixed(1),
    String(one.passed),
    String(one.failed),
    String(one.skipped),
    one.note,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => width(row[column] ?? ''))));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const reasons = results.flatMap((one) => one.reasons.map((reason) => `  skipped, ${one.step.en}: ${reason}`));
  const faults = results.flatMap((one) => one.faults.slice(0, NAMED).map((fault) => `  failed, ${one.step.en}: ${fault}`));
  const unsteady = results.flatMap((one) => one.unsteady.map((fault) => `  passed only at the second try, ${one.step.en}: ${fault}`));
  const skipped = sum(results, 'skipped');
  const last = `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  const minutes = (seconds / 60).toFixed(1);
  return [...lines, ...reasons, ...unsteady, ...faults, `共 ${minutes} 分钟 / ${minutes} min`, last].join('\n');
}
