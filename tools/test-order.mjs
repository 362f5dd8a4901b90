// @ts-check
// Which steps of `npm test` run when: two side by side, because most of them wait for a browser and leave half of a machine idle.

/**
 * Runs every step once, `at` of them at a time, in the given order as far as what they need allows. A step begins when the steps it needs have
 * ended, however they ended; what it needs and is not among the steps is taken as done.
 * @template {{ script: string, needs?: readonly string[], alone?: boolean }} Step
 * @param {readonly Step[]} steps
 * @param {number} at
 * @param {(step: Step) => Promise<void>} run
 */
export async function inOrder(steps, at, run) {
  const waiting = [...steps];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const open = (/** @type {string} */ script) => running.has(script) || waiting.some((one) => one.script === script);
  const isAlone = () => [...running.keys()].some((script) => steps.some((one) => one.script === script && one.alone));
  /** Number of the step that may begin; −1 for none. One that wants the machine alone is not overtaken, or it would wait to the end. */
  const next = () => {
    if (running.size >= at || isAlone()) return -1;
    const ready = waiting.findIndex((step) => !(step.needs ?? []).some(open));
    return waiting[ready]?.alone && running.size > 0 ? -1 : ready;
  };
  while (waiting.length > 0 || running.size > 0) {
    const number = next();
    const step = waiting[number];
    if (step) {
      waiting.splice(number, 1);
      running.set(step.script, run(step).finally(() => running.delete(step.script)));
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`these steps wait for each other: ${waiting.map((one) => one.script).join(' ')}`);
  }
}
