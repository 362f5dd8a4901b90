import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countsOf, table } from './test-counts.mjs';
import { STEPS } from './test-steps.mjs';

describe('countsOf', () => {
  it('takes the last count line, without colours', () => {
    const counts = countsOf('1 passed, 0 failed\nmore\n\u001b[32m12 passed, 0 failed, 3 skipped\u001b[0m\nbye\n', 0);
    expect(counts).toMatchObject({ passed: 12, failed: 0, skipped: 3, note: '' });
  });

  it('keeps the reasons of what was skipped', () => {
    expect(countsOf('skipped: no GPU here\n1 passed, 0 failed, 1 skipped\n', 0).reasons).toEqual(['no GPU here']);
  });

  it('keeps the names of what failed', () => {
    expect(countsOf('  ok    a\n  FAIL  b: 1 not 2\n1 passed, 1 failed\n', 1).faults).toEqual(['b: 1 not 2']);
  });

  it.each([
    ['a crash without a count', 'oops\n', 1],
    ['silence with exit 0', '', 0],
    ['a clean count with a bad exit', '5 passed, 0 failed\n', 1],
    ['a killed step', '5 passed, 0 failed\n', null],
    ['a run of nothing', '0 passed, 0 failed\n', 0],
  ])('counts %s as one failure', (_, output, code) => {
    expect(countsOf(output, code)).toMatchObject({ failed: 1 });
  });

  it('counts a step that ran out of time as one failure more', () => {
    expect(countsOf('5 passed, 1 failed\n', null, 'stopped after 8 min')).toMatchObject({ passed: 5, failed: 2 });
  });
});

describe('table', () => {
  const step = { script: 'lint', zh: '规范', en: 'lint' };

  it('ends with the one line', () => {
    const results = [
      { step, seconds: 1, ...countsOf('5 passed, 0 failed, 2 skipped', 0) },
      { step, seconds: 1, ...countsOf('', 1) },
    ];
    expect(table(results, 90).split('\n').at(-1)).toBe('5 passed, 1 failed, 2 skipped');
    expect(table(results, 90)).toContain('crashed (exit 1)');
    expect(table(results, 90)).toContain('1.5 min');
  });

  it('names what failed close to its end, for whoever sees only the end', () => {
    const results = [{ step, seconds: 1, ...countsOf('FAIL  one.ts > rounds\n0 passed, 1 failed', 1) }];
    expect(table(results, 1).split('\n').at(-3)).toBe('  failed, lint: one.ts > rounds');
  });
});

it('names only scripts that exist', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(STEPS.filter((one) => !(one.script in scripts))).toEqual([]);
});
