// Rounds outside, libraries inside, shuffled anew, each sample in a page of its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TooLong } from './browser.mjs';
import { caseUrl } from './build.mjs';
import { randomSource } from '../tools/data/random.mjs';
import { VIEW, pointsFile, polygonsFile, shuffled } from './data.mjs';
import { packedPointsFile } from './packed.mjs';
import { CACHE } from './places.mjs';

/** A sample that takes longer is ended, and shown as «> 90 s». */
export const LIMIT_MS = 90_000;

/** What a page is asked to show. */
export function jobOf(kind, count, more = {}) {
  const { url } = kind === 'point' ? pointsFile(count) : polygonsFile(count, count > 1000 ? 100 : 40);
  return { kind, url, center: VIEW.center, zoom: VIEW.zoom, ...more };
}

/** The same from packed columns, which only this library reads. */
export async function packedJobOf(count) {
  const { url } = await packedPointsFile(count);
  return { kind: 'point', url, center: VIEW.center, zoom: VIEW.zoom };
}

/** Pixels in the middle of the view, the same for all. */
export function pixels(count) {
  const next = randomSource(11);
  return Array.from({ length: count }, () => [Math.round(340 + next() * 600), Math.round(200 + next() * 400)]);
}

/** Keeps a picture of what a library drew, to be looked at. */
export async function keepPicture(tab, name) {
  const folder = join(CACHE, 'pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await tab.screenshot());
}

/** One sample: a tab with the page of a library; what failed or took too long is said and has no numbers. */
async function sampleOf(run, { name }, act) {
  const tab = await run.browser.tab(act.tab);
  try {
    await tab.open(run.url + caseUrl(name));
    const answer = await act(tab, name);
    if (tab.faults.length > 0) run.note(`${name}: ${tab.faults[0]}`);
    return answer;
  } catch (error) {
    run.note(`${name}: ${[String(error).split('\n')[0], ...tab.faults].join('; ')}`);
    return { failed: error instanceof TooLong ? `> ${error.limit / 1000} s` : '失败' };
  } finally {
    await tab.close();
  }
}

/**
 * Measures libraries in rounds.
 * @returns {Promise<Record<string, object[]>>} samples by library, one a round
 */
export async function interleave(run, { rounds, libraries, act, seed = 1 }) {
  const next = randomSource(seed);
  const samples = Object.fromEntries(libraries.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const library of shuffled(libraries, next)) {
      const mine = samples[library.name];
      // What took too long once is not tried again.
      const sample = mine.find((one) => one.failed?.startsWith('>')) ?? (await sampleOf(run, library, act));
      mine.push(sample);
      run.progress(`${library.name} ${sample.failed ?? ''}`);
    }
  }
  return samples;
}
