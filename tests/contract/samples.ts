import { Dataset } from '@yizhangtu/data/model';
import type { ManifestMember } from './manifest.js';

/** Values by tag and property, where the type alone does not say what makes sense. */
const SPECIAL: Readonly<Record<string, readonly unknown[]>> = {
  'yzt-map.center': [[120.5, 36.2], [120.3, 36.0]],
  'yzt-map.bounds': [[120.2, 36, 120.6, 36.3]],
  'yzt-map.maxBounds': [[119, 35, 122, 37.5]],
  'yzt-map.projection': ['EPSG:4490', 'EPSG:3857'],
  'yzt-dataset.format': ['geojson', 'csv'],
  'yzt-feature-table.pinned': ['district'],
  'yzt-feature-table.widths': ['name:200 areaM2:90'],
  'yzt-feature-table.sort': ['-areaM2'],
  'yzt-feature-table.footer': ['mean:areaM2 distinct:district'],
  '*.levelField': ['district'],
  '*.statusField': ['district'],
  '*.timeField': ['built'],
  'yzt-query-builder.key': ['other'],
  'yzt-indicator.timeField': ['built'],
  'yzt-indicator.period': ['year', 'quarter'],
  'yzt-indicator-board.nameField': ['district'],
  'yzt-indicator-board.valueField': ['value'],
  'yzt-indicator-board.unitField': ['type'],
  'yzt-indicator-board.targetField': ['areaM2'],
  'yzt-indicator-board.previousField': ['value'],
  'yzt-indicator-board.previousPeriodField': ['value'],
  'yzt-indicator-board.seriesField': ['name'],
  'yzt-indicator-board.lowerField': ['type'],
  'yzt-indicator-board.noteField': ['district'],
  'yzt-card-list.imageField': ['name'],
  'yzt-drill-map.levels': ['points'],
  'yzt-drill-map.codeField': ['district'],
  'yzt-drill-map.nameField': ['name'],
  'yzt-drill-map.filters': ['venues:district'],
  'yzt-drill-map.code': ['市南区'],
  'yzt-field.expression': ['areaM2 * 2', "left(name, 2)"],
  'yzt-field.name': ['double', 'half'],
  'yzt-joined-field.name': ['double', 'half'],
  'yzt-joined-field.key': ['district'],
  'yzt-joined-field.fromKey': ['district', 'type'],
  'yzt-joined-field.measure': ['count', 'mean:value'],
  'yzt-joined-field.valueField': ['name', 'areaM2'],
  'yzt-open-file.dropOn': ['map'],
  'yzt-classify.symbology': ['breaks:areaM2:3:equal:reds', 'breaks:areaM2:1000,3000:blues'],
  'yzt-classify.fields': ['value', 'areaM2 value'],
  'yzt-classify.layer': ['points'],
  'yzt-time-slider.field': ['built'],
  'yzt-time-slider.also': ['venues:built'],
  'yzt-time-slider.mode': ['range', 'cumulative'],
  'yzt-time-slider.step': ['year', '3 month'],
  'yzt-time-slider.value': ['2010-06', '2010-01-01/2012-01-01'],
  'yzt-time-slider.min': ['2005-01-01'],
  'yzt-time-slider.max': ['2012-01-01'],
  'yzt-remote-dataset.src': ['/fault/clickhouse'],
  'yzt-remote-dataset.engine': ['clickhouse', 'ogc-api', 'wfs'],
  'yzt-remote-dataset.table': ['demo.rows', 'demo.events'],
  'yzt-remote-dataset.planeFields': ['px py'],
  'yzt-remote-dataset.planeCenter': ['120 36'],
  'yzt-filter.kind': ['range', 'date', 'text', 'chips'],
  'yzt-heatmap-layer.radius': ['32px', '800m'],
  'yzt-heatmap-layer.ramp': ['reds', 'viridis'],
  'yzt-density-layer.radius': ['3km', '900m'],
  'yzt-density-layer.form': ['lines'],
  '*.breaks': ['4:quantile:blues', '2,5,20'],
  'yzt-hexbin-layer.size': ['1.5km', '40px'],
  'yzt-grid-layer.size': ['1.5km', '40px'],
  '*.weightField': ['areaM2'],
  '*.suppressBelow': [3, 100],
  'yzt-pie-layer.symbology': ['fields:areaM2=data-3'],
  'yzt-dot-layer.symbology': ['fields:areaM2:value'],
  '*.shape': ['square', 'diamond', 'none'],
  '*.glyph': ['vessel', 'class', '足球场=ball; *=flag'],
  '*.cluster': ['live', 'hierarchical'],
  'yzt-scale-line.units': ['nautical', 'metric'],
  '*.renderer': ['pixels', 'features'],
  '*.dataset': ['venues'],
  '*.strategy': ['bbox', 'all'],
  '*.axis': ['yx', 'xy'],
  'yzt-wfs-layer.src': ['/fault/wfs'],
  'yzt-wfs-layer.table': ['city:rows'],
  'yzt-wfs-layer.crs': ['EPSG:4326'],
  'yzt-ogc-features-layer.src': ['/fault/ogc-api/'],
  'yzt-ogc-features-layer.table': ['rows'],
  '*.idField': ['n'],
  'yzt-wfs-layer.filter': ["kind = 'a'"],
  'yzt-ogc-features-layer.filter': [''],
  '*.src': ['/tests/contract/none.geojson'],
  '*.for': ['map'],
  '*.symbology': ['fixed:data-2', 'class:type', 'breaks:areaM2:4', 'bivariate:areaM2:value'],
  '*.groupBy': ['type', 'district'],
  'yzt-histogram.bin': ['8', 'width:500', 'classes'],
  'yzt-histogram.markers': ['median', 'median mean'],
  'yzt-histogram.groupBy': ['areaM2', 'built'],
  'yzt-calendar-chart.groupBy': ['built'],
  'yzt-scatter-chart.x': ['value', 'areaM2'],
  'yzt-scatter-chart.y': ['value', 'areaM2'],
  'yzt-scatter-chart.sizeField': ['areaM2'],
  'yzt-scatter-chart.markers': ['median', 'median mean'],
  'yzt-sankey-chart.from': ['type'],
  'yzt-sankey-chart.to': ['district'],
  '*.path': ['type', 'district type'],
  '*.zoomed': ['崂山区'],
  '*.measure': ['sum:areaM2', 'mean:areaM2'],
  '*.field': ['district', 'type'],
  '*.fields': ['name district'],
  '*.titleField': ['name'],
  '*.labelField': ['name'],
  '*.opacity': [0.5, 0.25],
  '*.dash': ['4 2'],
  '*.url': ['/tiles/{z}/{x}/{y}.png'],
};

