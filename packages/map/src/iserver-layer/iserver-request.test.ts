import { describe, expect, it } from 'vitest';
import { datasetNames, gridOf, identifiedIn, iserverInfo } from './iserver-info.js';
import { describeUrl, distanceQuery, imageUrl, resolutionOfScale, scaleOf, tileUrl, type IserverView } from './iserver-request.js';

const view: IserverView = { url: '/iserver/services/map-qd/rest/maps/用地.rjson?proxy=1', layersId: '', format: 'png', opaque: false, params: '' };
const query = (url: string): Record<string, string> => Object.fromEntries(new URLSearchParams(url.replace(/^[^?]*\?/, '')));
const MAP = { name: '用地', bounds: { left: 120, bottom: 35, right: 121, top: 37 }, prjCoordSys: { epsgCode: 4490 }, coordUnit: 'DEGREE', dpi: 96, visibleScales: [], visibleScalesEnabled: false };

describe('requests to iServer', () => {
  it('have x first in degrees too, the number of the system, and no plain braces', () => {
    const url = imageUrl(view, 'EPSG:4490', [120, 36, 121, 36.5], [512, 256]);
    expect(url).toMatch(/^\/iserver\/services\/map-qd\/rest\/maps\/用地\/image\.png\?/);
    expect(url).not.toMatch(/[{}]/);
    expect(query(url)).toEqual({ proxy: '1', redirect: 'false', transparent: 'true', prjCoordSys: '{"epsgCode":4490}', viewBounds: '{"leftBottom":{"x":120,"y":36},"rightTop":{"x":121,"y":36.5}}', width: '512', height: '256' });
    expect(query(imageUrl({ ...view, layersId: '[0:1]', opaque: true }, 'EPSG:3857', [0, 0, 1, 1], [1, 1]))).toMatchObject({ layersID: '[0:1]', transparent: 'false', prjCoordSys: '{"epsgCode":3857}' });
    expect(describeUrl({ url: '/m/qd/', params: '' })).toBe('/m/qd.json');
  });

  it('count scales by the pixels of the map', () => {
    const resolution = 360 / 256;
    expect(1 / scaleOf(resolution, true, 96)).toBeCloseTo(591_658_710.9, 0);
    expect(resolutionOfScale(scaleOf(resolution, true, 96), true, 96)).toBeCloseTo(resolution, 12);
    expect(query(tileUrl(view, { scale: 1e-5, origin: [-180, 90], column: 3, row: 4, size: [256, 256] }))).toMatchObject({ scale: '0.00001', x: '3', y: '4', origin: '{"x":-180,"y":90}', cacheEnabled: 'true' });
  });

  it('ask about a place within a distance, of datasets by name', () => {
    expect(JSON.parse(distanceQuery([120, 36], 0.01, ['绿地@青岛'], 5))).toMatchObject({ queryMode: 'DistanceQuery', distance: 0.01, geometry: { type: 'POINT', points: [{ x: 120, y: 36 }] }, queryParameters: { expectCount: 5, queryParams: [{ name: '绿地@青岛' }] } });
  });
});

describe('what a map of iServer says', () => {
  it('is its system, extent and scales; other documents are none', () => {
    expect(iserverInfo(MAP)).toEqual({ name: '用地', crs: 'EPSG:4490', degrees: true, extent: [120, 35, 121, 37], dpi: 96, scales: [] });
    expect(iserverInfo({ ...MAP, prjCoordSys: { epsgCode: -1000, type: 'PCS_USER_DEFINED' }, coordUnit: 'METER' })).toMatchObject({ crs: undefined, degrees: false });
    for (const other of [null, [], { name: 'x' }, { bounds: { left: 1, right: 0, top: 1, bottom: 0 } }]) expect(iserverInfo(other)).toBeUndefined();
  });

  it('is a grid from its corner: at its own scales, else halving', () => {
    const info = iserverInfo(MAP);
    expect(info && gridOf(info, 'EPSG:4490').levels.slice(0, 2).map(({ resolution, origin }) => [resolution, origin])).toEqual([[2 / 256, [120, 37]], [1 / 256, [120, 37]]]);
    const fixed = iserverInfo({ ...MAP, visibleScales: [1e-4, 1e-5], visibleScalesEnabled: true });
    expect(fixed && gridOf(fixed, 'EPSG:4490').levels.map(({ resolution }) => Math.round(1 / scaleOf(resolution, true, 96)))).toEqual([100_000, 10_000]);
  });

  it('is the datasets of its visible layers, however deep, each once', () => {
    const layer = (name: string, more: object = {}): object => ({ name, datasetInfo: { name, dataSourceName: '青岛' }, ...more });
    expect(datasetNames([{ subLayers: { layers: [layer('绿地'), layer('道路', { visible: false }), layer('分组', { datasetInfo: null, subLayers: { layers: [layer('绿地'), layer('水系')] } }), layer('注记', { queryable: false })] } }])).toEqual(['绿地@青岛', '水系@青岛']);
  });

  it('is told by captions, masks by names, without numbers of the system', () => {
    const answer = { recordsets: [{ datasetName: '绿地@青岛', fields: ['SmID', 'MC', 'TEL', 'MJ'], fieldCaptions: ['SmID', '名称', '电话', '面积'], fieldTypes: ['INT32', 'WTEXT', 'WTEXT', 'DOUBLE'], features: [{ fieldNames: ['SmID', 'MC', 'TEL', 'MJ'], fieldValues: ['1', '一号', '13812345678', '1.5E3'] }] }] };
    const plain = { aliases: new Map(), fields: [], locale: 'zh-CN' as const };
    expect(identifiedIn(answer, plain, 5)).toEqual([{ title: '一号', rows: [{ label: '电话', value: '13812345678' }, { label: '面积', value: '1,500' }] }]);
    const schema = { id: 'test/green@1', fields: [{ name: 'TEL', label: { zh: '电话', en: 'Phone' }, mask: 'phone' as const }] };
    expect(identifiedIn(answer, { ...plain, schema }, 5)).toEqual([{ title: '绿地', rows: [{ label: '电话', value: '138****5678' }] }]);
  });
});
