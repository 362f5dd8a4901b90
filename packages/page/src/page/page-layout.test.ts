import { describe, expect, it } from 'vitest';
import { coveredEdges, deskWidth, isShownIn, layoutOf } from './page-layout.js';

describe('layoutOf', () => {
  it.each([
    [390, 'light', 'mobile'],
    [700, undefined, 'mobile'],
    [701, 'dark', 'desk'],
    [3840, 'light', 'desk'],
    [3840, 'screen', 'screen'],
    // The theme of a wall in a hand: what fits a hand.
    [390, 'screen', 'mobile'],
  ] as const)('%d px in theme %s is %s', (width, theme, layout) => {
    expect(layoutOf({ wanted: 'auto', width, theme })).toBe(layout);
  });

  it('does as it is told, and goes by its surroundings for any other word', () => {
    expect(layoutOf({ wanted: 'screen', width: 390, theme: 'light' })).toBe('screen');
    expect(layoutOf({ wanted: 'poster', width: 390, theme: 'light' })).toBe('mobile');
  });
});

describe('isShownIn', () => {
  it('shows what names no layout everywhere, and the rest where it is named', () => {
    expect([isShownIn(null, 'desk'), isShownIn('  ', 'mobile')]).toEqual([true, true]);
    expect(isShownIn('desk  screen', 'screen')).toBe(true);
    expect(isShownIn('desk screen', 'mobile')).toBe(false);
  });
});

describe('coveredEdges', () => {
  const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height, right: left + width, bottom: top + height });

  it('tells how far boxes reach into the map from each edge; what has no size or ends before the map covers nothing', () => {
    const boxes = { top: [box(0, 0, 1000, 60), box(300, 60, 400, 30)], right: [box(800, 100, 200, 400)], bottom: [box(0, 0, 0, 0)], left: [box(-300, 0, 200, 600)] };
    expect(coveredEdges(box(0, 0, 1000, 600), boxes)).toEqual([90, 200, 0, 0]);
    expect(coveredEdges(box(0, 60, 1000, 600), { top: [], right: [], bottom: [box(100, 560, 800, 90)], left: [] })).toEqual([0, 0, 100, 0]);
  });
});

describe('deskWidth', () => {
  it('parts narrow desks, usual ones and wide ones', () => {
    expect([1100, 1101, 2399, 2400].map(deskWidth)).toEqual(['narrow', undefined, undefined, 'wide']);
  });
});
