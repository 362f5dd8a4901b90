/**
 * Writes examples/fitness/data/districts.geojson: the ten 区市 of 青岛 as schematic shapes (示意).
 * Each district is the land nearest to its places (Voronoi cells of place positions, merged, edges rounded), held in by the places of
 * neighbouring cities: made from open place positions and the open coast alone, not a boundary survey and never to be read as one.
 * Population is the census of 2020; areas for each resident are invented (示例数据).
 * Run: node tools/data/districts.mjs (after land.mjs)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { area, bboxClip, featureCollection, intersect, multiPolygon, pointOnFeature, simplify } from '@turf/turf';
import { Delaunay } from 'd3-delaunay';
import { LAND_FILE } from './land.mjs';
import { geonames, isQingdao, places } from './places.mjs';
import { OUTSIDE, UNSURE } from './qingdao-places.mjs';
import { randomSource } from './random.mjs';

export const DISTRICTS_FILE = new URL('../../examples/fitness/data/districts.geojson', import.meta.url);
/** Name, English name, 常住人口 of the census of 2020-11-01, and an invented sports-ground area for each resident in ㎡. */
export const DISTRICTS = {
  370202: ['市南区', 'Shinan District', 486643, 2.18],
  370203: ['市北区', 'Shibei District', 1096879, 2.07],
  370211: ['黄岛区', 'Huangdao District', 1903595, 2.93],
  370212: ['崂山区', 'Laoshan District', 502370, 2.86],
  370213: ['李沧区', 'Licang District', 737281, 2.31],
  370214: ['城阳区', 'Chengyang District', 1109606, 2.64],
  370215: ['即墨区', 'Jimo District', 1336077, 2.78],
  370281: ['胶州市', 'Jiaozhou City', 987820, 2.71],
  370283: ['平度市', 'Pingdu City', 1191348, 2.46],
  370285: ['莱西市', 'Laixi City', 720103, 2.58],
};
const BOX = [119.2, 35.2, 121.4, 37.4];
const OTHER = 'other';
/** One degree of longitude is this much shorter than one of latitude here; cells are made in true proportion. */
const SQUEEZE = Math.cos((36.3 * Math.PI) / 180);
const SMALLEST_PIECE = 60_000;

/** Positions with the district they speak for. */
function seeds() {
  const own = places().map(({ adcode, lon, lat }) => [lon, lat, adcode]);
  const near = geonames()
    .filter((place) => !isQingdao(place) && !UNSURE.includes(place.name))
    .filter(({ lon, lat }) => lon > BOX[0] - 0.5 && lon < BOX[2] + 0.5 && lat > BOX[1] - 0.5 && lat < BOX[3] + 0.5)
    .map(({ lon, lat }) => [lon, lat, OTHER]);
  const frame = [
    [117, 33.5],
    [117, 39],
    [124, 39],
    [124, 33.5],
  ];
  return [...own, ...near, ...[...OUTSIDE, ...frame].map(([lon, lat]) => [lon, lat, OTHER])];
}

/** Edges between cells of different districts: `{from, to, left, right}` with triangle numbers as nodes. */
function borderEdges(delaunay, labels) {
  const { halfedges, triangles } = delaunay;
  const edges = [];
  halfedges.forEach((twin, edge) => {
    if (twin <= edge) return;
    const left = labels[triangles[edge]];
    const right = labels[triangles[edge % 3 === 2 ? edge - 2 : edge + 1]];
    if (left !== right) edges.push({ from: Math.floor(edge / 3), to: Math.floor(twin / 3), left, right });
  });
  return edges;
}

/** Chains of edges from junction to junction, so that neighbours share one line and rounding leaves no gap. */
function chains(edges) {
  const at = new Map();
  for (const edge of edges) for (const node of [edge.from, edge.to]) at.set(node, [...(at.get(node) ?? []), edge]);
  const used = new Set();
  const follow = (start, first) => {
    const nodes = [start];
    let node = start;
    let edge = first;
    while (edge && !used.has(edge)) {
      used.add(edge);
      node = edge.from === node ? edge.to : edge.from;
      nodes.push(node);
      const here = at.get(node);
      edge = here.length === 2 ? here.find((other) => !used.has(other)) : undefined;
    }
    return { nodes, sides: [first.left, first.right] };
  };
  const junctions = [...at].filter(([, here]) => here.length !== 2).map(([node]) => node);
  const open = junctions.flatMap((node) => at.get(node).map((edge) => (used.has(edge) ? undefined : follow(node, edge))));
  const closed = edges.map((edge) => (used.has(edge) ? undefined : follow(edge.from, edge)));
  return [...open, ...closed].filter(Boolean);
}

