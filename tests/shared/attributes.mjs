// What an element needs to have something to show. Used by every proof that puts all elements on a page, in Node and in the browser.

/** Attributes by tag; an element that is not named here gets `for="map"` beside the map, and nothing inside it. */
export const ATTRIBUTES = {
  'yzt-map': 'id="map" center="120.38 36.10" zoom="11"',
  'yzt-dataset': 'id="venues" src="venues.geojson" source="示例数据" example',
  'yzt-remote-dataset': 'id="events" engine="clickhouse" table="demo.events" source="示例数据" example',
  'yzt-field': 'dataset="venues" name="hectares" expression="areaM2 / 10000" unit="公顷"',
  'yzt-joined-field': 'dataset="venues" name="like" from="venues" key="type" measure="sum:areaM2" unit="㎡"',
  'yzt-point-layer': 'id="points" dataset="venues" label="健身场馆" symbology="class:type"',
  'yzt-line-layer': 'src="shapes.geojson" label="线"',
  'yzt-polygon-layer': 'src="shapes.geojson" label="面" symbology="breaks:value:3"',
  'yzt-bubble-layer': 'src="shapes.geojson" label="气泡" size-field="value"',
  'yzt-pie-layer': 'src="shapes.geojson" label="构成" symbology="fields:value"',
  'yzt-dot-layer': 'src="shapes.geojson" label="点密度" symbology="fields:value" per-dot="5"',
  'yzt-heatmap-layer': 'dataset="venues" label="热力"',
  'yzt-density-layer': 'dataset="venues" label="密度" radius="2km"',
  'yzt-hexbin-layer': 'dataset="venues" label="六边形" size="2km"',
  'yzt-grid-layer': 'dataset="venues" label="格网" size="2km" measure="sum:areaM2" suppress-below="2"',
  'yzt-wfs-layer': 'src="/fault/wfs" table="city:rows" label="WFS"',
  'yzt-ogc-features-layer': 'src="/fault/ogc-api/" table="rows" label="OGC API"',
  'yzt-wms-layer': 'label="地图服务" no-legend',
  'yzt-wmts-layer': 'label="切片服务"',
  'yzt-arcgis-layer': 'label="ArcGIS"',
  'yzt-iserver-layer': 'label="iServer"',
  'yzt-iserver-features-layer': 'src="/fault/rest/iserver/data" table="青岛:绿地" label="iServer"',
  'yzt-arcgis-features-layer': 'src="/fault/rest/arcgis/FeatureServer" table="1" label="ArcGIS"',
  'yzt-tianditu-layer': 'label="天地图" url="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7#{layer}/{set}/{z}/{x}/{y}"',
  'yzt-basemap': 'label="底图"',
  'yzt-vector-tile-layer': 'label="矢量瓦片"',
  'yzt-flatgeobuf-layer': 'src="/fault/flatgeobuf" label="FlatGeobuf"',
  'yzt-image-layer': 'url="/fault/tile/image/0/0/0" extent="120.2 36 120.6 36.3" label="图片"',
  'yzt-contour-layer': 'url="/fault/grid" label="海温"',
  'yzt-layer-group': 'label="专题"',
  'yzt-bar-chart': 'dataset="venues" group-by="district" label="各区市"',
  'yzt-histogram': 'dataset="venues" group-by="areaM2" scale="log" markers="median mean" label="场地面积的分布"',
  'yzt-calendar-chart': 'dataset="venues" group-by="built" label="历年建成的日子"',
  'yzt-scatter-chart': 'dataset="venues" x="areaM2" y="value" label-field="name" symbology="class:type" markers="median" trend label="面积与数值"',
  'yzt-line-chart': 'dataset="venues" group-by="built" bin="year" split-by="type" label="历年建成"',
  'yzt-timeline-chart': 'dataset="venues" time-field="built" lane-field="type" label-field="name" symbology="class:type" label="历年建成"',
  'yzt-ranking-chart': 'dataset="venues" group-by="type" measure="sum:areaM2" label="面积"',
  'yzt-pie-chart': 'dataset="venues" group-by="type" label="构成"',
  'yzt-treemap-chart': 'dataset="venues" path="district type" measure="sum:areaM2" label="面积"',
  'yzt-sunburst-chart': 'dataset="venues" path="district type" label="数量"',
  'yzt-sankey-chart': 'dataset="venues" from="district" to="type" measure="sum:areaM2" label="流向"',
  'yzt-indicator': 'dataset="venues" measure="sum:areaM2" label="场地面积" unit="㎡" target="200000"',
  'yzt-gauge-chart': 'dataset="venues" measure="sum:areaM2" label="场地面积" unit="㎡" max="400000" target="200000" thresholds="少=0; 多=150000:blue"',
  'yzt-indicator-board': 'dataset="venues" name-field="name" value-field="areaM2" target-field="value" limit="6" label="指标"',
  'yzt-sparkline': 'label="近五年"',
  'yzt-feature-list': 'dataset="venues" title-field="name"',
  'yzt-card-list': 'dataset="venues" title-field="name" fields="district areaM2"',
  'yzt-drill-map': 'for="map" levels="points" code-field="district" name-field="district" label="示例市"',
  'yzt-feature-table': 'dataset="venues" fields="name type district areaM2" pinned="name" footer="sum:areaM2"',
  'yzt-time-slider': 'dataset="venues" step="month"',
  'yzt-query-builder': 'dataset="venues" fields="type district areaM2"',
  'yzt-alert-list': 'dataset="venues" title-field="name" level-field="type"',
  'yzt-classify': 'dataset="venues" fields="areaM2 value"',
  'yzt-open-file': 'for="map" dataset="venues"',
  'yzt-filter': 'dataset="venues" field="type" kind="chips"',
  'yzt-filter-summary': 'dataset="venues"',
};

/** The layer kinds stand inside the map; everything else may stand beside it. */
export const inMap = (tag) => tag.endsWith('-layer') || tag === 'yzt-basemap' || tag === 'yzt-popup';

export function markup(tag) {
  const attributes = ATTRIBUTES[tag] ?? (tag === 'yzt-map' || inMap(tag) ? '' : 'for="map"');
  return `<${tag}${attributes ? ` ${attributes}` : ''}></${tag}>`;
}
