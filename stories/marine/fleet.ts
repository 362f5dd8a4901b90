/** Sixty invented vessels off 青岛, for stories: 示例数据, the same every time. */
const TYPES = [30, 30, 70, 80, 60, 52, 55, 37];
const START = Date.UTC(2019, 7, 10, 12);

/** One fix each as GeoJSON in the shape `marine/vessel@1`. Every tenth has no bow, every twelfth has not been heard of for an hour. */
export function fleetGeojson(): object {
  const features = Array.from({ length: 60 }, (_, at) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [120.45 + 0.21 * (at % 10) + 0.05 * Math.sin(at), 35.95 - 0.16 * Math.floor(at / 10) + 0.04 * Math.cos(3 * at)] },
    properties: {
      mmsi: 799_000_001 + at,
      time: new Date(START - (at % 12 === 5 ? 3_600_000 : 60_000 * (at % 20))).toISOString(),
      name: `示例船${at + 1}`,
      type: TYPES[at % TYPES.length],
      sogKn: at % 10 === 0 ? 0 : 4 + (at % 9),
      cogDeg: (at * 47) % 360,
      headingDeg: at % 10 === 0 ? 511 : (at * 47 + 3) % 360,
      navStatus: at % 10 === 0 ? 1 : 0,
      lengthM: 20 + 3 * at,
    },
  }));
  return { type: 'FeatureCollection', features };
}
