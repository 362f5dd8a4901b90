import { describe, expect, test } from 'vitest';
import { pause } from '../steps/drive.js';
import { Changes } from './changes.js';

const sorted = (changes: ReadonlySet<string>): string => [...changes].sort().join(' ');

/** Takes a view's time. */
const busy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

/** Tasks until nothing is waiting. */
const settled = async () => {
  for (let i = 0; i < 12; i++) await pause();
};

describe('changes', () => {
  test('are told once, all together, in the order of the listeners', async () => {
    const said: string[] = [];
    const changes = new Changes();
    changes.subscribe((set) => said.push(`a ${sorted(set)}`), {});
    changes.subscribe((set) => said.push(`b ${sorted(set)}`), {});
    changes.tell('filter');
    changes.tell('selection');
    await Promise.resolve();
    expect(said).toEqual(['a filter selection', 'b filter selection']);
  });

  test('of many rows are told view after view, not all in one task, all listeners of a view together, and at once to whoever is no view', async () => {
    const said: string[] = [];
    const changes = new Changes(() => 1_000_000);
    const [first, second] = [{}, {}];
    changes.subscribe(() => {
      said.push('first');
      busy(30);
    }, first);
    changes.subscribe(() => said.push('second'), second);
    changes.subscribe(() => said.push('first too'), first);
    changes.subscribe(() => said.push('state'));
    changes.tell('filter');
    // What is left of this task and its microtasks.
    for (let i = 0; i < 20; i++) await Promise.resolve();
    expect(said).toEqual(['state', 'first', 'first too']);
    await settled();
    expect(said).toEqual(['state', 'first', 'first too', 'second']);
  });

  test('that come while a view waits are told to it once, and hovering waits for nobody', async () => {
    const said: string[] = [];
    const changes = new Changes(() => 1_000_000);
    changes.subscribe((set) => {
      said.push(`a ${sorted(set)}`);
      busy(30);
    }, {});
    changes.subscribe((set) => said.push(`b ${sorted(set)}`), {});
    changes.tell('hover');
    await Promise.resolve();
    expect(said.splice(0)).toEqual(['a hover', 'b hover']);
    changes.tell('filter');
    await Promise.resolve();
    changes.tell('selection');
    await Promise.resolve();
    expect(said.splice(0)).toEqual(['a filter', 'a selection']);
    await settled();
    expect(said.splice(0)).toEqual(['b filter selection']);
  });

  test('are not told to whoever has left while it waited', async () => {
    const said: string[] = [];
    const changes = new Changes(() => 1_000_000);
    changes.subscribe(() => {
      said.push('a');
      busy(30);
    }, {});
    const leave = changes.subscribe(() => said.push('b'), {});
    changes.tell('data');
    await Promise.resolve();
    leave();
    await settled();
    expect(said).toEqual(['a']);
  });

  test('of which one view throws still reach the others', async () => {
    const said: string[] = [];
    const thrown: unknown[] = [];
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => thrown.push(reason));
    const changes = new Changes(() => 1_000_000);
    changes.subscribe(() => {
      throw new Error('broken view');
    }, {});
    changes.subscribe(() => said.push('b'), {});
    changes.tell('filter');
    await settled();
    process.removeAllListeners('unhandledRejection');
    for (const one of others) process.on('unhandledRejection', one);
    expect(said).toEqual(['b']);
    expect(thrown).toHaveLength(1);
  });
});
