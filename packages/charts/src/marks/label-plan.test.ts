import { describe, expect, it } from 'vitest';
import { fitsEverywhere, keptInside, labelPlan, namesPlan } from './label-plan.js';

const measure = (text: string) => [...text].length * 12;

describe('labelPlan', () => {
  it('writes short labels in one line', () => {
    expect(labelPlan(['市南区', '市北区'], 60, measure)).toEqual({ lines: [['市南区'], ['市北区']], rows: 1, every: 1 });
  });

  it('wraps long ones into two lines', () => {
    const plan = labelPlan(['户外活动营地', '球场'], 48, measure);
    expect(plan.lines[0]).toEqual(['户外活', '动营地']);
    expect(plan.rows).toBe(2);
  });

  it('leaves room for whole names among a thousand, and none lies on the last', () => {
    const step = 0.6;
    const plan = labelPlan(Array.from({ length: 1000 }, (_, index) => `站点 ${index + 1}`), step, measure);
    const shown = plan.lines.flatMap((lines, index) => (lines.length > 0 ? [{ index, lines }] : []));
    expect(shown.length).toBeGreaterThan(5);
    for (const { lines } of shown) expect(lines.join('')).not.toContain('…');
    const last = shown[shown.length - 1];
    expect((1000 - (last?.index ?? 0) - 0.5) * step).toBeGreaterThanOrEqual(Math.max(...(last?.lines ?? []).map(measure)) / 2);
  });

  it('leaves labels out when bars stand too close, evenly', () => {
    const labels = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
    const plan = labelPlan(labels, 16, measure);
    expect(plan.every).toBe(2);
    expect(plan.lines.filter((lines) => lines.length > 0)).toHaveLength(6);
    for (const lines of plan.lines) for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(16 * plan.every - 6);
  });
});

describe('namesPlan', () => {
  const names = [{ label: 'A 类（信用风险低）', short: 'A 类' }, { label: '其他' }];

  it('takes full names where none is cut', () => {
    expect(namesPlan(names, 90, measure).lines[0]?.join('')).toBe('A 类（信用风险低）');
  });

  it('takes short forms where one would be cut', () => {
    expect(namesPlan(names, 46, measure).lines).toEqual([['A 类'], ['其他']]);
  });
});

describe('namesPlan in places too narrow for names', () => {
  const measure = (text: string): number => [...text].reduce((width, one) => width + (one > '\u2e80' ? 12 : 7), 0);
  const named = (...labels: string[]) => labels.map((label) => ({ label }));

  it('writes them downwards, whole', () => {
    const plan = namesPlan(named('Huangdao', 'Chengyang', 'Shibei'), 33, measure);
    expect(plan).toEqual({ lines: [['Huangdao'], ['Chengyang'], ['Shibei']], rows: 1, every: 1, down: 63 });
  });
  it('leaves out no name that could be read downwards', () => {
    expect(namesPlan(named('青岛西海岸新区', '市北区', '即墨区'), 20, measure)).toMatchObject({ every: 1, down: 84 });
    expect(namesPlan(named('市南区', '市北区', '即墨区'), 28, measure)).toMatchObject({ every: 1, down: 36 });
  });
  it('cuts a name that would take the room of the bars', () => {
    expect(namesPlan(named('Outdoor five-a-side pitches', 'Swimming'), 33, measure).lines[0]?.[0]).toMatch(/^Outdoor.*…$/);
  });
  it('keeps months and years lying, every other one', () => {
    expect(namesPlan(named(...Array.from({ length: 12 }, (_, index) => `${index + 1}月`)), 20, measure)).toMatchObject({ every: 2 });
    expect(namesPlan(named('2023 年', '2024 年', '2025 年'), 28, measure).down).toBeUndefined();
  });
  it('keeps long names in wide places lying', () => {
    expect(namesPlan(named('Outdoor five-a-side pitches', 'Swimming'), 70, measure).down).toBeUndefined();
  });
});

describe('keptInside', () => {
  it('moves a wide label of an outer bar inwards and leaves the others under their bars', () => {
    expect(keptInside(20, 60, 300)).toBe(30);
    expect(keptInside(290, 60, 300)).toBe(270);
    expect(keptInside(150, 60, 300)).toBe(150);
    expect(keptInside(10, 400, 300)).toBe(150);
  });
});

describe('labelPlan of words that cannot be broken', () => {
  it('writes them in two rows by turns where that shows them whole', () => {
    const measure = (text: string): number => text.length * 7;
    const plan = labelPlan(['Huangdao', 'Shibei', 'Chengyang'], 52, measure);
    expect(plan.lines).toEqual([['Huangdao'], ['', 'Shibei'], ['Chengyang']]);
    expect(plan.rows).toBe(2);
    expect(labelPlan(['Huangdao-Chengyang', 'Shibei'], 52, measure).lines[0]?.[0]).toContain('…');
  });
});

describe('fitsEverywhere', () => {
  it('is all or nothing', () => {
    expect(fitsEverywhere(['12', '340'], 40, measure)).toBe(true);
    expect(fitsEverywhere(['12', '34,000'], 40, measure)).toBe(false);
  });
});