/** Long straight stretches bent a little to either side, so that nobody takes a construction line for a surveyed one. */
function bent(points, random) {
  return points.slice(1).reduce(
    (line, end) => {
      const [ax, ay] = line[line.length - 1];
      const [bx, by] = end;
      const bends = Math.min(4, Math.floor(Math.hypot(bx - ax, by - ay) / 0.025));
      for (let bend = 1; bend <= bends; bend++) {
        const share = bend / (bends + 1);
        const push = ((random() - 0.5) * 0.3) / (bends + 1);
        line.push([ax + share * (bx - ax) - push * (by - ay), ay + share * (by - ay) + push * (bx - ax)]);
      }
      return [...line, end];
    },
    [points[0]],
  );
}

/** Corners cut three times (Chaikin); the ends stay. */
function roundedLine(points, times = 3) {
  let line = points;
  for (let time = 0; time < times; time++) {
    const next = [line[0]];
    for (let at = 0; at < line.length - 1; at++) {
      const [ax, ay] = line[at];
      const [bx, by] = line[at + 1];
      next.push([0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by], [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by]);
    }
    next.push(line[line.length - 1]);
    line = next;
  }
  return line;
}

/** Rings of one district, stitched from the lines that have it on one side. */
function ringsOf(district, lines) {
  const rest = lines.filter(({ sides }) => sides.includes(district)).map(({ nodes, points }) => ({ nodes, points }));
  const rings = [];
  while (rest.length > 0) {
    const { nodes, points } = rest.pop();
    let end = nodes[nodes.length - 1];
    const ring = [...points];
    while (end !== nodes[0]) {
      const next = rest.findIndex((line) => line.nodes[0] === end || line.nodes[line.nodes.length - 1] === end);
      if (next < 0) throw new Error(`The outline of ${district} does not close: add places around it.`);
      const [line] = rest.splice(next, 1);
      const forward = line.nodes[0] === end;
      ring.push(...(forward ? line.points : [...line.points].reverse()).slice(1));
      end = forward ? line.nodes[line.nodes.length - 1] : line.nodes[0];
    }
    ring[ring.length - 1] = ring[0];
    rings.push(ring);
  }
  return rings;
}

/** Land inside a district outline, without crumbs. */
function landWithin(rings, landPieces) {
  const outline = multiPolygon(rings.map((ring) => [ring]));
  const pieces = landPieces.flatMap((piece) => {
    const common = intersect(featureCollection([outline, piece]));
    if (!common) return [];
    return common.geometry.type === 'Polygon' ? [common.geometry.coordinates] : common.geometry.coordinates;
  });
  const large = pieces.filter((coordinates) => area({ type: 'Polygon', coordinates }) >= SMALLEST_PIECE);
  return simplify(multiPolygon(large), { tolerance: 0.0003, highQuality: true });
}

function rounded(coordinates) {
  return coordinates.map((polygon) =>
    polygon.map((ring) => ring.map((position) => position.map((part) => Number(part.toFixed(4))))),
  );
}

/** Border lines between districts, shared by both neighbours, bent and rounded. */
function borderLines() {
  const random = randomSource(370200);
  const all = seeds();
  const labels = all.map(([, , label]) => label);
  const delaunay = Delaunay.from(all.map(([lon, lat]) => [lon * SQUEEZE, lat]));
  const centres = delaunay.voronoi([100 * SQUEEZE, 30, 140 * SQUEEZE, 42]).circumcenters;
  const positionOf = (node) => [centres[2 * node] / SQUEEZE, centres[2 * node + 1]];
  return chains(borderEdges(delaunay, labels)).map(({ nodes, sides }) => {
    const corners = nodes.map(positionOf);
    return { nodes, sides, points: roundedLine(bent(corners, random)) };
  });
}

/** A position inside the largest part of a shape, for its label. */
function labelPosition(coordinates) {
  const sizeOf = (polygon) => area({ type: 'Polygon', coordinates: polygon });
  const largest = coordinates.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best));
  const position = pointOnFeature({ type: 'Polygon', coordinates: largest }).geometry.coordinates;
  return position.map((part) => Number(part.toFixed(4)));
}

/** The ten districts as GeoJSON. */
export function districtCollection() {
  const lines = borderLines();
  const land = JSON.parse(readFileSync(LAND_FILE, 'utf8'))
    .features.map((feature) => bboxClip(feature, BOX))
    .filter((feature) => feature.geometry.coordinates.length > 0);
  const features = Object.entries(DISTRICTS).map(([adcode, [name, en, population, areaPerCapita]]) => {
    const coordinates = rounded(landWithin(ringsOf(adcode, lines), land).geometry.coordinates);
    const [labelLon, labelLat] = labelPosition(coordinates);
    const figures = { population, areaPerCapita, areaM2: Math.round(population * areaPerCapita) };
    const properties = { adcode, name, en, note: '示意', noteEn: 'schematic', ...figures, labelLon, labelLat };
    return { type: 'Feature', id: Number(adcode), properties, geometry: { type: 'MultiPolygon', coordinates } };
  });
  return featureCollection(features);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const collection = districtCollection();
  writeFileSync(DISTRICTS_FILE, `${JSON.stringify(collection)}\n`);
  for (const feature of collection.features)
    console.log(feature.properties.name, Math.round(area(feature) / 1e6), 'km²', feature.geometry.coordinates.length);
}
