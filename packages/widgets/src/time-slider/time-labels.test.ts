import { describe, expect, it } from 'vitest';
import { wordsWidth } from '../shared/words-width.js';
import { timeLabels } from './time-labels.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('timeLabels', () => {
  it('say the month once and then days', () => {
    expect(timeLabels(at('2022-09-04T00:00'), at('2022-09-17T00:00'), 560, 12, 'zh-CN').map(({ text }) => text)).toEqual([
      '9月5日',
      '7日',
      '9日',
      '11日',
      '13日',
      '15日',
      '17日',
    ]);
  });

  it('never touch and never stick out, at any width, span and size of type', () => {
    const spans = [3e5, 36e5, 864e5, 12 * 864e5, 400 * 864e5, 30 * 365 * 864e5];
    for (const span of spans) {
      for (let width = 40; width <= 1600; width += 65) {
        for (const size of [12, 18, 24]) {
          const from = at('2022-09-04T05:30');
          const labels = timeLabels(from, from + span, width, size, 'zh-CN');
          labels.forEach(({ left, text }, index) => {
            expect(left).toBeGreaterThanOrEqual(0);
            expect(left + wordsWidth(text, size)).toBeLessThanOrEqual(width + 1e-6);
            const next = labels[index + 1];
            if (next) expect(left + wordsWidth(text, size)).toBeLessThan(next.left);
          });
        }
      }
    }
  });

  it('are none without a span or room', () => {
    expect(timeLabels(1, 1, 500, 12, 'zh-CN')).toEqual([]);
    expect(timeLabels(0, 1e9, 0, 12, 'zh-CN')).toEqual([]);
  });
});
