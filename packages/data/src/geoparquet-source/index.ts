/** GeoParquet files on a server, read in parts over HTTP ranges. */
export { GeoParquetRows, type GeoParquetOptions } from './geoparquet-rows.js';
