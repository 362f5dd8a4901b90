/**
 * Invented vessels of the Yellow and East China Seas for the three days around the landfall of the typhoon 利奇马 at 青岛, a fix every three hours: 示例数据,
 * the same on every run, made where they are needed and never kept in git. Names are numbered examples and MMSI begin with 799, which we know of no country as its own:
 * nothing in them describes a real vessel. Fishing boats go home before the storm comes, most of them; ships keep their lanes.
 */
import { readFileSync } from 'node:fs';
import { LAND_FILE } from './land.mjs';
import { bell, between, pick, randomSource } from './random.mjs';
import { waterMask } from './raster.mjs';

const SEED = 20190811;
const BOX = [116, 23, 130, 41];
const HOUR = 3_600_000;
/** 9 August 2019, 08:00 in China, and the number of fixes. */
export const [FIRST_FIX, FIX_HOURS, FIX_COUNT] = [Date.UTC(2019, 7, 9), 3, 25];
const MMSI_FROM = 799_000_001;
const MILE = 1 / 60;

/** What is made: word of the name, AIS type code, number, length in m (middle), and how they move. */
const FLEET = [
  ['渔', 30, 480, 32, 'fishing'], ['货', 70, 220, 170, 'lane'], ['油', 80, 70, 180, 'lane'], ['客', 60, 20, 140, 'lane'], ['拖', 52, 30, 34, 'port'],
  ['工程', 33, 20, 90, 'port'], ['公务', 55, 15, 60, 'port'], ['救助', 51, 10, 70, 'port'], ['艇', 37, 25, 14, 'port'], ['', 0, 10, 40, 'port'],
];
/** Name, place at sea before it, share of the boats, and when they were called home, hours after the first fix. */
const PORTS = [
  ['积米崖', [120.13, 35.86], 12, 30], ['沙子口', [120.56, 36.07], 14, 30], ['石臼', [119.6, 35.36], 9, 27], ['连云港', [119.52, 34.76], 8, 24],
  ['石岛', [122.46, 36.85], 13, 33], ['烟台', [121.43, 37.62], 5, 36], ['吕四', [121.72, 32.16], 8, 12], ['沈家门', [122.36, 29.9], 12, 3], ['石浦', [122.02, 29.18], 8, 0], ['大连', [121.72, 38.88], 5, 42],
];
/** Lanes at sea, and what their ends are called. */
const LANES = [
  ['青岛', '宁波', [[120.5, 35.93], [121.3, 35.5], [123.2, 34], [123.5, 31.2], [122.75, 30.15]]],
  ['天津', '上海', [[118.15, 38.8], [119.2, 38.6], [121.2, 38.25], [123.3, 37.75], [123.3, 36], [123.1, 33], [122.6, 31.15]]],
  ['青岛', '仁川', [[120.5, 35.93], [122.4, 35.9], [124.8, 36.6], [125.9, 36.95]]],
  ['青岛', '博多', [[120.5, 35.93], [122.5, 34.5], [125.3, 32.7], [127.2, 32.8], [128.4, 33.6]]],
  ['连云港', '厦门', [[119.6, 34.85], [121.4, 34.7], [123.2, 33], [123.8, 31], [122.8, 28.4], [121, 26.2], [119.4, 24.9]]],
  ['大连', '青岛', [[121.75, 38.75], [122.9, 38], [123.05, 36.7], [121.4, 35.7], [120.55, 35.95]]],
  ['日照', '釜山', [[119.65, 35.32], [121.5, 35.1], [124, 34.1], [126.2, 33.85], [127.6, 34], [128.8, 34.8]]],
];
/** 示例 schedule of a wait at anchor: one ship in four lies before its port. */
const ANCHORED = 0.25;

