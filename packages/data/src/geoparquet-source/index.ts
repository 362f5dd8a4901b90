/** GeoParquet files on a server, read in parts over HTTP ranges. */
export { GeoParquetRows } from './geoparquet-rows.js';
