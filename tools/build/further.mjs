// @ts-check
// Which module stands in which file of the single-file form (docs/decisions/0050): `yizhangtu.js` for every page, `yizhangtu.more.js` for what is
// loaded when it is first needed, and a file a pack (专题包), `yizhangtu.marine.js`, for pages that name it.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { inFacade } from '../facade.mjs';
import { ROOT } from './options.mjs';

const PACKAGES = join(ROOT, 'packages');
/** A module that imports what stands in the first file and is reached by `import()` only. */
const LATE = 'yizhangtu:late';

/**
 * Modules that only some pages need and that code reaches by `import()`: services, tiles and pictures, readers of files, exports, tables on servers.
 * Whatever else is reached by `import()` stands in the file that every page loads. Paths under `packages`.
 */
export const FURTHER = [
  'charts/src/picture/chart-files.ts',
  'charts/src/scatter-chart/cells-view.ts',
  'charts/src/timeline-chart/far-timeline.ts',
  'data/src/cog-source/decoders.ts',
  'data/src/export/index.ts',
  'data/src/files/read-files.ts',
  'data/src/flatgeobuf-source/index.ts',
  'data/src/geoparquet-source/index.ts',
  'data/src/loader/open-files.ts',
  'data/src/remote-clickhouse/index.ts',
  'data/src/remote-features/index.ts',
  'data/src/remote-rows/fetched-rows.ts',
  'data/src/rest-features/index.ts',
  'data/src/symbology/far-breaks.ts',
  'data/src/symbology/far-symbology.ts',
  'data/src/worker/read-here.ts',
  'map/src/arcgis-layer/arcgis-service.ts',
  'map/src/cog-layer/cog-picture.ts',
  'map/src/contour-layer/contour-picture.ts',
  'map/src/flow-layer/flow-picture.ts',
  'map/src/image-layer/placed-picture.ts',
  'map/src/iserver-layer/iserver-service.ts',
  'map/src/live-layer/live-feed.ts',
  'map/src/pmtiles-layer/archived-tiles.ts',
  'map/src/reach/rows-in-reach.ts',
  'map/src/renderer/gl-points.ts',
  'map/src/services/picture-sources.ts',
  'map/src/style-json/style-code.ts',
  'map/src/surface/engine.ts',
  'map/src/surface/places-in-reach.ts',
  'map/src/tianditu-layer/tianditu-tiles.ts',
  'map/src/tiles/index.ts',
  'map/src/vector-tile-layer/tileset-service.ts',
  'map/src/vector-tiles/parts.ts',
  'map/src/vector-tiles/tile-code.ts',
  'map/src/wms-layer/wms-service.ts',
  'map/src/wmts-layer/wmts-service.ts',
  'widgets/src/legend/legend-counts.ts',
  'widgets/src/open-file/crs-choices.ts',
  'widgets/src/open-file/file-layers.ts',
  'widgets/src/popup/popup-answers.ts',
  'widgets/src/print-tool/print-job.ts',
];

/** Every source file of the packages that is part of the product. @returns {string[]} */
function sources(folder = PACKAGES) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|dist)$/.test(entry.name) ? [] : sources(path);
    return path.endsWith('.ts') && !/\.(test|d|fixture)\.ts$/.test(path) ? [path] : [];
  });
}

/** `@yizhangtu/data/export`, or `./x.js` in the file `from`, as a path under `packages`. */
function moduleOf(/** @type {string} */ specifier, /** @type {string} */ from) {
  const ours = /^@yizhangtu\/([^/]+)\/(.+)$/.exec(specifier);
  if (ours) return `${ours[1]}/src/${ours[2]}/index.ts`;
  return relative(PACKAGES, resolve(from, '..', specifier.replace(/\.js$/, '.ts'))).replaceAll(sep, '/');
}

