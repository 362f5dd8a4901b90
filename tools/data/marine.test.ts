import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
