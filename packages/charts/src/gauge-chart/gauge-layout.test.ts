import { describe, expect, it } from 'vitest';
import { gaugeLayout, type GaugeBox } from './gauge-layout.js';
import { gaugeScale } from './gauge-scale.js';

const measure = (text: string): number => text.length * 7;
const BOX: GaugeBox = { width: 300, height: 0, fontSize: 13, number: '88.6', unit: '分', ends: ['0', '100'] };
const SCALE = gaugeScale(0, 100, []);

const numbers = (path: string): number[] => (path.match(/-?\d[\d.]*(?:e-?\d+)?/g) ?? []).map(Number);

describe('gaugeLayout', () => {
  it('ends the value where its share of half a turn is', () => {
    const layout = gaugeLayout(BOX, SCALE, 50, undefined, measure);
    const all = numbers(layout.value);
    // The end of the outer arc at half the scale is straight above the centre.
    expect(all.some((x, index) => Math.abs(x) < 1e-6 && Math.abs((all[index + 1] ?? 0) + layout.radius) < 1e-6)).toBe(true);
    expect(all.every((x) => x <= layout.radius)).toBe(true);
    expect(gaugeLayout(BOX, SCALE, 100, undefined, measure).value).toBe(layout.track);
    expect(gaugeLayout(BOX, SCALE, 250, undefined, measure).value).toBe(layout.track);
  });

  it('keeps ring, ends and figure inside the width', () => {
    for (const width of [140, 220, 300, 900]) {
      const box = { ...BOX, width, number: '123,456,789,012', unit: '平方米', ends: ['0', '200,000,000'] as const };
      const layout = gaugeLayout(box, SCALE, 60, 90, measure);
      if (width >= 220) expect(layout.x + layout.endsX + measure('200,000,000') / 2).toBeLessThanOrEqual(width);
      const figure = (measure(box.number) / 13) * layout.numberSize + (measure(box.unit) / 13) * layout.unitSize;
      if (width >= 300) expect(figure).toBeLessThanOrEqual(2 * layout.inner);
      expect(layout.x - layout.radius).toBeGreaterThanOrEqual(0);
    }
  });

  it('grows into the height that is there, and never beyond the width', () => {
    const [low, high] = [0, 400].map((height) => gaugeLayout({ ...BOX, height }, SCALE, 60, undefined, measure));
    expect(high?.radius).toBeGreaterThan(low?.radius ?? 0);
    expect(high?.radius).toBeLessThanOrEqual(150);
    expect(high?.height).toBe(400);
  });

  it('marks a target on the scale only', () => {
    const at = (target: number | undefined): string | undefined => gaugeLayout(BOX, SCALE, 60, target, measure).target;
    const [x0 = 0, y0, x1 = 0, y1] = numbers(at(100) ?? '');
    expect([x0 > 0, x1 > x0, y0, y1].map((one) => (typeof one === 'number' ? Math.abs(one) : one))).toEqual([true, true, 0, 0]);
    expect([at(undefined), at(101), at(-1)]).toEqual([undefined, undefined, undefined]);
  });
});
