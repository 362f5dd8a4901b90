import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, shortLabel, type LabelWish } from './labels.js';
import { TakenBoxes } from './taken-boxes.js';

const room = { measure: (text: string) => text.length * 12, height: 16, width: 800, depth: 600, limit: 1000 };
const wishes: fc.Arbitrary<LabelWish[]> = fc.array(
  fc.record({
    row: fc.integer({ min: 0, max: 1e6 }),
    text: fc.string({ minLength: 1, maxLength: 12 }),
    x: fc.double({ min: -50, max: 850, noNaN: true }),
    y: fc.double({ min: -50, max: 650, noNaN: true }),
    radius: fc.constantFrom(0, 5, 20),
  }),
  { maxLength: 200 },
);

describe('placeLabels', () => {
  it('never lets two labels overlap or leave the canvas', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const placed = placeLabels(list, room);
        placed.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.left + a.width).toBeLessThanOrEqual(800);
          for (const b of placed.slice(i + 1)) {
            const apart = a.left + a.width <= b.left || b.left + b.width <= a.left || Math.abs(a.middle - b.middle) >= 16;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });

  it('gives the first wish its place, whatever comes after', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const first: LabelWish = { row: -1, text: '青岛', x: 400, y: 300, radius: 5 };
        expect(placeLabels([first, ...list], room)[0]?.row).toBe(-1);
      }),
    );
  });

  it('tries the other sides of a symbol before it gives up', () => {
    const taken = new TakenBoxes();
    taken.block([400, 290, 700, 310]);
    const [placed] = placeLabels([{ row: 0, text: '青岛', x: 400, y: 300, radius: 5 }], room, taken);
    expect(placed && placed.left + placed.width).toBeLessThan(400);
  });

  it('takes a corner where a line of points runs through the symbol and its middle above and below', () => {
    const taken = new TakenBoxes();
    for (const box of [[330, 297, 470, 303], [380, 260, 394, 297], [380, 303, 394, 340]] as const) taken.block([...box]);
    const [placed] = placeLabels([{ row: 0, text: '青岛', x: 400, y: 300, radius: 5 }], room, taken);
    expect(placed?.left).toBeCloseTo(397.5);
    expect(placed?.middle).toBeLessThan(290);
  });

  it('moves a label in the middle up or down, only as far as there is room inside', () => {
    const taken = () => {
      const boxes = new TakenBoxes();
      boxes.block([390, 295, 410, 305]);
      return boxes;
    };
    const wish = { row: 0, text: '青岛', x: 400, y: 300, radius: 0 };
    expect(placeLabels([wish], room, taken())).toEqual([]);
    const [placed] = placeLabels([{ ...wish, slack: 30 }], room, taken());
    expect(Math.abs((placed?.middle ?? 0) - 300)).toBeCloseTo(19.2);
  });

  it('gives lines of a label room below each other, aligned to the symbol', () => {
    const lines = (text: string) => text.split('/');
    const wish = { row: 0, text: '青岛市/市南区政府', x: 400, y: 300, radius: 5 };
    const beside = placeLabels([wish], { ...room, lines });
    expect(beside).toEqual([
      { row: 0, text: '青岛市', left: 409, middle: 292, width: 36 },
      { row: 0, text: '市南区政府', left: 409, middle: 308, width: 60 },
    ]);
    const taken = new TakenBoxes();
    for (const box of [[406, 295, 700, 305], [100, 295, 394, 305]] as const) taken.block(box);
    const above = placeLabels([wish], { ...room, lines }, taken);
    // Middle over middle, and both lines above the symbol.
    expect(above.map(({ left, width }) => left + width / 2)).toEqual([400, 400]);
    expect((above[1]?.middle ?? 0) + 8).toBeLessThanOrEqual(295);
    const two = [wish, { ...wish, row: 1, y: 325 }];
    // One line high it would have had room on the right, too; on the left the lines end below each other.
    expect(placeLabels(two, room).map(({ left }) => left)).toEqual([409, 409]);
    expect(placeLabels(two, { ...room, lines }).slice(2).map(({ left, width }) => left + width)).toEqual([391, 391]);
  });

  it('measures no text where there is no room for a letter', () => {
    const measured: string[] = [];
    const measure = (text: string) => {
      measured.push(text);
      return room.measure(text);
    };
    const taken = new TakenBoxes();
    taken.block([300, 200, 500, 400]);
    const wishes = [{ row: 0, text: '满', x: 400, y: 300, radius: 5 }, { row: 1, text: '空', x: 100, y: 100, radius: 5 }];
    expect(placeLabels(wishes, { ...room, measure }, taken).map(({ text }) => text)).toEqual(['空']);
    expect(measured).toEqual(['空']);
  });

  it('stops at the limit', () => {
    const many = Array.from({ length: 9 }, (_, row) => ({ row, text: 'a', x: 100, y: 20 + row * 40, radius: 0 }));
    expect(placeLabels(many, { ...room, limit: 4 })).toHaveLength(4);
  });
});

describe('shortLabel', () => {
  it('cuts by what the eye sees: a Han character counts double', () => {
    expect(shortLabel('青岛市市南区全民健身中心游泳馆和体育公园', 16)).toBe('青岛市市南区全民…');
    expect(shortLabel('Qingdao Sports Park', 32)).toBe('Qingdao Sports Park');
  });

  it('never cuts a character in two', () => {
    expect(shortLabel('𠮷𠮷𠮷', 2)).toBe('𠮷…');
  });
});
