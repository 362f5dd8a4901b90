/**
 * Invented parcels of land (图斑) of the schematic 青岛 at two times, 2019 and 2023, in both code lists: 示例数据, the same on every run, made where they are
 * needed and never kept in git. They tile each district: no gap, no overlap, up to the rounding of corners to 7 digits.
 */
import { readFileSync } from 'node:fs';
import { bboxClip, booleanPointInPolygon, featureCollection, intersect, polygon } from '@turf/turf';
import { DISTRICTS_FILE } from './districts.mjs';
import { LAND_FILE } from './land.mjs';
import { irregularBlocks } from './parcel-blocks.mjs';
import { hilliness, laterCode, SAME_LAND, surveyCode, urbanness } from './parcel-classes.mjs';
import { placeCollection } from './places.mjs';
import { randomSource } from './random.mjs';
import { districtRaster } from './subjects.mjs';

const SEED = 20191231;
const BOX = [119.2, 35.2, 121.4, 37.4];
const SQUEEZE = Math.cos((36.3 * Math.PI) / 180);
/** Step of the grid that small cells are scattered on, degrees. */
const STEP = 0.02;
/** How much further towns reach in the second year. */
const GROWTH = 1.13;
/** Nearer to the sea than this a place is at the coast, degrees. */
const SHORE = 0.008;

const MARGIN = 0.001;

const CODED = (name, zh, en, scheme, version) => ({ name, label: { zh, en }, kind: 'text', codes: { scheme, version } });

