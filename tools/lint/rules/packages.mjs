// @ts-check
// Direction between packages: arrows only downward, and only the third-party packages the layer may know.
import { LAYERS, PACK, TEST_PACKAGES, listed, packageName, placeOf } from '../layers.mjs';

const REMEDY = {
  direction: {
    zh: '箭头只能向下：把共用的部分移到更低的包，或由使用者传入',
    en: 'arrows only point down: move the shared part to a lower package or pass it in',
  },
  others: {
    zh: '此包不得使用该依赖：移到允许的层，或先在 tools/lint/layers.mjs 说明理由',
    en: 'this layer may not know that dependency: move the code to the layer that may, or argue for it in tools/lint/layers.mjs',
  },
  door: {
    zh: '跨包只走包名入口，例如 @yizhangtu/map/layer',
    en: 'cross packages by name and entry only, such as @yizhangtu/map/layer',
  },
  self: { zh: '包内用相对路径', en: 'use a relative path inside a package' },
  extension: { zh: '相对路径写成 ./name.js', en: 'end relative imports in .js' },
};

/** @typedef {{ rule: string, what: string, remedy: { zh: string, en: string } }} Finding */

/** @returns {Finding | undefined} */
function findingOf(/** @type {string} */ path, /** @type {string} */ name, /** @type {boolean} */ isTest) {
  const place = placeOf(path);
  if (!place) return undefined;
  const layer = LAYERS[place.name] ?? PACK;
  if (name.startsWith('@yizhangtu/') || name === 'yizhangtu') {
    const target = name.replace('@yizhangtu/', '');
    if (target === place.name)
      return { rule: 'package-self', what: `imports its own package by name (${name})`, remedy: REMEDY.self };
    if (listed(layer.ours, target)) return undefined;
    return { rule: 'package-direction', what: `${place.name} must not import ${name}`, remedy: REMEDY.direction };
  }
  if (listed(layer.others, name) || (isTest && listed(TEST_PACKAGES, name))) return undefined;
  return { rule: 'package-others', what: `${place.name} must not import ${name}`, remedy: REMEDY.others };
}

/** @type {(source: import('../source.mjs').Source) => import('../source.mjs').Offence[]} */
export function packageDirection(source) {
  const offences = [];
  for (const one of source.imports) {
    const at = { path: source.path, line: source.lineOf(one.start) };
    if (one.from.startsWith('.')) {
      if (/(?:^|\/)packages\/[^/]+\/(?:src|dist)\//.test(one.from) || leavesPackage(source.path, one.from)) {
        offences.push({
          ...at,
          rule: 'package-door',
          what: `reaches into another package by path (${one.from})`,
          remedy: REMEDY.door,
        });
      } else if (source.path.endsWith('.ts') && !/\.(?:js|mjs|json|css)$|\.\w+\?\w+$/.test(one.from)) {
        offences.push({
          ...at,
          rule: 'import-extension',
          what: `relative import without .js (${one.from})`,
          remedy: REMEDY.extension,
        });
      }
      continue;
    }
    const found = findingOf(source.path, packageName(one.from), source.isTest);
    if (found) offences.push({ ...at, ...found });
  }
  return offences;
}

function leavesPackage(/** @type {string} */ path, /** @type {string} */ from) {
  const place = placeOf(path);
  if (!place) return false;
  const depth = place.folder === '' ? 0 : place.folder.split('/').length;
  const up = from.split('/').filter((part) => part === '..').length;
  return up > depth && !from.endsWith('package.json');
}
