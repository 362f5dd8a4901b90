import { describe, expect, it } from 'vitest';
import { afterSecondTry, wordsOfAgain } from './test-again.mjs';
import { countsOf } from './test-counts.mjs';

const broken = countsOf('FAIL  packages/a/src/x/x.browser.test.ts > x > draws: 1 not 2\nFAIL  packages/a/src/x/x.browser.test.ts > x > goes: no\n7 passed, 2 failed', 1);

describe('wordsOfAgain', () => {
  it('names each file once', () => {
    expect(wordsOfAgain('files', broken, '--files')).toBe('--files packages/a/src/x/x.browser.test.ts');
  });

  it('finds the file of a story and the view of a picture', () => {
    const story = countsOf(' FAIL  |stories (chromium)| stories/charts/bar-chart.stories.ts > 基本\n1 passed, 1 failed', 1);
    expect(wordsOfAgain('files', story)).toBe('stories/charts/bar-chart.stories.ts');
    expect(wordsOfAgain('views', countsOf('  FAIL  marine-desk-light: looks as it did\n1 passed, 1 failed', 1))).toBe('marine-desk-light');
  });

  it('asks for no second try of what is whole, many, broken or without a name', () => {
    expect(wordsOfAgain('all', countsOf('7 passed, 0 failed', 0))).toBeUndefined();
    expect(wordsOfAgain('all', countsOf('7 passed, 6 failed', 1))).toBeUndefined();
    expect(wordsOfAgain('all', countsOf('oops', 1))).toBeUndefined();
    expect(wordsOfAgain('files', countsOf('FAIL  b\n7 passed, 1 failed', 1))).toBeUndefined();
    expect(wordsOfAgain(undefined, broken)).toBeUndefined();
  });
});

describe('afterSecondTry', () => {
  it('takes what passed then as passed, and names it', () => {
    const after = afterSecondTry(broken, countsOf('8 passed, 0 failed', 0));
    expect(after).toMatchObject({ passed: 9, failed: 0, faults: [] });
    expect(after.unsteady).toEqual(broken.faults);
  });

  it('keeps what failed twice, whatever it said', () => {
    const second = countsOf('FAIL  packages/a/src/x/x.browser.test.ts > x > goes: other\n7 passed, 1 failed', 1);
    const after = afterSecondTry(broken, second);
    expect(after).toMatchObject({ passed: 8, failed: 1, faults: second.faults });
    expect(after.unsteady).toEqual(['packages/a/src/x/x.browser.test.ts > x > draws: 1 not 2']);
  });

  it('keeps a failure where the second try broke', () => {
    expect(afterSecondTry(broken, countsOf('oops', 1))).toMatchObject({ failed: 1 });
  });
});
