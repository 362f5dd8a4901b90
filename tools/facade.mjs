// @ts-check
// The facade package names every element. Its list is written from the folders, so that no element is forgotten:
// `pnpm facade` rewrites the part between the markers of packages/yizhangtu/src/index.ts; a test says when it is out of date.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LAYERS } from './lint/layers.mjs';
import { sourceOf } from './lint/source.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BEGIN = '// elements: begin (written by `pnpm facade`)';
const END = '// elements: end';

/** Packages from the bottom up. */
const rank = (/** @type {string} */ name) => Object.keys(LAYERS).indexOf(name);

/** Whether the elements of a package are in the facade. Pages and packs (专题包) are loaded beside it by those who need them. */
export const inFacade = (/** @type {string} */ name) => name in LAYERS && name !== 'page';

/** Names of what a file exports at run time. @returns {string[]} */
function exportedValues(/** @type {import('./lint/source.mjs').Source} */ source) {
  const exports = (source.ast?.['body'] ?? []).filter(
    (/** @type {any} */ node) => node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type',
  );
  return exports.flatMap((/** @type {any} */ node) =>
    node.specifiers
      .filter((/** @type {any} */ one) => one.exportKind !== 'type')
      .map((/** @type {any} */ one) => one.exported.name),
  );
}

/** Element entries of the facade: `{ entry: '@yizhangtu/map/map', classes: ['YztMap'] }`. */
export function elementEntries(root = ROOT) {
  return globSync('packages/*/src/*/index.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\bdefine\(\s*'yzt-/.test(readFileSync(join(root, path), 'utf8')))
    .map((path) => {
      const [, name = '', , folder = ''] = dirname(path).split('/');
      const names = exportedValues(sourceOf(path, readFileSync(join(root, path), 'utf8')));
      return { entry: `@yizhangtu/${name}/${folder}`, name, classes: names.filter((one) => one.startsWith('Yzt')).sort() };
    })
    .filter(({ name }) => inFacade(name))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.entry.localeCompare(b.entry));
}

/** The facade's text with its list brought up to date. */
export function facadeText(/** @type {string} */ text, root = ROOT) {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`packages/yizhangtu/src/index.ts: the markers "${BEGIN}" … "${END}" are missing`);
  const lines = elementEntries(root).map(({ entry, classes }) =>
    classes.length > 0 ? `export { ${classes.join(', ')} } from '${entry}';` : `import '${entry}';`,
  );
  return `${text.slice(0, from)}${[BEGIN, ...lines].join('\n')}\n${text.slice(to)}`;
}

/** Rewrites the facade in a tree. Returns true when something changed. */
export function writeFacade(root = ROOT) {
  const path = join(root, 'packages/yizhangtu/src/index.ts');
  const before = readFileSync(path, 'utf8');
  const after = facadeText(before, root);
  if (after === before) return false;
  writeFileSync(path, after);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(writeFacade() ? '已更新 packages/yizhangtu/src/index.ts / updated' : '无变化 / unchanged');
}
