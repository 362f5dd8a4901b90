/** What services of ArcGIS say of their fields and coordinate systems, in the words of this library. */
export { esriCrs, esriSchema } from './esri-fields.js';
