// @ts-check
// A source file as the checks see it: text, syntax tree, imports, and a way from an offset to a line.
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/**
 * @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node
 * @typedef {{ from: string, start: number, typeOnly: boolean, kind: 'import' | 'export' | 'export-all' | 'dynamic', names: string[] }} Import
 * @typedef {{ path: string, text: string, ast: Node | undefined, imports: Import[], isTest: boolean, lineOf: (offset: number) => number }} Source
 * @typedef {{ path: string, line: number, rule: string, what: string, remedy: { zh: string, en: string } }} Offence
 */

const SCRIPT = /\.(?:ts|mts|js|mjs)$/;

/** Visits every node of a tree, parents first. `visit` returns false to stay out of a node's children. */
export function walk(
  /** @type {any} */ node,
  /** @type {(node: Node, parents: Node[]) => boolean | void} */ visit,
  /** @type {Node[]} */ parents = [],
) {
  if (!node || typeof node.type !== 'string' || visit(node, parents) === false) return;
  const inner = [...parents, node];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach((item) => walk(item, visit, inner));
    else if (value && typeof value === 'object') walk(value, visit, inner);
  }
}

/** @returns {Import | undefined} */
function importOf(/** @type {Node} */ node) {
  if (node.type === 'ImportExpression') {
    const from = node['source']?.value;
    return typeof from === 'string' ? { from, start: node.start, typeOnly: false, kind: 'dynamic', names: [] } : undefined;
  }
  if (!node['source']?.value) return undefined;
  const base = { from: String(node['source'].value), start: node.start, names: [] };
  if (node.type === 'ExportAllDeclaration') return { ...base, kind: 'export-all', typeOnly: node['exportKind'] === 'type' };
  const names = (node['specifiers'] ?? []).map((/** @type {any} */ one) => one.imported?.name ?? one.local?.name ?? '');
  if (node.type === 'ExportNamedDeclaration') return { ...base, names, kind: 'export', typeOnly: node['exportKind'] === 'type' };
  if (node.type === 'ImportDeclaration') return { ...base, names, kind: 'import', typeOnly: node['importKind'] === 'type' };
  return undefined;
}

/** Reads one file's text into what the checks need. Throws a sentence when the syntax is broken. */
export function sourceOf(/** @type {string} */ path, text = readFileSync(path, 'utf8')) {
  /** @type {Node | undefined} */
  let ast;
  /** @type {Import[]} */
  const imports = [];
  if (SCRIPT.test(path)) {
    const parsed = parseSync(path, text);
    if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
    ast = /** @type {any} */ (parsed.program);
    walk(ast, (node) => {
      const found = importOf(node);
      if (found) imports.push(found);
    });
  }
  /** @type {number[]} */
  let starts = [];
  const lineOf = (/** @type {number} */ offset) => {
    if (starts.length === 0) starts = [0, ...[...text.matchAll(/\n/g)].map((hit) => hit.index + 1)];
    let line = starts.length;
    while (line > 1 && Number(starts[line - 1]) > offset) line -= 1;
    return line;
  };
  /** @type {Source} */
  const source = { path, text, ast, imports, isTest: /\.(?:test|fixture)\.ts$/.test(path), lineOf };
  return source;
}
