/** What layers of tiles of data need before anything is drawn: grids, addresses, requests. A small chunk of its own. */
import { ask, requestError } from '@yizhangtu/data/request';
import type { TileWay } from '../tiles/data-loader.js';
import type { TileBytes } from './vector-source.js';

export { DataLoader } from '../tiles/data-loader.js';
export { levelsWithin, plainWords, sizedGrid, tileAddress, wordsGrid } from './tile-set.js';

/** How the bytes of a tile come. */
export type BytesWay = TileWay<TileBytes>['fetch'];

/** The tiles of a service: each has an address of its own. */
export function askedTiles(subject: Element, timeLimit: () => number): BytesWay {
  return async (url, options) => {
    const { status, bytes } = await ask({ url, subject, expects: 'tile', timeLimit: timeLimit(), ...options });
    if (status === 204) throw requestError('not-found', { subject, url }, { zh: '没有这张瓦片（204）。请检查地址和级别', en: 'has no such tile (204). Check the address and the level' });
    return { bytes, url };
  };
}
