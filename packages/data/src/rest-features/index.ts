/** Rows of the REST services of ArcGIS Server and SuperMap iServer, for layers. */
export { arcgisRows, iserverRows } from './rest-rows.js';
