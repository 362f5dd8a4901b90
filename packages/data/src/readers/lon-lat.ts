/** Columns that hold places, found by their names. */

const LON = ['lon', 'lng', 'long', 'longitude', '经度', 'x', 'lon_wgs84', 'lng_wgs84', 'wgs84_lon', 'wgs84_lng', '经度(wgs84)', 'point_x', 'x坐标', '坐标x'];
const LAT = ['lat', 'latitude', '纬度', 'y', 'lat_wgs84', 'wgs84_lat', '纬度(wgs84)', 'point_y', 'y坐标', '坐标y'];

/** Numbers of the columns of longitude and latitude. */
export interface LonLatColumns {
  readonly lon: number;
  readonly lat: number;
}

function indexOf(names: readonly string[], wanted: readonly string[]): number {
  for (const name of wanted) {
    const index = names.findIndex((candidate) => candidate.trim().toLowerCase() === name);
    if (index !== -1) return index;
  }
  return -1;
}

/** The columns of longitude and latitude: those named by the page, else by their usual names. Undefined if one is missing. */
export function lonLatColumns(names: readonly string[], lonField?: string, latField?: string): LonLatColumns | undefined {
  const lon = lonField === undefined ? indexOf(names, LON) : names.indexOf(lonField);
  const lat = latField === undefined ? indexOf(names, LAT) : names.indexOf(latField);
  return lon !== -1 && lat !== -1 && lon !== lat ? { lon, lat } : undefined;
}
