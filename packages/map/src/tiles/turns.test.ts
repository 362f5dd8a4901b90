import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('lets so many through at once, whatever fails, and none that were stopped meanwhile', async () => {
    const turns = new Turns(2);
    const stop = new AbortController();
    let [running, most, ran] = [0, 0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      ran++;
      await new Promise((resolve) => setTimeout(resolve));
      running--;
      if (ran % 3 === 0) throw new Error('no');
    };
    const all = Array.from({ length: 20 }, () => turns.run(new AbortController().signal, work));
    const stopped = expect(turns.run(stop.signal, work)).rejects.toMatchObject({ name: 'AbortError' });
    stop.abort();
    await Promise.allSettled(all);
    await stopped;
    expect([most, ran, running]).toEqual([2, 20, 0]);
  });
});