/** Fields as every view shows them. */
export const PARCEL_SCHEMA = {
  id: 'natural-resources/parcel-years@1',
  label: { zh: '地类图斑', en: 'Parcels of land' },
  titleField: 'number',
  fields: [
    { name: 'number', label: { zh: '图斑编号', en: 'Parcel number' }, plain: true },
    { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
    CODED('ydyh2023', '用地用海 2023 年', 'Land use 2023', 'land-use', '2023'),
    CODED('ydyh2019', '用地用海 2019 年', 'Land use 2019', 'land-use', '2023'),
    CODED('dlbm2023', '三调地类 2023 年', 'Survey class 2023', 'land-survey', '2019'),
    CODED('dlbm2019', '三调地类 2019 年', 'Survey class 2019', 'land-survey', '2019'),
    { name: 'areaM2', label: { zh: '图斑面积', en: 'Area' }, kind: 'number', unit: '㎡', digits: 2 },
  ],
};

/** Middles of small cells, close in towns and wide in the country, in a plane of true proportion. */
function scattered(random, places, insideAt) {
  const points = [];
  for (let lat = BOX[1]; lat < BOX[3]; lat += STEP) {
    for (let lon = BOX[0]; lon < BOX[2]; lon += STEP) {
      const middle = [lon + STEP / 2, lat + STEP / 2];
      const near = [-2, -1, 0, 1, 2].some((x) => [-2, -1, 0, 1, 2].some((y) => insideAt(middle[0] + x * STEP, middle[1] + y * STEP) > 0));
      const count = near ? 9 + 34 * urbanness(middle, places, 1.3) - 3 * Math.min(1, hilliness(middle)) : 1;
      for (let one = 0; one < count; one++) points.push((lon + STEP * random()) * SQUEEZE, lat + STEP * random());
    }
  }
  return Float64Array.from(points);
}

const rounded = (value) => Math.round(value * 1e7) / 1e7;

function boxOf(rings) {
  const [xs, ys] = [0, 1].map((axis) => rings[0].map((position) => position[axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const apart = (a, b) => a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1];

/** Polygons of a district, each with its box and the boxes of its edges. */
function districtParts(feature) {
  return feature.geometry.coordinates.map((rings) => ({
    box: boxOf(rings),
    shape: polygon(rings),
    edges: rings.flatMap((ring) => ring.slice(1).map((end, at) => boxOf([[ring[at], end]]))),
  }));
}

/** The part of a block within one polygon of a district. */
function within(rings, box, part) {
  if (apart(box, part.box)) return [];
  if (part.edges.every((edge) => apart(edge, box))) return booleanPointInPolygon(rings[0][0], part.shape) ? [rings] : [];
  // Only what lies around the block is cut: the edges that the box adds lie outside of it.
  const around = bboxClip(part.shape, [box[0] - MARGIN, box[1] - MARGIN, box[2] + MARGIN, box[3] + MARGIN]);
  const common = around.geometry.coordinates.length > 0 && intersect(featureCollection([polygon(rings), around]));
  if (!common) return [];
  return common.geometry.type === 'Polygon' ? [common.geometry.coordinates] : common.geometry.coordinates;
}

/** The middle of the corners of a shell. */
export function middleOf(rings) {
  const ring = rings[0].slice(1);
  return [0, 1].map((axis) => ring.reduce((sum, position) => sum + position[axis], 0) / ring.length);
}

/** The codes of a block in both years. */
function codesOf(middle, random, scene) {
  const [share, fate] = [random(), random()];
  const before = surveyCode(middle, share, { ...scene, growth: 1 });
  const grown = surveyCode(middle, share, { ...scene, growth: GROWTH });
  return { before, now: grown === before ? laterCode(before, fate) : grown };
}

let made;

/** All parcels, made once. */
export function parcels() {
  made ??= newParcels();
  return made;
}

/** All parcels: rings, district, codes of both years. A block that lies in two districts is two parcels. */
function newParcels() {
  const random = randomSource(SEED);
  const places = placeCollection().features;
  const districts = JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8')).features;
  const insideAt = districtRaster(districts);
  const landAt = districtRaster(JSON.parse(readFileSync(LAND_FILE, 'utf8')).features);
  const parts = districts.map((feature) => ({ code: feature.properties.adcode, polygons: districtParts(feature) }));
  const blocks = irregularBlocks(scattered(random, places, insideAt), random, (x, y) => [rounded(x / SQUEEZE), rounded(y)]);
  return blocks.flatMap((rings) => {
    const [box, middle] = [boxOf(rings), middleOf(rings)];
    const nearSea = [[1, 0], [-1, 0], [0, 1], [0, -1]].some(([x, y]) => landAt(middle[0] + x * SHORE, middle[1] + y * SHORE) === 0);
    const codes = codesOf(middle, random, { places, nearSea });
    return parts.flatMap(({ code, polygons }) => {
      const pieces = polygons.flatMap((part) => within(rings, box, part));
      const shapes = pieces.map((piece) => piece.map((ring) => ring.map((position) => position.map(rounded))));
      return shapes.length === 0 ? [] : [{ district: code, shapes, ...codes }];
    });
  });
}

/** Parcels as columns for a table. @param {any} tools `shapeAreas` of the analysis package. */
export function parcelColumns({ shapeAreas }) {
  const all = parcels();
  const geometry = flat(all.map(({ shapes }) => shapes));
  const areas = shapeAreas(geometry);
  return {
    geometry: { kind: 'shape', types: new Uint8Array(all.length).fill(3), ...geometry },
    columns: {
      number: Uint32Array.from(all, (_, row) => 1_000_001 + row),
      district: all.map(({ district }) => district),
      ydyh2023: all.map(({ now }) => SAME_LAND[now]),
      ydyh2019: all.map(({ before }) => SAME_LAND[before]),
      dlbm2023: all.map(({ now }) => now),
      dlbm2019: all.map(({ before }) => before),
      areaM2: Float64Array.from(areas, (area) => Math.round(area * 100) / 100),
    },
  };
}

/** Polygons as the columns of shapes. */
export function flat(rows) {
  const [partStart, ringStart, vertexStart, coordinates] = [[0], [0], [0], []];
  for (const shapes of rows) {
    for (const rings of shapes) {
      for (const ring of rings) {
        for (const [lon, lat] of ring) coordinates.push(lon, lat);
        vertexStart.push(coordinates.length / 2);
      }
      ringStart.push(vertexStart.length - 1);
    }
    partStart.push(ringStart.length - 1);
  }
  return { partStart: Uint32Array.from(partStart), ringStart: Uint32Array.from(ringStart), vertexStart: Uint32Array.from(vertexStart), coordinates: Float64Array.from(coordinates) };
}
