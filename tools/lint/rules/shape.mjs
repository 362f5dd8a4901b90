// @ts-check
// Shape of the code: sizes of files and functions, no barrels, element folders complete.
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { placeOf } from '../layers.mjs';
import { walk } from '../source.mjs';

/** @typedef {import('../source.mjs').Source} Source @typedef {import('../source.mjs').Offence} Offence */

const LIMITS = { file: 300, testFile: 600, function: 40, render: 60 };

const REMEDY = {
  file: { zh: '一个文件只应有一个改动理由：按理由拆分', en: 'a file has one reason to change: split it by reason' },
  function: { zh: '把步骤拆成有名字的小函数', en: 'turn its steps into small functions with names' },
  barrel: {
    zh: '逐个具名导出，从元素自己的入口导入',
    en: 'export by name, and import from the entry of the one element you need',
  },
  index: {
    zh: 'index.ts 只注册并导出本文件夹的内容',
    en: 'index.ts registers and exports what is in its own folder, nothing else',
  },
  folder: { zh: '补齐文件(可用 pnpm new element 生成)', en: 'add the missing file (pnpm new element writes all of them)' },
};

/** @type {(source: Source) => Offence[]} */
export function fileSize(source) {
  const lines = source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0);
  const limit = source.isTest ? LIMITS.testFile : LIMITS.file;
  if (lines <= limit) return [];
  return [
    { path: source.path, line: limit + 1, rule: 'file-size', what: `${lines} lines, at most ${limit}`, remedy: REMEDY.file },
  ];
}

function nameOf(/** @type {import('../source.mjs').Node[]} */ parents, /** @type {import('../source.mjs').Node} */ node) {
  const parent = parents.at(-1);
  return String(
    node['id']?.name ?? parent?.['key']?.name ?? (parent?.type === 'VariableDeclarator' ? parent['id']?.name : '') ?? '',
  );
}

/** A `describe` block is a chapter, not a function; its tests are counted on their own. */
function isChapter(/** @type {import('../source.mjs').Node[]} */ parents) {
  const call = parents.at(-1);
  return (
    call?.type === 'CallExpression' && /^(?:describe|suite)\b/.test(call['callee']?.name ?? call['callee']?.object?.name ?? '')
  );
}

/** @type {(source: Source) => Offence[]} */
export function functionSize(source) {
  /** @type {Offence[]} */
  const offences = [];
  walk(source.ast, (node, parents) => {
    if (!/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return;
    if (source.isTest && isChapter(parents)) return;
    const name = nameOf(parents, node);
    const limit = /^render/i.test(name) || source.isTest ? LIMITS.render : LIMITS.function;
    const first = source.lineOf(node.start);
    const lines = source.lineOf(node.end) - first + 1;
    if (lines <= limit) return;
    const what = `${name || 'function'} has ${lines} lines, at most ${limit}`;
    offences.push({ path: source.path, line: first, rule: 'function-size', what, remedy: REMEDY.function });
  });
  return offences;
}

/** @type {(source: Source) => Offence[]} */
export function barrels(source) {
  const offences = [];
  for (const one of source.imports) {
    const at = { path: source.path, line: source.lineOf(one.start) };
    // The two single files are the whole library under another name.
    const isFacade = placeOf(source.path)?.name === 'yizhangtu' && one.from === './index.js';
    if (one.kind === 'export-all' && !isFacade)
      offences.push({ ...at, rule: 'barrel', what: `export * from '${one.from}'`, remedy: REMEDY.barrel });
    const inFolder = placeOf(source.path)?.folder !== '' && placeOf(source.path) !== undefined;
    if (inFolder && posix.basename(source.path) === 'index.ts' && one.from.startsWith('..')) {
      offences.push({ ...at, rule: 'barrel-index', what: `index.ts imports ${one.from}`, remedy: REMEDY.index });
    }
  }
  return offences;
}

/** An `index.ts` that registers an element has a class file, and something that tests it. @type {(source: Source) => Offence[]} */
export function elementFolder(source) {
  const place = placeOf(source.path);
  if (!place || place.folder === '' || posix.basename(source.path) !== 'index.ts') return [];
  const tags = [...source.text.matchAll(/\bdefine\(\s*'yzt-([a-z0-9-]+)'/g)].map((hit) => String(hit[1]));
  const folder = posix.dirname(source.path);
  return tags.flatMap((tag) => {
    const wanted = [`${tag}.ts`, `${tag}.browser.test.ts`].filter((file) => !existsSync(posix.join(folder, file)));
    return wanted.map((file) => ({
      path: source.path,
      line: 1,
      rule: 'element-folder',
      what: `<yzt-${tag}> has no ${file} beside its index.ts`,
      remedy: REMEDY.folder,
    }));
  });
}
