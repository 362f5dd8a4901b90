import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BusyMark } from './busy-mark.js';

describe('BusyMark', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const after = (ms: number, fails = false) => (): Promise<void> => new Promise((resolve, reject) => setTimeout(fails ? () => reject(new Error('no')) : resolve, ms));

  it('shows what takes longer than 0.3 s, from the first to the last of it, and nothing shorter', async () => {
    const shown: [boolean, number][] = [];
    const mark = new BusyMark((busy) => shown.push([busy, Date.now()]));
    const began = Date.now();
    void mark.while(after(200));
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
    void mark.while(after(250));
    const failed = mark.while(after(900, true)).catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await failed).toBe('failed');
    expect(shown).toEqual([[true, began + 1300], [false, began + 1900]]);
  });
});
