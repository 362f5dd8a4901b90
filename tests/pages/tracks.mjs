// Recorded tracks, which not every server has: the profile of each against what the files hold.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { length, lineString } from '@turf/turf';
import { OUT } from '../../tools/build/examples.mjs';
import { same, says, skip, test, until } from '../shared/report.mjs';
import { open, shown, textOf } from './stage.mjs';

const FOLDER = join(OUT, 'fitness', 'shared', 'fitness');

/** Positions with heights of a GPX file, as they stand in its text. */
function plain(name, tag) {
  const text = readFileSync(join(FOLDER, 'gpx', name), 'utf8');
  return [...text.matchAll(new RegExp(`<${tag} lat="([^"]+)" lon="([^"]+)">\\s*<ele>([^<]+)`, 'g'))].map(([, lat, lon, height]) => [Number(lon), Number(lat), Number(height)]);
}

const now = (page) =>
  page.evaluate(() => {
    const { profile } = document.querySelector('#tracks yzt-profile-chart');
    const { dataset } = document.getElementById(document.getElementById('tracks-points').dataset);
    return profile && { length: profile.length, climb: profile.climb, highest: profile.highest, lowest: profile.lowest, rows: dataset.rowCount, line: document.getElementById('track-line').dataset.rowCount };
  });

/** The profile is that of these positions: as long to 1 %, no higher and no lower than they are. */
async function agrees(page, positions, what) {
  const meters = length(lineString(positions.map(([lon, lat]) => [lon, lat])), { units: 'meters' });
  const heights = positions.map(([, , height]) => height);
  const found = await until(() => now(page), (one) => one?.line === 1 && one.rows === positions.length && Math.abs(one.length - meters) < meters / 100, what, 15_000);
  same([found.highest < Math.max(...heights) + 0.01, found.lowest > Math.min(...heights) - 0.01, found.climb > 0], [true, true, true], what);
}

async function testThere(page) {
  await test('轨迹: a real walk, its profile as long as the points of the file, with source and no word of example data', async () => {
    await page.getByRole('button', { name: /轨迹/ }).click();
    const walk = plain('rando_2009-09-04.gpx', 'trkpt');
    same(walk.length, 830, 'points of the file');
    await agrees(page, walk, 'the walk');
    const words = await textOf(shown(page, 'yzt-profile-chart'));
    says(words, /ol-ext 示例.*2009-09-04/, 'profile');
    same(/示例数据/.test(words + (await textOf(shown(page, '.strip yzt-attribution')))), false, 'real data called 示例数据');
  });
  await test('another file, and another of the 25 tracks of the third, are chosen by keyboard', async () => {
    const choice = page.locator('[data-choose-track]');
    await until(() => choice.locator('option').count(), (count) => count === 27, 'all tracks');
    await choice.focus();
    await page.keyboard.press('ArrowDown');
    await agrees(page, plain('fells_loop.gpx', 'rtept'), 'the loop');
    await page.keyboard.press('End');
    const { features } = JSON.parse(readFileSync(join(FOLDER, 'hangzhou_running_tracks.geojson'), 'utf8'));
    await agrees(page, features[24].geometry.coordinates, 'the last track');
    says(await textOf(shown(page, 'yzt-profile-chart')), '坐标系未说明', 'source');
  });
  await test('a place of the profile is marked on the map', async () => {
    await shown(page, 'yzt-profile-chart').locator('[data-cursor]').focus();
    await page.keyboard.press('End');
    const { rows } = await now(page);
    await until(() => page.evaluate(() => document.getElementById('track-hangzhou').dataset.hover), (row) => row === rows - 1, 'the last point');
  });
}

/** With the files, where there are some. */
export async function testTracks(browser, site) {
  if (!existsSync(join(FOLDER, 'gpx'))) {
    skip('../shared/data has no fitness/gpx, so the view of recorded tracks is not offered', 4);
    return;
  }
  const { page, watch, close } = await open(browser, site);
  await testThere(page);
  await test('轨迹: no error, no other host, nothing refused by the policy', () => watch.faults());
  await close();
}