/** Values made when the suite runs, because they are objects. */
const OBJECTS: Readonly<Record<string, () => unknown>> = {
  '*.map': () => document.querySelector('yzt-map'),
  'yzt-calendar-chart.data': () => [
    { key: Date.UTC(2025, 2, 1), value: 3 },
    { key: Date.UTC(2025, 2, 3), value: 0 },
  ],
  'yzt-sankey-chart.data': () => [{ from: '耕地', to: '林地', value: 3 }],
  '*.data': () => [
    { key: '市南区', value: 12 },
    { key: '市北区', value: 7 },
  ],
  'yzt-dataset.data': () => ({ type: 'FeatureCollection', features: [] }),
  'yzt-remote-dataset.headers': () => ({ Authorization: 'Bearer test' }),
  'yzt-remote-dataset.schema': () => ({ id: 'test/event@1', fields: [{ name: 'kind', label: { zh: '种类', en: 'Kind' } }] }),
  'yzt-dataset.schema': () => ({ id: 'test/venue@1', fields: [{ name: 'areaM2', label: { zh: '面积', en: 'Area' }, unit: '㎡' }] }),
  '*.dataset': () => new Dataset(),
  '*.series': () => [3, 5, 4, 8],
  '*.values': () => [3, 5, 4, 8],
};

function ofType(text: string): unknown[] {
  const choices = [...text.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  if (choices.length > 0) return choices;
  if (/\bboolean\b/.test(text)) return [true, false];
  if (/\bnumber\b/.test(text) && !/[[(]/.test(text)) return [7, 3];
  if (/\bstring\b/.test(text) && !/[[(]/.test(text)) return ['青岛', 'Qingdao'];
  return [];
}

/** Values to try on a property; empty when none is known, which is a failure of the suite's own table. */
export function samples(tag: string, member: ManifestMember): unknown[] {
  for (const key of [`${tag}.${member.name}`, `*.${member.name}`]) {
    if (SPECIAL[key]) return [...SPECIAL[key]];
    if (OBJECTS[key]) return [OBJECTS[key]()];
  }
  return ofType(member.type?.text ?? '');
}
