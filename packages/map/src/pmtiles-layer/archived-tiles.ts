/** Tiles of an archive, as a layer draws them. A chunk of its own. */
import { requestError } from '@yizhangtu/data/request';
import type { MatrixGrid } from '../services/matrix-grid.js';
import { statsOf } from '../vector-tiles/tile-stats.js';
import type { BytesWay } from '../vector-tiles/tile-code.js';
import type { TileSet } from '../vector-tiles/tile-set.js';
import type { TileCode } from '../vector-tiles/tiles-layer.js';
import type { Archive } from './archive.js';

export { Archive } from './archive.js';

/** What a page says. */
export interface ArchivedBy {
  readonly element: Element;
  readonly code: TileCode;
  readonly url: string;
  readonly tileSize: number | undefined;
  readonly levels: readonly [number | undefined, number | undefined];
}

const [VECTOR, VECTOR_SIZE, IMAGE_SIZE] = [1, 512, 256];

/** What the archive says of its tiles, and how they come. @throws YztError with the cause. */
export async function archivedTiles(archive: Archive, { element, code, url, tileSize, levels }: ArchivedBy): Promise<{ readonly set: TileSet; readonly way: BytesWay }> {
  const header = await archive.header();
  const metadata = (await archive.metadata()) as { readonly attribution?: unknown; readonly vector_layers?: unknown } | null | undefined;
  const isVector = header.type === VECTOR || header.type === 0;
  const size = tileSize ?? (isVector ? VECTOR_SIZE : IMAGE_SIZE);
  const grid = code.levelsWithin(code.wordsGrid(`EPSG:3857 ${header.minZoom}-${header.maxZoom}`, size) as MatrixGrid, ...levels);
  const named = Array.isArray(metadata?.vector_layers) ? (metadata.vector_layers as readonly { readonly id?: unknown }[]).map(({ id }) => String(id as string)) : [];
  const set: TileSet = {
    kind: isVector ? 'vector' : 'image',
    grid,
    // The place behind the address tells tiles apart, and is read again below.
    urlOf: ({ id }, row, column) => `${url}${url.includes('?') ? '&' : '?'}tile=${id}/${column}/${row}`,
    bounds: header.bounds,
    values: statsOf(metadata),
    ...(typeof metadata?.attribution === 'string' && { attribution: metadata.attribution }),
    ...(named.length > 0 && { layers: named }),
  };
  const way: BytesWay = async (address) => {
    const [, z = 0, x = 0, y = 0] = (/tile=(\d+)\/(\d+)\/(\d+)$/.exec(address) ?? []).map(Number);
    const bytes = await archive.tile(z, x, y);
    // An archive says itself where there is nothing.
    if (!bytes && isVector) return { bytes: new Uint8Array(0), url };
    if (!bytes) throw requestError('not-found', { subject: element, url }, { zh: `没有瓦片 ${z}/${x}/${y}`, en: `has no tile ${z}/${x}/${y}` });
    return { bytes, url };
  };
  return { set, way };
}
