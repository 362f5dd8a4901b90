import { YztError } from '@yizhangtu/base/errors';
import { describe, expect, it } from 'vitest';
import { LatestAnswer } from './latest-answer.js';

/** Questions that are answered by hand. */
function desk() {
  const asked: { signal: AbortSignal; answer(value: string): void; fail(reason: unknown): void }[] = [];
  const put = (signal: AbortSignal): Promise<string> =>
    new Promise((answer, fail) => {
      asked.push({ signal, answer, fail });
    });
  return { asked, put };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('LatestAnswer', () => {
  it('has an answer that comes at once, and asks no question twice', () => {
    const latest = new LatestAnswer<number>(() => undefined);
    let asked = 0;
    for (const key of [1, 1, 2]) latest.ask('a', [key], () => 10 * ++asked);
    expect(latest.answer).toBe(20);
    expect(latest.pending).toBe(false);
    expect(latest.stale).toBe(false);
  });

  it('keeps the last answer, marked as such, until the next one is there', async () => {
    const { asked, put } = desk();
    let told = 0;
    const latest = new LatestAnswer<string>(() => told++);
    latest.ask('a', [1], put);
    expect([latest.answer, latest.pending, latest.stale]).toEqual([undefined, true, false]);
    asked[0]?.answer('one');
    await turn();
    expect([latest.answer, latest.pending, latest.stale, told]).toEqual(['one', false, false, 1]);
    latest.ask('a', [2], put);
    expect([latest.answer, latest.pending, latest.stale]).toEqual(['one', true, true]);
    asked[1]?.answer('two');
    await turn();
    expect([latest.answer, latest.stale, told]).toEqual(['two', false, 2]);
  });

  it('ends what is overtaken and drops its answer, in whatever order answers come', async () => {
    const { asked, put } = desk();
    let told = 0;
    const latest = new LatestAnswer<string>(() => told++);
    for (const key of [1, 2, 3]) latest.ask('a', [key], put);
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    asked[2]?.answer('third');
    asked[0]?.answer('first');
    asked[1]?.fail(new DOMException('aborted', 'AbortError'));
    await turn();
    expect(latest.answer).toBe('third');
    expect(latest.error).toBeUndefined();
    expect(told).toBe(1);
  });

  it('says an error and keeps what was known; the next answer ends it', async () => {
    const { asked, put } = desk();
    const latest = new LatestAnswer<string>(() => undefined);
    latest.ask('a', [1], put);
    asked[0]?.answer('one');
    await turn();
    latest.ask('a', [2], put);
    asked[1]?.fail(new YztError('network', { zh: '无法连接', en: 'no answer' }));
    await turn();
    expect([latest.answer, latest.error?.code, latest.pending, latest.stale]).toEqual(['one', 'network', false, true]);
    latest.ask('a', [3], put);
    asked[2]?.answer('three');
    await turn();
    expect([latest.answer, latest.error]).toEqual(['three', undefined]);
  });

  it('keeps no answer to a question about something else', async () => {
    const { asked, put } = desk();
    const latest = new LatestAnswer<string>(() => undefined);
    latest.ask('a', [1], put);
    asked[0]?.answer('one');
    await turn();
    latest.ask('b', [1], put);
    expect([latest.answer, latest.stale]).toEqual([undefined, false]);
    latest.forget();
    expect(asked[1]?.signal.aborted).toBe(true);
  });

  it('a question that cannot be put has no answer', () => {
    const latest = new LatestAnswer<string>(() => undefined);
    latest.ask('a', [1], () => 'one');
    latest.ask('a', [2], () => {
      throw new YztError('unknown-field', { zh: '没有字段', en: 'no field' });
    });
    expect([latest.answer, latest.error?.code]).toEqual([undefined, 'unknown-field']);
  });
});
