import { describe, expect, it } from 'vitest';
import { rankingLayout } from './ranking-layout.js';

const measure = (text: string) => [...text].length * 10;

describe('rankingLayout', () => {
  it('gives the track what the texts leave', () => {
    const layout = rankingLayout(300, { ranks: ['1', '2'], labels: [{ label: '市南区' }, { label: '崂山区' }], values: ['212', '87'] }, measure);
    expect(layout).toEqual({ rank: 10, label: 20, labelWidth: 30, names: ['市南区', '崂山区'], track: 60, trackWidth: 200, value: 300 });
  });

  it('needs no room for ranks that are not there', () => {
    expect(rankingLayout(300, { ranks: [], labels: [{ label: '市南区' }], values: ['1'] }, measure).label).toBe(0);
  });

  it('cuts long labels before the track vanishes', () => {
    const layout = rankingLayout(200, { ranks: [], labels: [{ label: '青岛西海岸新区黄岛街道办事处' }], values: ['1,284'] }, measure);
    expect(layout.labelWidth).toBe(80);
    expect(layout.trackWidth).toBeGreaterThan(40);
    expect(rankingLayout(20, { ranks: ['10'], labels: [{ label: '很长很长' }], values: ['1'] }, measure).trackWidth).toBe(0);
  });
});
