import { describe, expect, it } from 'vitest';
import { tileAddress, wordsGrid } from '../vector-tiles/tile-set.js';
import { statsOf } from '../vector-tiles/tile-stats.js';
import { bestTileset, limitedGrid, namedGrid, onwardLink, schemeGrid, tileDocument, tileJsonSet, tilesetWords } from './tileset.js';

const codeOf = (crs: string): string => crs.replace(/^.*\/(\d+)$/, 'EPSG:$1');
const item = { rel: 'item', type: 'application/vnd.mapbox-vector-tile', href: 't/{tileMatrix}/{tileRow}/{tileCol}' };

describe('addresses of tiles', () => {
  const matrix = wordsGrid('EPSG:4490 0-3', 512)?.levels[2];
  it('fill templates of XYZ and of OGC, count rows from below, and spread over hosts', () => {
    if (!matrix) throw new Error('no level');
    expect(tileAddress('/{z}/{x}/{y}.mvt', matrix, 1, 3)).toBe('/2/3/1.mvt');
    // Level 2 of degrees has two rows.
    expect(tileAddress('/{z}/{x}/{-y}.mvt', matrix, 0, 3)).toBe('/2/3/1.mvt');
    expect(tileAddress('http://t{a-c}/{tileMatrix}/{tileRow}/{tileCol}', matrix, 1, 3)).toBe('http://tb/2/1/3');
  });

  it('keep their extents whatever their width on the screen', () => {
    const [small, large] = [256, 512].map((size) => wordsGrid('EPSG:3857 0-1', size)?.levels[0]);
    expect([small?.tileSize[0], large?.tileSize[0]]).toEqual([256, 512]);
    expect((small?.resolution ?? 0) * 256).toBeCloseTo((large?.resolution ?? 0) * 512, 6);
  });
});

describe('tileDocument', () => {
  it('knows TileJSON, lists of tilesets, a tileset, and pages that lead on', () => {
    expect(tileDocument({ tiles: [] })?.kind).toBe('tile-json');
    expect(tileDocument({ tilesets: [] })?.kind).toBe('tilesets');
    expect(tileDocument({ links: [item] })?.kind).toBe('tileset');
    const page = tileDocument({ links: [{ rel: 'http://x/tilesets-map', href: 'map/tiles' }, { rel: 'http://x/tilesets-vector', href: 'tiles?f=html', type: 'text/html' }, { rel: 'http://x/tilesets-vector', href: 'tiles' }] });
    expect(page?.kind === 'links' && onwardLink(page.links)?.href).toBe('tiles');
    for (const other of [undefined, [], {}, { links: [] }, 'x']) expect(tileDocument(other)).toBeUndefined();
  });

  it('chooses vector tiles, the named grid, then that of the map, then the one everybody has', () => {
    const found = tileDocument({
      tilesets: [
        { dataType: 'map', tileMatrixSetURI: 'http://x/WebMercatorQuad', links: [{ rel: 'self', href: 'm' }] },
        { dataType: 'vector', tileMatrixSetURI: 'http://x/WebMercatorQuad', crs: 'http://x/3857', links: [{ rel: 'self', href: 'w' }] },
        { dataType: 'vector', tileMatrixSetId: 'C', crs: { uri: 'http://x/4490' }, links: [{ rel: 'self', href: 'c' }] },
      ],
    });
    const best = (matrixSet: string, mapCrs: string) => (found?.kind === 'tilesets' ? bestTileset(found.list, { matrixSet, mapCrs, codeOf })?.href : undefined);
    expect([best('', 'EPSG:4490'), best('', 'EPSG:4549'), best('C', 'EPSG:3857'), best('none', 'EPSG:3857')]).toEqual(['c', 'w', 'c', undefined]);
  });
});

describe('what documents say', () => {
  it('TileJSON: levels, bounds, layers, values; rows from below in TMS', () => {
    const set = tileJsonSet({ tiles: ['/{z}/{x}/{y}'], scheme: 'tms', minzoom: 3, maxzoom: 5, bounds: [119, 35, 121, 37], vector_layers: [{ id: 'a' }], tilestats: { layers: [{ attributes: [{ attribute: 'k', count: 2, values: ['x', 'y'] }, { attribute: 'many', count: 900, values: ['x'] }] }] } }, 512);
    expect([set.templates, set.grid.levels.map(({ id }) => id), set.bounds, set.layers]).toEqual([['/{z}/{x}/{-y}'], ['3', '4', '5'], [119, 35, 121, 37], ['a']]);
    // A list that is not whole would leave colours to chance.
    expect([...statsOf({ tilestats: 1 })]).toEqual([]);
    expect(set.values && [...set.values]).toEqual([['k', ['x', 'y']]]);
  });

  it('a tileset: template, grid by name or by its definition, levels that there are', () => {
    const words = tilesetWords({ tileMatrixSetURI: 'http://x/WebMercatorQuad', links: [{ ...item, type: 'image/png', href: 'p/{tileMatrix}/{tileRow}/{tileCol}' }, item], layers: [{ id: 'a' }], tileMatrixSetLimits: [{ tileMatrix: '2' }] });
    expect([words.template, words.matrixSet, words.layers, words.limits]).toEqual([item.href, 'WebMercatorQuad', ['a'], ['2']]);
    const grid = namedGrid('WebMercatorQuad', 512);
    expect(grid && limitedGrid(grid, ['2', '3']).levels.map(({ id }) => id)).toEqual(['2', '3']);
    const scheme = schemeGrid(
      { crs: 'http://x/4490', tileMatrices: [{ id: '1', scaleDenominator: 279541132.0143589, pointOfOrigin: [90, -180], tileWidth: 256, tileHeight: 256, matrixWidth: 2, matrixHeight: 1 }] },
      { codeOf, degrees: () => true, northFirst: () => true, size: 512 },
    );
    expect([scheme?.crs, scheme?.levels[0]?.origin, scheme?.levels[0]?.tileSize]).toEqual(['EPSG:4490', [-180, 90], [512, 512]]);
    expect(scheme?.levels[0]?.resolution).toBeCloseTo(0.703125 / 2, 6);
    expect(schemeGrid({}, { codeOf, degrees: () => true, northFirst: () => true, size: 512 })).toBeUndefined();
  });
});
