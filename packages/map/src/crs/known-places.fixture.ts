/** Ten places of the region of 青岛 in degrees, and in three systems by PROJ 9.1.1. The names are 示例数据. */
export interface KnownPlace {
  readonly lonLat: readonly [lon: number, lat: number];
  /** Web Mercator, EPSG:3857. */
  readonly mercator: readonly [number, number];
  /** CGCS2000 / 3-degree zone of the meridian 120°, EPSG:4549; in EPSG:4528 the same with 40 before the easting. */
  readonly zone: readonly [number, number];
}

const place = (lon: number, lat: number, x: number, y: number, east: number, north: number): KnownPlace => ({ lonLat: [lon, lat], mercator: [x, y], zone: [east, north] });

export const KNOWN_PLACES: readonly KnownPlace[] = [
  place(120.3826, 36.0618, 13400929.732, 4309128.292, 534469.771, 3992467.72),
  place(120.31, 36.07, 13392847.937, 4310257.544, 527926.063, 3993354.326),
  place(120.46, 36.11, 13409545.861, 4315767.778, 541417.759, 3997846.258),
  place(120.68, 36.16, 13434036.149, 4322659.518, 561187.661, 4003510.595),
  place(119.99, 35.88, 13357225.7, 4284122.095, 499096.999, 3972227.77),
  place(119.74, 35.62, 13329395.828, 4248459.15, 476445.468, 3943410.712),
  place(120.45, 36.39, 13408432.666, 4354418.321, 540373.07, 4028912.155),
  place(120.02, 36.27, 13360565.285, 4337836.838, 501797.107, 4015502.462),
  place(119.96, 36.78, 13353886.116, 4408485.828, 496429.301, 4072097.093),
  place(120.51, 36.87, 13415111.835, 4421001.921, 545473.289, 4082205.471),
];
