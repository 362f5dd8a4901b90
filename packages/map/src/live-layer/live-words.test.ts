import { expect, it } from 'vitest';
import { liveWords } from './live-words.js';

it('a break, its end and a refusal are said; connecting and resting are not', () => {
  expect(liveWords('reconnecting', 'live', '船位')).toEqual({ zh: '船位：连接中断，正在重连', en: '船位: connection lost, reconnecting' });
  expect(liveWords('live', 'reconnecting', '')?.zh).toBe('实时数据：已恢复更新');
  expect(liveWords('stopped', 'connecting', '')?.en).toContain('refused');
  for (const [state, before] of [['connecting', 'idle'], ['live', 'connecting'], ['idle', 'live'], ['reconnecting', 'connecting']] as const) expect(liveWords(state, before, 'x')).toBeUndefined();
});
