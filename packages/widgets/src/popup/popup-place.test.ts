import { describe, expect, it } from 'vitest';
import { overlap, placePopup, roomBeside } from './popup-place.js';

const frame = { left: 100, top: 50, width: 800, height: 600 };
const card = { width: 300, height: 200 };

describe('placePopup', () => {
  it('stands above the place with its tip on it', () => {
    expect(placePopup([500, 400], card, frame)).toEqual({
      left: 350,
      top: 186,
      side: 'above',
      tip: 150,
      outside: false,
      clamped: false,
    });
  });

  it('goes below where there is no room above', () => {
    expect(placePopup([500, 120], card, frame)).toMatchObject({ top: 134, side: 'below' });
  });

  it('is pushed in from the sides and still points at the place', () => {
    const right = placePopup([890, 400], card, frame);
    expect(right.left + card.width).toBeLessThanOrEqual(892);
    expect(right.left + right.tip).toBeCloseTo(878, 0);
    expect(placePopup([101, 400], card, frame)).toMatchObject({ left: 108, tip: 14 });
  });

  it('never leaves the frame, wherever the place is', () => {
    for (let x = 0; x <= 1000; x += 37) {
      for (let y = 0; y <= 700; y += 41) {
        const { left, top } = placePopup([x, y], card, frame);
        expect(left).toBeGreaterThanOrEqual(frame.left);
        expect(left + card.width).toBeLessThanOrEqual(frame.left + frame.width);
        expect(top).toBeGreaterThanOrEqual(frame.top);
        expect(top + card.height).toBeLessThanOrEqual(frame.top + frame.height);
      }
    }
  });

  it('starts at the edge when the card is wider than the frame', () => {
    expect(placePopup([10, 10], card, { left: 0, top: 0, width: 200, height: 100 })).toMatchObject({ left: 8, top: 8 });
  });

  it('knows a place out of the frame', () => expect(placePopup([50, 400], card, frame).outside).toBe(true));
});

describe('roomBeside', () => {
  it('is what the higher side leaves, and a card of that height is not pushed onto the place', () => {
    for (let y = 50; y <= 650; y += 23) {
      const height = roomBeside(y, frame);
      expect(placePopup([500, y], { width: 300, height }, frame).clamped).toBe(false);
      expect(placePopup([500, y], { width: 300, height: height + 30 }, frame).clamped).toBe(true);
    }
  });
});

describe('overlap', () => {
  it('is what both cover, or nothing', () => {
    expect(overlap(frame, { left: 0, top: 0, width: 400, height: 400 })).toEqual({ left: 100, top: 50, width: 300, height: 350 });
    expect(overlap(frame, { left: 0, top: 0, width: 50, height: 50 })).toMatchObject({ width: 0, height: 0 });
  });
});
