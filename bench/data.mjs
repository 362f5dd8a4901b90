// Seeded data of the benchmarks: the same bytes at every run.

/** Mulberry32: small, seeded, good enough to spread things on a map. */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A ring of `vertices` around a centre, closed, rough like a parcel. */
function ring(next, lon, lat, radius, vertices) {
  const corners = Array.from({ length: vertices - 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / (vertices - 1);
    const r = radius * (0.8 + 0.2 * next());
    return [Number((lon + r * Math.cos(angle)).toFixed(6)), Number((lat + r * Math.sin(angle)).toFixed(6))];
  });
  return [...corners, corners[0]];
}

/** `count` polygons on a grid that fills the view around 120.4°E 36.1°N, so that its centre is always covered. */
export function polygons(count, vertices = 40) {
  const next = random(20260);
  const side = Math.ceil(Math.sqrt(count));
  const step = 1 / side;
  const features = Array.from({ length: count }, (_, i) => {
    const lon = 119.9 + step * (0.5 + (i % side));
    const lat = 35.6 + step * (0.5 + Math.floor(i / side));
    return {
      type: 'Feature',
      properties: { id: i, name: `地块 ${i}`, class: `c${Math.floor(next() * 5)}`, value: Math.round(next() * 1e4) / 100 },
      geometry: { type: 'Polygon', coordinates: [ring(next, lon, lat, step * 0.75, vertices)] },
    };
  });
  return { type: 'FeatureCollection', features };
}
