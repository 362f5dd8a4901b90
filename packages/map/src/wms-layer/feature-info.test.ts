import { describe, expect, it } from 'vitest';
import { xmlFrom } from '../services/xml.fixture.js';
import { fromGeoJson, fromText, fromXml, type InfoAnswer } from './feature-info.js';

const plain = ({ features }: InfoAnswer): unknown[] => features.map(({ values }) => Object.fromEntries(values));

describe('answers about a place', () => {
  it('are read from GeoJSON, without geometries and lists', () => {
    expect(plain(fromGeoJson({ type: 'FeatureCollection', features: [{ properties: { a: 1, b: null, c: true, d: [1], e: {} } }, { properties: null }] }))).toEqual([{ a: 1, b: null, c: true }, {}]);
    for (const json of [null, [], 'x', { features: 3 }]) expect(plain(fromGeoJson(json))).toEqual([]);
  });

  it('are read from the words of MapServer', () => {
    const text = "GetFeatureInfo results:\n\nLayer 'plots'\n  Feature 1: \n    名称 = '一号地'\n    note = 'a = b'\n  Feature 2: \n    名称 = '二号地'\n";
    expect(plain(fromText(text))).toEqual([{ 名称: '一号地', note: 'a = b' }, { 名称: '二号地' }]);
    expect(fromText("GetFeatureInfo results:\n\n  Search returned no results.\n")).toEqual({ features: [] });
  });

  it('are read from the words of GeoServer', () => {
    const text = "Results for FeatureType 'http://qd:plots':\n--------------------------------------------\nthe_geom = [GEOMETRY (MultiPolygon) with 4 points]\nname = 一号地\narea = 1200\n--------------------------------------------\n";
    expect(plain(fromText(text))).toEqual([{ name: '一号地', area: '1200' }]);
    expect(fromText('no features were found\n')).toEqual({ features: [] });
  });

  it('stay words where they are no list of values', () => {
    expect(fromText('海温 21.4 ℃\n2024-07-01')).toEqual({ features: [], words: '海温 21.4 ℃\n2024-07-01' });
  });

  it('are read from documents of ArcGIS and of MapServer', () => {
    expect(plain(fromXml(xmlFrom('<FeatureInfoResponse xmlns="http://www.esri.com/wms"><FIELDS OBJECTID="7" 名称="一号地"/></FeatureInfoResponse>')))).toEqual([{ OBJECTID: '7', 名称: '一号地' }]);
    const gml = '<msGMLOutput><plots_layer><gml:name>宗地</gml:name><plots_feature><gml:boundedBy><gml:Box srsName="EPSG:4490"><gml:coordinates>1,2 3,4</gml:coordinates></gml:Box></gml:boundedBy><id>7</id><name>一号地</name></plots_feature></plots_layer></msGMLOutput>';
    expect(plain(fromXml(xmlFrom(gml)))).toContainEqual({ id: '7', name: '一号地' });
  });
});
