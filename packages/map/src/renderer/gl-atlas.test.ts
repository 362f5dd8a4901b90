import { describe, expect, it } from 'vitest';
import { drawOrder, packAtlas, putSprite, splitPlaces } from './gl-atlas.js';
import { isRealGpu } from './gl-context.js';

let seed = 3;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

describe('packAtlas', () => {
  it('puts every cell of every block into the texture, none over another', () => {
    for (let round = 0; round < 40; round++) {
      const blocks = Array.from({ length: 1 + Math.floor(random() * 30) }, () => ({ side: 5 + 2 * Math.floor(random() * 40), cells: random() < 0.3 ? 121 : 1 }));
      const atlas = packAtlas(blocks, 1e6);
      if (!atlas) throw new Error('it fits');
      const rects = blocks.map(({ side, cells }, index) => {
        const { x, y, columns } = atlas.places[index] as { x: number; y: number; columns: number };
        expect(columns * Math.ceil(cells / columns)).toBeGreaterThanOrEqual(cells);
        return [x, y, x + columns * side, y + Math.ceil(cells / columns) * side] as const;
      });
      rects.forEach(([left, top, right, bottom], index) => {
        expect(right <= atlas.width && bottom <= atlas.height).toBe(true);
        const over = rects.slice(0, index).filter((one) => one[0] < right && one[2] > left && one[1] < bottom && one[3] > top);
        expect(over).toEqual([]);
      });
    }
  });

  it('gives up on what does not fit', () => {
    expect(packAtlas([{ side: 301, cells: 121 }], 4096)).toBeUndefined();
    expect(packAtlas([{ side: 4001, cells: 1 }], 8192)).toBeUndefined();
    expect(packAtlas([], 4096)).toEqual({ width: 2048, height: 1, places: [] });
  });
});

describe('putSprite', () => {
  it('multiplies colours by their alpha', () => {
    const texture = new Uint8Array(4 * 4 * 2);
    putSprite(texture, 4, 1, 1, 1, Uint32Array.of(0x80ff4020));
    expect([...texture.subarray(20, 24)]).toEqual([16, 32, 128, 128]);
    expect(texture.filter((value) => value > 0)).toHaveLength(4);
  });
});

describe('drawOrder', () => {
  it('sorts points by slot, keeps their order within one, and leaves out what is not drawn', () => {
    const xy = Float64Array.of(0, 0, 1, 1, 2, 2, NaN, NaN, 4, 4, 5, 5);
    const { order, start } = drawOrder({ xy }, Uint16Array.of(2, 1, 0, 1, 2, 1), 3);
    expect([...order]).toEqual([1, 5, 0, 4]);
    expect([...start].slice(1)).toEqual([0, 2, 4, 4]);
  });

  it('looks up rows where points are sorted otherwise', () => {
    const { order } = drawOrder({ xy: Float64Array.of(0, 0, 1, 1), rows: Uint32Array.of(1, 0) }, Uint16Array.of(1, 2), 2);
    expect([...order]).toEqual([1, 0]);
  });
});

describe('splitPlaces', () => {
  it('keeps a place of the world to less than a hundredth of a millimetre', () => {
    for (let round = 0; round < 500; round++) {
      const [x, y] = [4e7 * (random() - 0.5), 4e7 * (random() - 0.5)];
      const [a = 0, b = 0, c = 0, d = 0] = splitPlaces({ xy: Float64Array.of(x, y) }, 100, -100);
      expect(Math.abs(a + c + 100 - x)).toBeLessThan(1e-5);
      expect(Math.abs(b + d - 100 - y)).toBeLessThan(1e-5);
    }
  });
});

describe('splitPlaces of many points', () => {
  it('reads steps from a middle', () => {
    const [x = 0, y = 0, c = 0, d = 0] = splitPlaces({ xy: Int32Array.of(7, -3), unit: 0.25, x0: 1e7, y0: -1e6 }, 1e7 + 1, -1e6);
    expect([x + c, y + d]).toEqual([0.75, -0.75]);
  });
});

describe('isRealGpu', () => {
  it.each([
    ['ANGLE (Intel, Intel(R) UHD Graphics 630 Direct3D11 vs_5_0 ps_5_0)', true],
    ['Apple M1', true],
    ['Mali-G78', true],
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', false],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', false],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', false],
    ['', false],
  ])('%s: %s', (name, real) => expect(isRealGpu(name)).toBe(real));
});