const far = ([x1, y1], [x2, y2]) => Math.hypot((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1);
const courseTo = ([x1, y1], [x2, y2]) => ((Math.atan2((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1) * 180) / Math.PI + 360) % 360;
const onLine = ([x1, y1], [x2, y2], part) => [x1 + part * (x2 - x1), y1 + part * (y2 - y1)];

/** Where a vessel is along a line after so many nautical miles, and where it goes; at the end it stays. */
function along(line, miles) {
  let rest = miles * MILE;
  for (let at = 0; at + 1 < line.length; at++) {
    const length = far(line[at], line[at + 1]);
    if (rest < length) return { place: onLine(line[at], line[at + 1], rest / length), course: courseTo(line[at], line[at + 1]) };
    rest -= length;
  }
  return { place: line[line.length - 1], course: undefined };
}

/** Whether a straight way keeps to the water, but for the last miles before a port. */
function isOpen(isWater, from, to) {
  return Array.from({ length: 40 }, (_, at) => onLine(from, to, at / 40)).every(([lon, lat]) => far([lon, lat], to) < 0.12 || isWater(lon, lat));
}

function nearPort({ random, isWater }, [lon, lat], spread) {
  for (let tries = 0; tries < 200; tries++) {
    const place = [lon + spread * bell(random), lat + spread * bell(random)];
    if (isWater(...place)) return place;
  }
  return [lon, lat];
}

/** A boat on its ground until it is called home; one in twenty does not go. */
function fishing(world) {
  const { random, isWater } = world;
  const [name, port, , called] = pick(random, PORTS.map((one) => [one, one[2]]));
  const home = nearPort(world, port, 0.03);
  let ground = home;
  for (let tries = 0; tries < 300; tries++) {
    const place = [port[0] + 2.2 * (random() - 0.3), port[1] + 1.8 * (random() - 0.5)];
    if (!isWater(...place) || far(place, port) < 0.15 || !isOpen(isWater, place, home)) continue;
    ground = place;
    break;
  }
  const leaves = random() < 0.05 ? Infinity : called + between(random, 0, 9);
  const speed = 7 + 3 * random();
  return (hours) => {
    const way = leaves < hours ? along([ground, home], (hours - leaves) * speed) : undefined;
    if (way) return { place: way.place, course: way.course, speed: way.course === undefined ? 0 : speed, status: way.course === undefined ? 5 : 0, dest: name };
    const place = nearPort(world, ground, 0.04);
    return { place, course: Math.floor(360 * random()), speed: 2 + 2 * random(), status: 7, dest: '' };
  };
}

/** A ship on its lane, to and fro, or at anchor before the port at its end. */
function lane(world) {
  const { random, isWater } = world;
  const [from, to, points] = pick(random, LANES.map((one) => [one, 1]));
  const length = points.slice(1).reduce((sum, point, at) => sum + far(points[at], point), 0) / MILE;
  const [ends, lines] = [[to, from], [points, [...points].reverse()]];
  const bound = random() < 0.5 ? 0 : 1;
  const anchor = nearPort(world, lines[bound][points.length - 1], 0.12);
  const [waits, start, speed] = [random() < ANCHORED, random() * 2 * length, 9 + 5 * random()];
  const aside = [0.08 * bell(random), 0.08 * bell(random)];
  return (hours) => {
    if (waits) return { place: anchor, course: undefined, speed: 0, status: 1, dest: ends[bound] };
    const sailed = (start + hours * speed) % (2 * length);
    const leg = sailed < length ? 0 : 1;
    const { place, course = 0 } = along(lines[leg], sailed - leg * length);
    const moved = [place[0] + aside[0], place[1] + aside[1]];
    return { place: isWater(...moved) ? moved : place, course, speed, status: 0, dest: ends[leg] };
  };
}

/** A small vessel that works near its port. */
function port(world) {
  const { random } = world;
  const [name, place] = pick(random, PORTS.map((one) => [one, one[2]]));
  const [berth, moves] = [nearPort(world, place, 0.04), random() < 0.4];
  return (hours) => {
    const out = moves && Math.floor(hours / 6) % 2 === 0;
    return { place: out ? nearPort(world, berth, 0.06) : berth, course: out ? Math.floor(360 * random()) : undefined, speed: out ? 3 + 5 * random() : 0, status: out ? 0 : 5, dest: name };
  };
}

const WAYS = { fishing, lane, port };

/** One vessel: what it is, how it moves, and how well it is heard. */
function vessel(world, [word, type, , length, way], number) {
  const { random } = world;
  const size = Math.max(8, Math.round(length * Math.exp(0.3 * bell(random))));
  return {
    name: `示例${word}${String(number).padStart(3, '0')}`,
    callSign: `X${word === '渔' ? 'F' : 'S'}${String(number).padStart(3, '0')}`,
    type, size,
    draught: Math.round(Math.max(0.8, size * 0.055) * 10) / 10,
    move: WAYS[way](world),
    // No compass, no speed, no longer heard of: what real AIS is like.
    headless: random() < 0.08,
    speechless: random() < 0.02,
    last: random() < 0.02 ? between(random, 3, FIX_COUNT - 4) : FIX_COUNT,
  };
}

/** One fix as AIS has it: what is not known is 511, 360, 102.3, 15; a fix without a place has none. */
function fixOf(world, one, at) {
  const { random } = world;
  const { place, course, speed, status, dest } = one.move(at * FIX_HOURS);
  const lost = random() < 0.001;
  const still = course === undefined;
  return {
    place: lost ? [Number.NaN, Number.NaN] : [Number(place[0].toFixed(5)), Number(place[1].toFixed(5))],
    sogKn: one.speechless ? 102.3 : Number((still ? 0.1 * random() : speed).toFixed(1)),
    cogDeg: one.speechless ? 360 : Number((still ? 360 * random() : course).toFixed(1)) % 360,
    headingDeg: one.headless ? 511 : still ? Math.floor(360 * random()) : Math.round(course + 4 * bell(random) + 360) % 360,
    navStatus: one.headless ? 15 : status,
    dest,
  };
}

/** The fixes as columns for a table of the shape `marine/vessel@1`: coordinates in degrees, `time` in ms. */
export function vesselColumns() {
  const random = randomSource(SEED);
  const world = { random, isWater: waterMask(JSON.parse(readFileSync(LAND_FILE, 'utf8')), BOX) };
  let number = 0;
  const fleet = FLEET.flatMap((kind) => Array.from({ length: kind[2] }, () => vessel(world, kind, ++number)));
  const rows = [];
  fleet.forEach((one, index) => {
    for (let at = 0; at < Math.min(FIX_COUNT, one.last); at++) rows.push({ index, one, at, ...fixOf(world, one, at) });
  });
  const words = (of) => {
    const dictionary = [...new Set(rows.map(of))];
    const places = new Map(dictionary.map((word, at) => [word, at]));
    return { dictionary, codes: Uint32Array.from(rows, (row) => places.get(of(row))) };
  };
  return {
    coordinates: Float64Array.from(rows.flatMap(({ place }) => place)),
    columns: {
      mmsi: Uint32Array.from(rows, ({ index }) => MMSI_FROM + index),
      time: Float64Array.from(rows, ({ at }) => FIRST_FIX + at * FIX_HOURS * HOUR),
      name: words(({ one }) => one.name),
      callSign: words(({ one }) => one.callSign),
      type: Uint8Array.from(rows, ({ one }) => one.type),
      sogKn: Float32Array.from(rows, ({ sogKn }) => sogKn),
      cogDeg: Float32Array.from(rows, ({ cogDeg }) => cogDeg),
      headingDeg: Uint16Array.from(rows, ({ headingDeg }) => headingDeg),
      navStatus: Uint8Array.from(rows, ({ navStatus }) => navStatus),
      lengthM: Uint16Array.from(rows, ({ one }) => one.size),
      draughtM: Float32Array.from(rows, ({ one }) => one.draught),
      dest: words(({ dest }) => dest),
    },
  };
}
