import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HAS_GRIDS, oceanFile, oceanGrids } from './ocean.mjs';
import { HAS_STATIONS, TIDES_FILE, tideTable } from './tides.mjs';
import { HAS_SOURCES, TYPHOONS_FILE, typhoonTable } from './typhoons.mjs';

const here = HAS_SOURCES && HAS_STATIONS;
if (!here) console.log('skipped: ../shared/data has no storms and tides, so their tables are not made again');

it.skipIf(!here)('tables of facts of the sea are what their generators make', () => {
  expect(typhoonTable()).toBe(readFileSync(TYPHOONS_FILE, 'utf8'));
  expect(tideTable()).toBe(readFileSync(TIDES_FILE, 'utf8'));
});

it('the table of storms has 73 storms, places on Earth, and radii of force 10 within those of force 7', () => {
  const [head = '', ...lines] = readFileSync(TYPHOONS_FILE, 'utf8').trim().split('\n');
  const names = head.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at], value])));
  expect([rows.length, new Set(rows.map((row) => row['storm'])).size]).toEqual([3315, 73]);
  for (const row of rows) {
    expect(Math.abs(Number(row['lon'])) <= 180 && Math.abs(Number(row['lat'])) <= 90, row['storm']).toBe(true);
    if (row['r10NeKm']) expect(Number(row['r10NeKm'])).toBeLessThan(Number(row['r7NeKm']));
  }
});

it.skipIf(!HAS_GRIDS)('grids of the sea are what their generator makes', () => {
  for (const [name, text] of oceanGrids()) expect(text === readFileSync(oceanFile(name), 'utf8'), name).toBe(true);
});

it('grids of the sea have a number for every place: the Yellow Sea is warm in August and nowhere deeper than 200 m, the summer wind is from the south', () => {
  const grid = (name: string) => JSON.parse(readFileSync(oceanFile(name), 'utf8')) as { width: number; height: number; extent: [number, number, number, number]; values: (number | null)[]; u: (number | null)[]; v: (number | null)[] };
  const at = ({ width, height, extent: [west, south, east, north] }: ReturnType<typeof grid>, lon: number, lat: number): number =>
    Math.round(((north - lat) / (north - south)) * (height - 1)) * width + Math.round(((lon - west) / (east - west)) * (width - 1));
  const [temperature, depth, wind] = ['temperature.json', 'depth.json', 'wind.json'].map(grid) as [ReturnType<typeof grid>, ReturnType<typeof grid>, ReturnType<typeof grid>];
  for (const one of [temperature, depth]) expect(one.values.length).toBe(one.width * one.height);
  expect([wind.u.length, wind.v.length]).toEqual([wind.width * wind.height, wind.width * wind.height]);
  expect(temperature.values[at(temperature, 123, 35)]).toBe(26.1);
  expect(depth.values[at(depth, 123, 35)]).toBeGreaterThan(40);
  expect(depth.values[at(depth, 123, 35)]).toBeLessThan(200);
  expect(depth.values[at(depth, 118, 36)]).toBeNull();
  expect(wind.v[at(wind, 123, 31)]).toBeGreaterThan(0);
});
