import { describe, expect, it } from 'vitest';
import { identifiedIn, layersById, legendIn } from './arcgis-found.js';
import { arcgisInfo } from './arcgis-info.js';

/** Documents written by hand after the ArcGIS REST API. 示例数据. */
const SPATIAL = { wkid: 4490, latestWkid: 4490 };
const EXTENT = { xmin: 120.2, ymin: 35.95, xmax: 120.6, ymax: 36.25, spatialReference: SPATIAL };
const MAP = {
  mapName: '示例数据', copyrightText: '示例数据', singleFusedMapCache: false, layers: [{ id: 0, name: '场地', defaultVisibility: true }], spatialReference: SPATIAL, fullExtent: EXTENT, capabilities: 'Map,Query,Data',
  maxImageHeight: 2048, maxImageWidth: 8192, timeInfo: { timeExtent: [Date.UTC(2022, 0, 1), Date.UTC(2024, 0, 1)], defaultTimeInterval: 1, defaultTimeIntervalUnits: 'esriTimeUnitsYears' },
};
const LODS = Array.from({ length: 9 }, (_, step) => ({ level: step + 9, resolution: 0.00274658203125 / 2 ** step, scale: 1_155_581.108577 / 2 ** step }));
const TILES = { rows: 256, cols: 256, origin: { x: -400, y: 400 }, spatialReference: SPATIAL as unknown, lods: LODS };
const CACHED = { ...MAP, singleFusedMapCache: true, tileInfo: TILES };
const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' },
  { name: 'MC', type: 'esriFieldTypeString', alias: '名称' },
  { name: 'LX', type: 'esriFieldTypeSmallInteger', alias: '类型', domain: { type: 'codedValue', codedValues: [{ code: 1, name: '公园' }] } },
  { name: 'MJ', type: 'esriFieldTypeDouble', alias: '面积（公顷）' },
];
const LAYERS = { layers: [{ id: 1, name: '绿地', displayField: 'MC', fields: FIELDS }] };
/** As servers before 10.5 answer some fields: under the name for people. */
const FOUND = { results: [{ layerId: 1, layerName: '绿地', attributes: { OBJECTID: '1', 名称: '示例公园 1', LX: '公园', MJ: '1.5' } }] };
const PICTURE = { imageData: 'iVBORw0KGgo=', contentType: 'image/png' };
const LEGEND = { layers: [{ layerId: 0, layerName: '场地', legend: [{ label: '', ...PICTURE }] }, { layerId: 1, layerName: '绿地', legend: ['公园', '广场'].map((label) => ({ label, ...PICTURE })) }, { layerId: 2, layerName: '道路', legend: [{ label: '', ...PICTURE }] }] };
const plain = { aliases: new Map(), fields: [], locale: 'zh-CN' as const };

describe('what a map service of ArcGIS says', () => {
  it('is its layers, times, limits and copyright', () => {
    expect(arcgisInfo(MAP)).toMatchObject({
      title: '示例数据', copyright: '示例数据', crs: 'EPSG:4490', grid: undefined, queryable: true, draws: true, most: 2048, extent: [120.2, 35.95, 120.6, 36.25],
      times: ['2022-01-01T00:00:00Z', '2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
    });
    for (const other of [{ layers: [], tables: [] }, LAYERS.layers[0], null]) expect(arcgisInfo(other)).toBeUndefined();
  });

  it('is a cache with a corner of its own, without levels beyond its scales', () => {
    const { grid } = arcgisInfo(CACHED) ?? {};
    expect(grid).toMatchObject({ crs: 'EPSG:4490', extent: [120.2, 35.95, 120.6, 36.25] });
    expect(grid?.levels.map(({ id }) => id)).toEqual(['9', '10', '11', '12', '13', '14', '15', '16', '17']);
    expect(grid?.levels[1]).toEqual({ id: '10', resolution: 0.001373291015625, origin: [-400, 400], tileSize: [256, 256] });
    expect(arcgisInfo({ ...CACHED, minScale: 300_000, maxScale: 5000 })?.grid?.levels.map(({ id }) => id)).toEqual(['11', '12', '13', '14', '15', '16']);
    expect(arcgisInfo({ ...CACHED, tileInfo: { ...TILES, spatialReference: { wkt: 'PROJCS["own"]' } } })?.grid).toBeUndefined();
  });
});

describe('what identify found', () => {
  const layers = layersById(LAYERS);

  it('is told in names for people, whichever the server gives, without numbers of rows', () => {
    const [one] = identifiedIn(FOUND, layers, plain, 5);
    expect(one).toEqual({ title: '示例公园 1', rows: [{ label: '类型', value: '公园' }, { label: '面积（公顷）', value: '1.5' }] });
  });

  it('is masked by the name of the field, though the server gives the name for people', () => {
    const schema = { id: 'test/green@1', fields: [{ name: 'MC', mask: 'hidden' as const }, { name: 'MJ', label: { zh: '面积', en: 'Area' }, unit: '公顷' }] };
    expect(identifiedIn(FOUND, layers, { ...plain, schema }, 5)).toEqual([{ title: '绿地', rows: [{ label: '面积', value: '1.5 公顷' }] }]);
  });

  it('is told as it comes where the server does not describe its layers', () => {
    expect(identifiedIn(FOUND, new Map(), plain, 5)[0]?.rows.map(({ label }) => label)).toEqual(['LX', 'MJ']);
    expect(identifiedIn({ results: [] }, layers, plain, 5)).toEqual([]);
  });
});

it('legends are pictures within the answer, with the words of the classes; what is no picture is left out', () => {
  expect(legendIn(LEGEND, [0, 1]).map(({ label, heading }) => [label, heading])).toEqual([['场地', undefined], ['公园', '绿地'], ['广场', undefined]]);
  expect(legendIn(LEGEND, [])[0]?.url).toMatch(/^data:image\/png;base64,iVBOR/);
  expect(legendIn({ layers: [{ layerId: 0, layerName: 'x', legend: [{ imageData: '"><script>', contentType: 'image/png' }, { imageData: 'AAAA', contentType: 'text/html' }] }] }, [])).toEqual([]);
});
