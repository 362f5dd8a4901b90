import { expect } from '@open-wc/testing';
import { fromLonLat } from 'ol/proj.js';
import { differenceOf, pictureOf } from './beside-ol.fixture.js';
import { rendered, type TestView } from './picture.fixture.js';
import { loadSigns, POINT_SYMBOLS, type TestSymbol } from './point-symbols.fixture.js';
import { SHAPE_SYMBOLS } from './shape-symbols.fixture.js';

const QINGDAO = { center: fromLonLat([120.38, 36.07]) as [number, number], resolution: 40 };
const DATELINE = { center: fromLonLat([180, 36.07]) as [number, number], resolution: 40 };
const TURN = Math.PI / 6;
const VIEWS: Readonly<Record<string, TestView>> = {
  'in Qingdao': QINGDAO,
  'at two device pixels a pixel': { ...QINGDAO, pixelRatio: 2 },
  'across 180°': DATELINE,
  'across 180°, turned': { ...DATELINE, rotation: TURN },
  'across 180°, turned, at two device pixels a pixel': { ...DATELINE, rotation: TURN, pixelRatio: 2 },
};

/**
 * How far ours may be from theirs, 0–255: the mean difference of a channel over the pixels at edges, where all that can be wrong is. Chromium's
 * canvas rounds edges to quarters of a pixel, and OpenLayers turns a finished picture, by parts of a pixel; what is drawn one pixel beside is
 * 14 to 55 away. A hatch drawn as pixels begins at a whole one, so its lines may be half a pixel beside along x.
 */
const MOST = { other: 14, hatch: 18 };
/** The same ÷ what one pixel beside makes: half-clear symbols differ less from their ground. */
const PART = { other: 0.4, hatch: 0.6 };
/** So far is every symbol from every other one. */
const OTHERS = 30;

function judge(symbols: readonly TestSymbol[]): void {
  for (const { name, kind, drawn } of symbols)
    it(name, () => {
      for (const [where, view] of Object.entries(VIEWS)) {
        const { columns, style, theirs } = drawn(view);
        const picture = pictureOf(theirs(), view);
        for (const way of ['features', 'pixels'] as const) {
          const ours = rendered(kind, columns, view, { ...style, way });
          const { looked, mean, wrong } = differenceOf(ours, picture);
          const what = way === 'pixels' && name === 'hatch' ? 'hatch' : 'other';
          const which = `${way}, ${where}`;
          expect(looked, which).to.be.greaterThan(2000);
          expect(mean, which).to.be.lessThan(MOST[what]);
          expect(mean / differenceOf(ours, picture, 1).mean, which).to.be.lessThan(PART[what]);
          expect(wrong, which).to.be.lessThan(0.05);
        }
      }
    });

  it('are none of them like another', () => {
    const drawings = symbols.map(({ kind, drawn }) => ({ kind, ...drawn(QINGDAO) }));
    const ours = drawings.map(({ kind, columns, style }) => rendered(kind, columns, QINGDAO, style));
    const theirs = drawings.map((one) => pictureOf(one.theirs(), QINGDAO));
    ours.forEach((mine, i) =>
      theirs.forEach((other, j) => {
        if (i !== j) expect(differenceOf(mine, other).mean, `${symbols[i]?.name}, ${symbols[j]?.name}`).to.be.greaterThan(OTHERS);
      }),
    );
  });
}

describe('symbols of points beside the picture of OpenLayers', function () {
  this.timeout(60_000);
  before(() => loadSigns());
  judge(POINT_SYMBOLS);
});

describe('lines and polygons beside the picture of OpenLayers', function () {
  this.timeout(60_000);
  judge(SHAPE_SYMBOLS);
});
