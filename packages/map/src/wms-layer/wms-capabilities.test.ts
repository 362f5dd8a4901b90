import { describe, expect, it } from 'vitest';
import { xmlFrom } from '../services/xml.fixture.js';
import { infoFormatOf, wmsInfo } from './wms-capabilities.js';

const NOW = `<?xml version="1.0"?><WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>一张图</Title></Service>
<Capability><Request>
  <GetMap><Format>image/png</Format><Format>image/jpeg</Format><DCPType><HTTP><Get><OnlineResource xlink:href="http://inner:8080/wms?map=a&amp;"/></Get></HTTP></DCPType></GetMap>
  <GetFeatureInfo><Format>text/html</Format><Format>application/json</Format></GetFeatureInfo>
</Request>
<Layer><Title>root</Title><CRS>EPSG:4490</CRS><CRS>EPSG:3857</CRS>
  <EX_GeographicBoundingBox><westBoundLongitude>119</westBoundLongitude><eastBoundLongitude>122</eastBoundLongitude><southBoundLatitude>35</southBoundLatitude><northBoundLatitude>38</northBoundLatitude></EX_GeographicBoundingBox>
  <Style><Name>default</Name></Style>
  <Layer queryable="1"><Name>plots</Name><Title>宗地</Title><CRS>EPSG:4549</CRS><Style><Name>plain</Name></Style>
    <Dimension name="time" units="ISO8601" default="2022">2020/2022/P1Y,2024</Dimension><Dimension name="elevation">0</Dimension></Layer>
  <Layer queryable="0"><Name>roads</Name><EX_GeographicBoundingBox><westBoundLongitude>120</westBoundLongitude><eastBoundLongitude>121</eastBoundLongitude><southBoundLatitude>36</southBoundLatitude><northBoundLatitude>37</northBoundLatitude></EX_GeographicBoundingBox></Layer>
</Layer></Capability></WMS_Capabilities>`;

const OLD = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE WMT_MS_Capabilities SYSTEM "http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd" [<!ELEMENT VendorSpecificCapabilities EMPTY>]>
<WMT_MS_Capabilities version="1.1.1"><Service><Title>旧服务</Title></Service><Capability><Request><GetMap><Format>image/png</Format></GetMap></Request>
<Layer><SRS>EPSG:4326 EPSG:4490</SRS><SRS>EPSG:900913</SRS><LatLonBoundingBox minx="119" miny="35" maxx="122" maxy="38"/>
<Layer queryable="1"><Name>sst</Name><Title>海温</Title><Dimension name="time" units="ISO8601"/><Extent name="time" default="2024-07-02">2024-07-01/2024-07-03/P1D</Extent></Layer>
</Layer></Capability></WMT_MS_Capabilities>`;

describe('wmsInfo', () => {
  it('reads 1.3.0, and what layers have from those above them', () => {
    const info = wmsInfo(xmlFrom(NOW));
    expect(info).toMatchObject({ version: '1.3.0', title: '一张图', formats: ['image/png', 'image/jpeg'], infoFormats: ['text/html', 'application/json'], addresses: ['http://inner:8080/wms?map=a&'] });
    expect(info?.layers).toEqual([
      {
        name: 'plots', title: '宗地', queryable: true, crs: ['EPSG:4490', 'EPSG:3857', 'EPSG:4549'], bounds: [119, 35, 122, 38], times: ['2020', '2021', '2022', '2024'], intervals: [],
        defaultTime: '2022', styles: ['default', 'plain'],
      },
      { name: 'roads', title: 'roads', queryable: false, crs: ['EPSG:4490', 'EPSG:3857'], bounds: [120, 36, 121, 37], times: [], intervals: [], styles: ['default'] },
    ]);
  });

  it('reads 1.1.1, with its document type and its own way of times', () => {
    const [layer] = wmsInfo(xmlFrom(OLD))?.layers ?? [];
    expect(layer).toMatchObject({ name: 'sst', crs: ['EPSG:4326', 'EPSG:4490', 'EPSG:900913'], bounds: [119, 35, 122, 38], times: ['2024-07-01', '2024-07-02', '2024-07-03'], defaultTime: '2024-07-02' });
  });

  it('knows what is no such document', () => {
    expect(wmsInfo(xmlFrom('<WFS_Capabilities version="2.0.0"/>'))).toBeUndefined();
  });
});

it('answers about a place come as data, then words, then documents, then pages', () => {
  expect(infoFormatOf(['text/html', 'text/plain', 'application/vnd.ogc.gml', 'application/json; subtype=geojson'])).toBe('application/json; subtype=geojson');
  expect(infoFormatOf(['text/html', 'application/vnd.ogc.gml', 'text/plain'])).toBe('text/plain');
  expect(infoFormatOf(['text/html', 'application/vnd.esri.wms_raw_xml'])).toBe('application/vnd.esri.wms_raw_xml');
  expect(infoFormatOf(['text/html'])).toBe('text/html');
  expect(infoFormatOf([])).toBe('application/json');
});