/** Packages with elements that stand beside the facade, and where their elements are. @returns {Record<string, string[]>} */
export function packs() {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const path of globSync('*/src/*/index.ts', { cwd: PACKAGES }).sort()) {
    const [name = ''] = path.split(/[/\\]/);
    if (inFacade(name) || !/\bdefine\(\s*'yzt-/.test(readFileSync(join(PACKAGES, path), 'utf8'))) continue;
    (found[name] ??= []).push(join(PACKAGES, path));
  }
  return found;
}

/** Our modules that the packages of the facade reach by `import()`, as paths under `packages`. @returns {string[]} */
export function lateModules() {
  const found = new Set();
  for (const path of readdirSync(PACKAGES).filter(inFacade).flatMap((name) => sources(join(PACKAGES, name))))
    for (const [line] of readFileSync(path, 'utf8').matchAll(/^.*\bimport\('(?:\.|@yizhangtu).*$/gm)) {
      if (/typeof import|^\s*(\*|\/\/)/.test(line)) continue;
      for (const [, specifier] of line.matchAll(/import\('([^']+)'\)/g)) found.add(moduleOf(String(specifier), path));
    }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Brings what is reached by `import()` and not listed above into the file of the entry.
 * @param {string} entry
 * @returns {import('vite').Plugin}
 */
export function lateModulesIn(entry) {
  const missing = FURTHER.filter((one) => !lateModules().includes(one));
  if (missing.length > 0) throw new Error(`no import() of ${missing.join(', ')}: tools/build/further.mjs lists it`);
  const common = lateModules().filter((one) => !FURTHER.includes(one));
  return {
    name: 'yizhangtu-late-modules',
    enforce: 'pre',
    resolveId: (id) => (id === LATE ? `\0${id}` : null),
    load: (id) => (id === `\0${LATE}` ? common.map((one) => `import ${JSON.stringify(join(PACKAGES, one))};`).join('\n') : null),
    transform: (code, id) => (id === entry ? `${code}\nimport '${LATE}';\n` : null),
  };
}

/** What the bundler knows of a module. @typedef {{ readonly importedIds: readonly string[], readonly dynamicallyImportedIds?: readonly string[] }} Imports */
/** @typedef {{ getModuleInfo(id: string): Imports | null }} Graph */

/** Everything that modules import, however far away; with `late`, by `import()` too. */
function reached(/** @type {Graph} */ graph, /** @type {Iterable<string>} */ from, late = false) {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = [...from];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    const module = graph.getModuleInfo(one);
    waiting.push(...(module?.importedIds ?? []), ...((late && module?.dynamicallyImportedIds) || []));
  }
  return found;
}

/**
 * The chunk of a module: `core` for what the entry imports, `pack-marine` for what only a pack has, `more` for the rest. What a pack imports and
 * the further file has, and what two packs have, goes into `core`: files lead to `core` alone.
 * @param {string} entry
 * @param {Record<string, string>} entries Entry of each pack.
 * @param {readonly string[]} further Modules of the further file.
 */
export function chunkNames(entry, entries = {}, further = FURTHER.map((one) => join(PACKAGES, one))) {
  /** @type {Map<string, string> | undefined} */
  let homes;
  const find = (/** @type {Graph} */ graph) => {
    const later = reached(graph, further, true);
    const own = Object.entries(entries).map(([name, file]) => /** @type {const} */ ([name, reached(graph, [file]), reached(graph, [file], true)]));
    const shared = own.flatMap(([, now, all], index) => [
      ...[...now].filter((id) => later.has(id)),
      ...[...all].filter((id) => own.some(([, , others], other) => other > index && others.has(id)) && !later.has(id)),
    ]);
    const core = reached(graph, [entry, ...shared]);
    /** @type {Map<string, string>} */
    const found = new Map(own.flatMap(([name, , all]) => [...all].filter((id) => !later.has(id)).map((id) => /** @type {const} */ ([id, `pack-${name}`]))));
    for (const id of core) found.set(id, 'core');
    return found;
  };
  return (/** @type {string} */ id, /** @type {Graph} */ graph) => (homes ??= find(graph)).get(id) ?? 'more';
}
