import { expect, waitUntil } from '@open-wc/testing';
import type { Hit } from './map-types.js';
import { PickWarmer } from './pick-warmer.js';

const HIT = { row: 0 } as Hit;

describe('the questions a map asks itself before a pointer does', () => {
  it('lie within the map, and end once enough of them were answered', async () => {
    const asked: (readonly [number, number])[] = [];
    const warmer = new PickWarmer((pixel) => {
      asked.push(pixel);
      return [HIT];
    });
    for (let rest = 0; rest < 4; rest++) {
      const before = asked.length;
      warmer.rest([400, 200]);
      if (rest < 2) await waitUntil(() => asked.length === before + 12);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).to.have.lengthOf(24);
    for (const [x, y] of asked) expect(x > 0 && x < 400 && y > 0 && y < 200, `${x} ${y}`).to.equal(true);
  });

  it('are asked again where nothing was found, and not any more when the map moves or is gone', async () => {
    let asked = 0;
    const warmer = new PickWarmer(() => {
      asked++;
      return [];
    });
    warmer.rest([400, 200]);
    await waitUntil(() => asked === 12);
    warmer.rest([400, 200]);
    warmer.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).to.equal(12);
  });
});
