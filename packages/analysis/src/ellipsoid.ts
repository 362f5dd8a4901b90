import * as geographiclib from 'geographiclib-geodesic';

/** Semi-major axis of CGCS2000, in metres. GB 22021-2008. */
export const RADIUS = 6378137;
/** Flattening of CGCS2000. WGS 84 differs in the ninth digit: 0.1 mm in the length of the polar axis. */
export const FLATTENING = 1 / 298.257222101;

// The package is CommonJS: some loaders hand it over whole, some as `default`.
const { Geodesic } = (geographiclib as { default?: typeof geographiclib }).default ?? geographiclib;

/** Geodesics on the CGCS2000 ellipsoid: Karney, Algorithms for geodesics (J. Geod. 87, 2013), as published in GeographicLib. */
export const ELLIPSOID = new Geodesic.Geodesic(RADIUS, FLATTENING);
/** What a geodesic problem shall answer. */
export const { DISTANCE, AZIMUTH, LATITUDE, LONGITUDE } = Geodesic;
