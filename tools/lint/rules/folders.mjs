// @ts-check
// Direction inside a package: no cycle of files, no two folders that import each other (also over a third one).
import { posix } from 'node:path';
import { placeOf } from '../layers.mjs';

const REMEDY = {
  file: {
    zh: '拆出双方共用的文件，让依赖只朝一个方向',
    en: 'move what both need into a third file, so that imports run one way',
  },
  folder: {
    zh: '让文件夹只朝一个方向依赖：共用部分移到更低的文件夹',
    en: 'let folders depend one way: move the shared part to a lower folder',
  },
};

/** Groups of nodes that reach each other (Tarjan). Only groups of two or more. */
export function cyclesOf(/** @type {Map<string, Set<string>>} */ graph) {
  const index = new Map();
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const groups = [];
  const enter = (/** @type {string} */ node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) enter(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) groups.push(group.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) enter(node);
  return groups;
}

/** The file a relative import means, without its extension: `packages/map/src/link/index`. */
function targetOf(/** @type {string} */ path, /** @type {string} */ from) {
  return posix.join(posix.dirname(path), from).replace(/\.(?:js|ts|mjs)$/, '');
}

/**
 * Edges between files or folders of one package, as they are at run time: a map and its layers know each other's *type*,
 * but only one of them may load the other.
 * @param {import('../source.mjs').Source[]} sources
 * @param {'file' | 'folder'} level
 */
function edgesOf(sources, level) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  /** @type {Map<string, { path: string, line: number }>} */
  const places = new Map();
  for (const source of sources) {
    const place = placeOf(source.path);
    if (!place || source.isTest) continue;
    const folderOf = (/** @type {string} */ file) =>
      `packages/${place.name}/src/${(placeOf(`${file}.ts`)?.folder ?? '').split('/')[0]}`;
    const node = (/** @type {string} */ file) => (level === 'file' ? file : folderOf(file));
    const self = node(source.path.replace(/\.ts$/, ''));
    const targets = graph.get(self) ?? new Set();
    graph.set(self, targets);
    for (const one of source.imports) {
      if (!one.from.startsWith('.') || one.typeOnly || (level === 'file' && one.kind === 'dynamic')) continue;
      const target = node(targetOf(source.path, one.from));
      if (target === self) continue;
      targets.add(target);
      places.set(`${self}>${target}`, { path: source.path, line: source.lineOf(one.start) });
    }
  }
  return { graph, places };
}

/** @type {(sources: import('../source.mjs').Source[]) => import('../source.mjs').Offence[]} */
export function folderDirection(sources) {
  const offences = [];
  for (const level of /** @type {const} */ (['file', 'folder'])) {
    const { graph, places } = edgesOf(sources, level);
    for (const group of cyclesOf(graph)) {
      for (const [edge, place] of places) {
        const [from, to] = edge.split('>');
        if (!group.includes(String(from)) || !group.includes(String(to))) continue;
        const what = `${level} cycle ${group.map((name) => posix.basename(name)).join(' ↔ ')}: ${posix.basename(String(from))} → ${posix.basename(String(to))}`;
        offences.push({ ...place, rule: `${level}-cycle`, what, remedy: REMEDY[level] });
      }
    }
  }
  return offences;
}
