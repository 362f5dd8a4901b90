// @ts-check
// Files an example page asks for that do not stand in its own folder: shared data beside the repository, and the library itself.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packs } from '../build/further.mjs';
import { ROOT } from '../build/options.mjs';
import { EXAMPLES } from './list.mjs';

/** Real data that the repository may not hold stands in ../shared/data, where it exists. */
const SHARED = join(ROOT, '..', 'shared', 'data');
const LIBRARY = join(ROOT, 'packages', 'yizhangtu', 'dist');
const PACKS = Object.keys(packs()).map((name) => `yizhangtu.${name}.js`);
/** What the script asks for by itself when it is first needed; no page names these. */
const BESIDE = ['yizhangtu.more.js', 'yizhangtu.worker.js', 'yizhangtu.files.js', 'yizhangtu.overlay.js'];
const LIBRARY_FILES = ['yizhangtu.js', 'yizhangtu.mjs', ...BESIDE, ...PACKS, 'tokens.css'];
/** Files an example brings along unchanged, at `./data/…`. Code there (seeds, generators) stays. */
const CODE = /\.(?:ts|mts|js|mjs)$/;

/** Example → shared files its page may ask for as `./shared/<folder>/<file>`. @returns {Record<string, string[]>} */
export function sharedFiles(folder = EXAMPLES) {
  const path = join(folder, 'shared-files.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/**
 * The file on disk for an address such as `/fitness/shared/fitness/grounds.geojson`, or undefined.
 * Only what shared-files.json lists leaves ../shared/data.
 */
export function fileFor(/** @type {string} */ pathname, folder = EXAMPLES, shared = SHARED, library = LIBRARY) {
  const [, name = '', ...rest] = pathname.split('/');
  const inner = rest.join('/');
  if (rest[0] === 'shared') {
    const wanted = rest.slice(1).join('/');
    return sharedFiles(folder)[name]?.includes(wanted) ? join(shared, wanted) : undefined;
  }
  if (LIBRARY_FILES.includes(inner)) return join(library, inner);
  if (inner === '' && LIBRARY_FILES.includes(name)) return join(library, name);
  const carried = join(folder, name, 'public', inner);
  return inner && !inner.includes('..') && existsSync(carried) ? carried : undefined;
}

/** The shared files of an example that stand on this machine. The page reads them as `./shared/files.json`, so that it never asks for what is not there. */
export function sharedList(/** @type {string} */ name, folder = EXAMPLES, shared = SHARED) {
  return (sharedFiles(folder)[name] ?? []).filter((file) => existsSync(join(shared, file)));
}

/** Puts beside a built page what it asks for at run time. Returns the shared files that are not on this machine. */
export function copyFiles(/** @type {string} */ name, /** @type {string} */ target) {
  const data = join(EXAMPLES, name, 'data');
  if (existsSync(data)) cpSync(data, join(target, 'data'), { recursive: true, filter: (from) => !CODE.test(from) });
  const html = readFileSync(join(EXAMPLES, name, 'index.html'), 'utf8');
  const named = LIBRARY_FILES.filter((file) => html.includes(file) || (BESIDE.includes(file) && /yizhangtu\.m?js/.test(html)));
  for (const file of named) {
    if (!existsSync(join(LIBRARY, file))) throw new Error(`examples/${name} names ${file}: run npm run build -- bundle first`);
    copyFileSync(join(LIBRARY, file), join(target, file));
  }
  const wanted = sharedFiles()[name] ?? [];
  const present = sharedList(name);
  const missing = wanted.filter((file) => !present.includes(file));
  if (wanted.length > 0) {
    mkdirSync(join(target, 'shared'), { recursive: true });
    writeFileSync(join(target, 'shared', 'files.json'), `${JSON.stringify(present)}\n`);
  }
  for (const file of present) {
    mkdirSync(dirname(join(target, 'shared', file)), { recursive: true });
    copyFileSync(join(SHARED, file), join(target, 'shared', file));
  }
  return missing;
}
