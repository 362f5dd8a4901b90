import { expect, it } from 'vitest';
import { xmlFrom } from '../services/xml.fixture.js';
import { wmtsInfo } from './wmts-capabilities.js';

const TEXT = `<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="http://inner/wmts?"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents><Layer><ows:Title>影像</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>119 35</ows:LowerCorner><ows:UpperCorner>122 38</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>img</ows:Identifier>
<Style><ows:Identifier>plain</ows:Identifier></Style><Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>
<Dimension><ows:Identifier>Time</ows:Identifier><Default>2024</Default><Value>2022</Value><Value>2023/2024/P1Y</Value></Dimension>
<TileMatrixSetLink><TileMatrixSet>c</TileMatrixSet></TileMatrixSetLink>
<ResourceURL format="image/png" resourceType="tile" template="http://inner/rest/{TileMatrix}/{TileRow}/{TileCol}.png"/><ResourceURL format="text/html" resourceType="FeatureInfo" template="x"/></Layer>
<TileMatrixSet><ows:Identifier>c</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4490</ows:SupportedCRS>
<TileMatrix><ows:Identifier>1</ows:Identifier><ScaleDenominator>2.795411320143589E8</ScaleDenominator><TopLeftCorner>90.0 -180.0</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>2</MatrixWidth><MatrixHeight>1</MatrixHeight></TileMatrix>
<TileMatrix><ows:Identifier>broken</ows:Identifier></TileMatrix></TileMatrixSet></Contents></Capabilities>`;

it('reads layers, sets, times and where tiles are', () => {
  const info = wmtsInfo(xmlFrom(TEXT));
  expect(info?.layers).toEqual([
    {
      name: 'img', title: '影像', bounds: [119, 35, 122, 38], styles: ['plain', 'default'], defaultStyle: 'default', formats: ['image/png'], sets: ['c'], timeName: 'Time', defaultTime: '2024',
      times: ['2022', '2023', '2024'], intervals: [], templates: [{ format: 'image/png', template: 'http://inner/rest/{TileMatrix}/{TileRow}/{TileCol}.png' }],
    },
  ]);
  expect(info?.sets).toEqual([{ name: 'c', crs: 'urn:ogc:def:crs:EPSG::4490', matrices: [{ id: '1', denominator: 279541132.0143589, corner: [90, -180], tileSize: [256, 256], size: [2, 1] }] }]);
  expect([info?.kvp, info?.addresses]).toEqual([true, ['http://inner/wmts?', 'http://inner/rest/{TileMatrix}/{TileRow}/{TileCol}.png']]);
});

it('knows what is no such document, and asks by addresses where there are no parameters', () => {
  expect(wmtsInfo(xmlFrom('<WMS_Capabilities version="1.3.0"/>'))).toBeUndefined();
  expect(wmtsInfo(xmlFrom(TEXT.replace('>KVP<', '>RESTful<')))?.kvp).toBe(false);
});
