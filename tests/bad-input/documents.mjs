// Files of other programs, each broken in one way; see files.mjs.
const text = (words) => Buffer.from(words);
const shapeHeader = (() => {
  const bytes = Buffer.alloc(60);
  bytes.writeInt32BE(9994);
  return bytes;
})();
const NO_ARCHIVE = Buffer.concat([text('PK\x03\x04'), text(' nothing more than that')]);

/** What a page must say of each. */
export const DOCUMENTS_FAILING = {
  'entities.kml': {
    body: '<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml><Document><name>&a;</name></Document></kml>',
    type: 'application/vnd.google-earth.kml+xml',
    code: 'bad-xml',
    zh: ['声明了实体', '请去掉 DOCTYPE'],
    en: ['declares entities', 'Take ENTITY out'],
  },
  'cut.kml': {
    body: '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲',
    type: 'application/vnd.google-earth.kml+xml',
    code: 'bad-xml',
    zh: ['不是完整的 XML', '请检查文件是否完整'],
    en: ['is no whole XML', 'Check that the file is whole'],
  },
  'cut.gpx': { body: '<gpx version="1.1"><wpt lat="36" lon="120">', type: 'application/gpx+xml', code: 'bad-xml', zh: ['不是完整的 XML'], en: ['is no whole XML'] },
  'cut.shp': { body: shapeHeader, type: 'application/octet-stream', code: 'bad-shapefile', zh: ['文件头不对', '请检查传输是否截断'], en: ['wrong header', 'Check that the transfer'] },
  'cut.zip': { body: NO_ARCHIVE, type: 'application/zip', code: 'bad-archive', zh: ['不完整或已损坏', '请检查传输'], en: ['cut off or damaged', 'Check the transfer'] },
  'cut.xlsx': { body: NO_ARCHIVE, type: 'application/octet-stream', code: 'bad-archive', zh: ['不完整或已损坏', '请检查传输'], en: ['cut off or damaged', 'Check the transfer'] },
  'cut.parquet': { body: text('PAR1 and no more'), type: 'application/octet-stream', code: 'bad-geoparquet', zh: ['不完整或已损坏', '重新导出'], en: ['cut off or damaged', 'Export it again'] },
  'half.wkt': { body: 'POINT(120 x', type: 'text/plain', code: 'bad-wkt', zh: ['第 1 行第 1 列', 'POINT (120.38 36.07)'], en: ['at line 1, column 1', 'such as POINT'] },
};
