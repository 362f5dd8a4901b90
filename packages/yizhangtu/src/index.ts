/**
 * The whole library: importing it registers every element. As one file (`yizhangtu.js`, `yizhangtu.mjs`) it is what a page
 * without a bundler loads; pages with one import the single elements instead (`@yizhangtu/map/map`).
 */
// First: what follows may use what an old kernel lacks.
import './polyfills.js';
// A page of markup alone names code lists in its schema and cannot register them.
import '@yizhangtu/standards/all';

export { YztElement } from '@yizhangtu/base/element';
export { YztError } from '@yizhangtu/base/errors';
export { registerGlyph } from '@yizhangtu/base/register-glyph';
export { setTheme } from '@yizhangtu/base/theme';
export { VERSION } from '@yizhangtu/base/version';
export { Dataset } from '@yizhangtu/data/model';
export { resume, setCredentials } from '@yizhangtu/data/request';
export { symbologyOf } from '@yizhangtu/data/symbology';
// elements: begin (written by `pnpm facade`)
export { YztDataset } from '@yizhangtu/data/dataset';
export { YztField } from '@yizhangtu/data/field';
export { YztJoinedField } from '@yizhangtu/data/joined-field';
export { YztRemoteDataset } from '@yizhangtu/data/remote-dataset';
export { YztArcgisFeaturesLayer } from '@yizhangtu/map/arcgis-features-layer';
export { YztArcgisLayer } from '@yizhangtu/map/arcgis-layer';
export { YztBasemap } from '@yizhangtu/map/basemap';
export { YztBubbleLayer } from '@yizhangtu/map/bubble-layer';
export { YztCogLayer } from '@yizhangtu/map/cog-layer';
export { YztContourLayer } from '@yizhangtu/map/contour-layer';
export { YztDensityLayer } from '@yizhangtu/map/density-layer';
export { YztDotLayer } from '@yizhangtu/map/dot-layer';
export { YztFlatgeobufLayer } from '@yizhangtu/map/flatgeobuf-layer';
export { YztFlowLayer } from '@yizhangtu/map/flow-layer';
export { YztGeoparquetLayer } from '@yizhangtu/map/geoparquet-layer';
export { YztGraticuleLayer } from '@yizhangtu/map/graticule-layer';
export { YztGridLayer } from '@yizhangtu/map/grid-layer';
export { YztHeatmapLayer } from '@yizhangtu/map/heatmap-layer';
export { YztHexbinLayer } from '@yizhangtu/map/hexbin-layer';
export { YztImageLayer } from '@yizhangtu/map/image-layer';
export { YztIserverFeaturesLayer } from '@yizhangtu/map/iserver-features-layer';
export { YztIserverLayer } from '@yizhangtu/map/iserver-layer';
export { YztLayerGroup } from '@yizhangtu/map/layer-group';
export { YztLineLayer } from '@yizhangtu/map/line-layer';
export { YztLiveLayer } from '@yizhangtu/map/live-layer';
export { YztMap } from '@yizhangtu/map/map';
export { YztOgcFeaturesLayer } from '@yizhangtu/map/ogc-features-layer';
export { YztOlLayer } from '@yizhangtu/map/ol-layer';
export { YztPieLayer } from '@yizhangtu/map/pie-layer';
export { YztPmtilesLayer } from '@yizhangtu/map/pmtiles-layer';
export { YztPointLayer } from '@yizhangtu/map/point-layer';
export { YztPolygonLayer } from '@yizhangtu/map/polygon-layer';
export { YztTiandituLayer } from '@yizhangtu/map/tianditu-layer';
export { YztVectorTileLayer } from '@yizhangtu/map/vector-tile-layer';
export { YztWfsLayer } from '@yizhangtu/map/wfs-layer';
export { YztWmsLayer } from '@yizhangtu/map/wms-layer';
export { YztWmtsLayer } from '@yizhangtu/map/wmts-layer';
export { YztXyzLayer } from '@yizhangtu/map/xyz-layer';
export { YztBarChart } from '@yizhangtu/charts/bar-chart';
export { YztCalendarChart } from '@yizhangtu/charts/calendar-chart';
export { YztGaugeChart } from '@yizhangtu/charts/gauge-chart';
export { YztHistogram } from '@yizhangtu/charts/histogram';
export { YztIndicator } from '@yizhangtu/charts/indicator';
export { YztIndicatorBoard } from '@yizhangtu/charts/indicator-board';
export { YztLineChart } from '@yizhangtu/charts/line-chart';
export { YztPieChart } from '@yizhangtu/charts/pie-chart';
export { YztRankingChart } from '@yizhangtu/charts/ranking-chart';
export { YztSankeyChart } from '@yizhangtu/charts/sankey-chart';
export { YztScatterChart } from '@yizhangtu/charts/scatter-chart';
export { YztSparkline } from '@yizhangtu/charts/sparkline';
export { YztSunburstChart } from '@yizhangtu/charts/sunburst-chart';
export { YztTimelineChart } from '@yizhangtu/charts/timeline-chart';
export { YztTreemapChart } from '@yizhangtu/charts/treemap-chart';
export { YztAlertList } from '@yizhangtu/widgets/alert-list';
export { YztAppearance } from '@yizhangtu/widgets/appearance';
export { YztAttribution } from '@yizhangtu/widgets/attribution';
export { YztBasemapPicker } from '@yizhangtu/widgets/basemap-picker';
export { YztCardList } from '@yizhangtu/widgets/card-list';
export { YztClassify } from '@yizhangtu/widgets/classify';
export { YztCoordinates } from '@yizhangtu/widgets/coordinates';
export { YztDrawArea } from '@yizhangtu/widgets/draw-area';
export { YztDrillMap } from '@yizhangtu/widgets/drill-map';
export { YztFeatureList } from '@yizhangtu/widgets/feature-list';
export { YztFeatureTable } from '@yizhangtu/widgets/feature-table';
export { YztFilter } from '@yizhangtu/widgets/filter';
export { YztFilterSummary } from '@yizhangtu/widgets/filter-summary';
export { YztFullScreenTool } from '@yizhangtu/widgets/full-screen-tool';
export { YztHomeTool } from '@yizhangtu/widgets/home-tool';
export { YztLayerList } from '@yizhangtu/widgets/layer-list';
export { YztLegend } from '@yizhangtu/widgets/legend';
export { YztOpenFile } from '@yizhangtu/widgets/open-file';
export { YztPopup } from '@yizhangtu/widgets/popup';
export { YztPrintTool } from '@yizhangtu/widgets/print-tool';
export { YztProfileChart } from '@yizhangtu/widgets/profile-chart';
export { YztQueryBuilder } from '@yizhangtu/widgets/query-builder';
export { YztScaleLine } from '@yizhangtu/widgets/scale-line';
export { YztShareTool } from '@yizhangtu/widgets/share-tool';
export { YztSwipe } from '@yizhangtu/widgets/swipe';
export { YztTimeSlider } from '@yizhangtu/widgets/time-slider';
export { YztZoomTool } from '@yizhangtu/widgets/zoom-tool';
// elements: end
