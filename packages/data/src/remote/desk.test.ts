import { describe, expect, it } from 'vitest';
import { coalesced, answerFor } from './coalesced.js';
import { Desk } from './desk.js';
import type { GroupsQuestion } from './types.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Questions answered by hand. */
function engine() {
  const asked: { key: string; signal: AbortSignal; answer(value: string): void; fail(reason: unknown): void }[] = [];
  const run = (key: string) => (signal: AbortSignal): Promise<string> =>
    new Promise((answer, fail) => {
      asked.push({ key, signal, answer, fail });
    });
  return { asked, run };
}

describe('Desk', () => {
  it('puts the same question once and answers all who ask', async () => {
    const { asked, run } = engine();
    const desk = new Desk();
    const answers = Promise.all(['a', 'a', 'a'].map((key) => desk.ask(key, run(key))));
    await turn();
    expect(asked).toHaveLength(1);
    asked[0]?.answer('1');
    expect(await answers).toEqual(['1', '1', '1']);
    expect(await desk.ask('a', run('a'))).toBe('1');
    expect(asked).toHaveLength(1);
  });

  it('has few on the way at once, in the order they were asked', async () => {
    const { asked, run } = engine();
    const desk = new Desk(2);
    const answers = ['a', 'b', 'c', 'd'].map((key) => desk.ask(key, run(key)));
    await turn();
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b']);
    asked[1]?.answer('2');
    await turn();
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    for (const one of asked) one.answer('x');
    await turn();
    asked[3]?.answer('4');
    expect(await Promise.all(answers)).toEqual(['x', '2', 'x', '4']);
  });

  it('ends a question when nobody waits for it any more, and not before', async () => {
    const { asked, run } = engine();
    const desk = new Desk(1);
    const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
    const answers = [desk.ask('a', run('a'), one.signal), desk.ask('a', run('a'), two.signal), desk.ask('b', run('b'), three.signal)].map((answer) => answer.catch((reason: Error) => reason.name));
    await turn();
    one.abort();
    expect(asked[0]?.signal.aborted).toBe(false);
    two.abort();
    expect(asked[0]?.signal.aborted).toBe(true);
    // What still stands in the queue is not put at all.
    three.abort();
    asked[0]?.fail(new DOMException('', 'AbortError'));
    await turn();
    expect(asked).toHaveLength(1);
    expect(await Promise.all(answers)).toEqual(['AbortError', 'AbortError', 'AbortError']);
  });

  it('asks anew after an error, and after all is forgotten', async () => {
    const { asked, run } = engine();
    const desk = new Desk();
    const first = desk.ask('a', run('a')).catch(() => 'failed');
    await turn();
    asked[0]?.fail(new Error('no'));
    expect(await first).toBe('failed');
    const second = desk.ask('a', run('a'));
    await turn();
    asked[1]?.answer('2');
    expect(await second).toBe('2');
    desk.forget();
    void desk.ask('a', run('a'));
    await turn();
    expect(asked).toHaveLength(3);
  });
});

describe('coalesced', () => {
  const question = (measures: GroupsQuestion['measures'], more: Partial<GroupsQuestion> = {}): GroupsQuestion => ({ measures, scope: [], conditions: [], ...more });

  it('makes one question of those that differ only in what they measure', () => {
    const all = [question([{ kind: 'count' }]), question([{ kind: 'sum', field: 'a' }, { kind: 'count' }]), question([{ kind: 'mean', field: 'b' }])];
    const [one, ...others] = coalesced(all);
    expect(others).toHaveLength(0);
    expect(one?.question.measures).toEqual([{ kind: 'count' }, { kind: 'sum', field: 'a' }, { kind: 'mean', field: 'b' }]);
    expect([...(one?.picks ?? [])]).toEqual([[0, [0]], [1, [1, 0]], [2, [2]]]);
  });

  it('keeps apart what asks for other rows, other groups or another order', () => {
    const all = [
      question([{ kind: 'count' }]),
      question([{ kind: 'count' }], { conditions: [{ kind: 'in', field: 'a', values: [1] }] }),
      question([{ kind: 'count' }], { groupBy: 'a' }),
      question([{ kind: 'sum', field: 'b' }], { groupBy: 'a' }),
      question([{ kind: 'sum', field: 'b' }], { groupBy: 'a', order: 'key' }),
      question([{ kind: 'count' }], { groupBy: 'a', order: 'key' }),
      question([{ kind: 'count' }], { groupBy: 'a', limit: 3 }),
    ];
    expect(coalesced(all).map(({ picks }) => [...picks.keys()])).toEqual([[0], [1], [2], [3], [4, 5], [6]]);
  });

  it('takes totals from a question with groups of the same rows, where that costs nothing', () => {
    const all = [
      question([{ kind: 'max', field: 'b' }]),
      question([{ kind: 'count' }], { groupBy: 'a' }),
      question([{ kind: 'count' }], { groupBy: 'a', limit: 3, conditions: [{ kind: 'in', field: 'a', values: [1] }] }),
      question([{ kind: 'count' }], { groupBy: 'a', limit: 3 }),
      question([{ kind: 'median', field: 'b' }], { scope: [{ kind: 'in', field: 'a', values: [2] }] }),
      question([{ kind: 'count' }], { groupBy: 'a', limit: 3, scope: [{ kind: 'in', field: 'a', values: [2] }] }),
    ];
    expect(coalesced(all).map(({ picks }) => [...picks.keys()])).toEqual([[0], [1], [2], [3], [4], [5]]);
    const fewer = coalesced(all, true);
    expect(fewer.map(({ picks }) => [...picks.keys()])).toEqual([[1], [2], [3, 0], [4], [5]]);
    const [host] = fewer.filter(({ totals }) => totals.size > 0);
    expect([host?.question.measures, host?.picks.get(0), [...(host?.totals ?? [])]]).toEqual([[{ kind: 'count' }, { kind: 'max', field: 'b' }], [1], [0]]);
  });

  it('gives each the part that is its own', () => {
    const part = { count: 2, values: [2, 10] };
    const answer = { groups: [{ key: 'x', ...part, parts: [part] }], rest: { key: null, ...part }, total: { key: null, ...part } };
    expect(answerFor(answer, [1])).toEqual({
      groups: [{ key: 'x', count: 2, values: [10], parts: [{ count: 2, values: [10] }] }],
      rest: { key: null, count: 2, values: [10] },
      total: { key: null, count: 2, values: [10] },
    });
    expect(answerFor(answer, [1], true)).toEqual({ groups: [{ key: null, count: 2, values: [10] }], total: { key: null, count: 2, values: [10] } });
  });
});
