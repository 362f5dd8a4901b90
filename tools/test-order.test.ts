import { describe, expect, it } from 'vitest';
import { inOrder } from './test-order.mjs';
import { STEPS } from './test-steps.mjs';

interface Step {
  readonly script: string;
  readonly needs?: readonly string[];
  readonly alone?: boolean;
}

/** Runs steps that take the given turns each; says what began and ended, and how many ran at once at most. */
async function trace(steps: readonly (Step & { readonly turns?: number })[], at: number) {
  const log: string[] = [];
  let most = 0;
  let now = 0;
  await inOrder(steps, at, async ({ script, turns = 1 }) => {
    log.push(`+${script}`);
    most = Math.max(most, ++now);
    for (let i = 0; i < turns; i++) await Promise.resolve();
    now--;
    log.push(`-${script}`);
  });
  return { log, most };
}

describe('inOrder', () => {
  it('runs no more than allowed at a time, and each once', async () => {
    const steps = ['a', 'b', 'c', 'd', 'e'].map((script, index) => ({ script, turns: 5 - index }));
    const { log, most } = await trace(steps, 2);
    expect(most).toBe(2);
    expect(log.filter((one) => one.startsWith('+'))).toEqual(['+a', '+b', '+c', '+d', '+e']);
  });

  it('waits for what a step needs, and lets a later one go first meanwhile', async () => {
    const { log } = await trace([{ script: 'a', turns: 20 }, { script: 'b', needs: ['a'] }, { script: 'c' }], 2);
    expect(log).toEqual(['+a', '+c', '-c', '-a', '+b', '-b']);
  });

  it('runs a step that wants the machine alone by itself', async () => {
    const { log } = await trace([{ script: 'a', turns: 9 }, { script: 'b', alone: true, turns: 9 }, { script: 'c', needs: ['b'] }], 2);
    expect(log).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
  });

  it('does not let later steps overtake one that wants the machine alone', async () => {
    const { log } = await trace([{ script: 'a', turns: 9 }, { script: 'b', alone: true }, { script: 'c', turns: 20 }, { script: 'd', turns: 20 }], 2);
    expect(log.slice(0, 4)).toEqual(['+a', '-a', '+b', '-b']);
  });

  it('does not wait for a step that is not among those wanted', async () => {
    expect((await trace([{ script: 'b', needs: ['build'] }], 2)).log).toEqual(['+b', '-b']);
  });

  it('refuses steps that wait for each other', async () => {
    await expect(trace([{ script: 'a', needs: ['b'] }, { script: 'b', needs: ['a'] }], 2)).rejects.toThrow('a b');
  });

  it('finds an order for the steps of `npm test`, whose needs are steps', async () => {
    const { log } = await trace(STEPS, 2);
    expect(log).toHaveLength(STEPS.length * 2);
    const scripts = STEPS.map((one) => one.script);
    expect(STEPS.flatMap((one) => one.needs ?? []).filter((need) => !scripts.includes(need))).toEqual([]);
  });
});
