/** The ten places on a map in a page: each where it belongs. */
import { expect } from 'vitest';
import { offsetsOf, type PicturePage } from './picture-page.js';
import { PLACES } from './places.js';

/**
 * Expects a dot in the middle of the map that is centred on each place, from no host but the page's, and nothing in the console. At zoom 18 a pixel is
 * 0.6 m of Web Mercator, 0.48 m of ground: a metre is two of them.
 */
export async function expectSeen({ page, hosts, said }: PicturePage, layer: string, projection = 'EPSG:3857'): Promise<void> {
  said.length = 0;
  const offsets = await offsetsOf(page, { layer, projection, places: PLACES });
  expect([...hosts], 'no host but the page’s is asked').toEqual([new URL(page.url()).host]);
  // The documents of the servers name their own ports: that is said, and nothing else.
  expect(said.filter((line) => !/不访问其他主机|willReadFrequently/.test(line))).toEqual([]);
  const far = offsets.map((offset) => (offset ? Math.hypot(...offset) : Infinity));
  expect(far.map((pixels) => Math.round(pixels * 10) / 10)).toEqual(far.map((pixels) => (pixels <= 1.5 ? Math.round(pixels * 10) / 10 : '≤ 1.5')));
}
