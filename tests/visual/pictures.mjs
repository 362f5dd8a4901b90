// @ts-check
// Pictures kept with the tests: half the size of the screen, so that they stay small, and compared with a tolerance.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const KEPT = join(HERE, 'baselines');
const MACHINE = join(KEPT, 'machine.json');
/** What differs is put here, with the picture as it is now. */
export const RESULTS = join(HERE, '..', '..', '.cache', 'visual');

/** Part of all pixels that may differ. */
export const TOLERANCE = 0.001;

/** Halves a picture by the mean of four pixels. */
function halved(/** @type {PNG} */ full) {
  const small = new PNG({ width: full.width >> 1, height: full.height >> 1 });
  const byte = (/** @type {number} */ at) => full.data[at] ?? 0;
  const line = full.width * 4;
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width * 4; x += 1) {
      const from = 2 * y * line + 2 * (x - (x % 4)) + (x % 4);
      small.data[y * small.width * 4 + x] = (byte(from) + byte(from + 4) + byte(from + line) + byte(from + line + 4)) >> 2;
    }
  }
  return small;
}

const fileOf = (/** @type {string} */ name) => join(KEPT, `${name}.png`);

function write(/** @type {string} */ path, /** @type {PNG} */ png) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, PNG.sync.write(png, { deflateLevel: 9, colorType: 2 }));
}

/** How the kept pictures were drawn, or undefined when there are none. @returns {{ browser: string, letters: string } | undefined} */
export function machineOfPictures() {
  return existsSync(MACHINE) ? JSON.parse(readFileSync(MACHINE, 'utf8')) : undefined;
}

export function keepMachine(/** @type {{ browser: string, letters: string }} */ machine) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(MACHINE, `${JSON.stringify(machine, null, 2)}\n`);
}

/** Keeps a screenshot as what is right. Returns its size in bytes. */
export function keep(/** @type {string} */ name, /** @type {Buffer} */ shot) {
  write(fileOf(name), halved(PNG.sync.read(shot)));
  return readFileSync(fileOf(name)).length;
}

/** What is wrong with a screenshot; empty when it is what is kept. @returns {string[]} */
export function differences(/** @type {string} */ name, /** @type {Buffer} */ shot) {
  if (!existsSync(fileOf(name))) return ['no picture is kept: run pnpm visual:update and look at it'];
  const before = PNG.sync.read(readFileSync(fileOf(name)));
  const now = halved(PNG.sync.read(shot));
  if (before.width !== now.width || before.height !== now.height)
    return [`is ${now.width} × ${now.height}, was ${before.width} × ${before.height}`];
  const diff = new PNG({ width: now.width, height: now.height });
  const count = pixelmatch(before.data, now.data, diff.data, now.width, now.height, { threshold: 0.12 });
  const part = count / (now.width * now.height);
  if (part <= TOLERANCE) return [];
  write(join(RESULTS, `${name}.now.png`), now);
  write(join(RESULTS, `${name}.diff.png`), diff);
  return [`${(part * 100).toFixed(2)} % of the picture differs (at most ${TOLERANCE * 100} %): .cache/visual/${name}.diff.png`];
}
