// @ts-check
// Run-time interfaces that Chromium 80 lacks. Syntax is lowered by the bundler; these are not.
import { walk } from '../source.mjs';

/** Members that are forbidden on any object when called: name → what to do instead. */
const CALLS = {
  replaceAll: ['用 replace(/…/g, …)', 'replace(/…/g, …)'],
  findLast: ['从末尾循环', 'loop from the end'],
  findLastIndex: ['从末尾循环', 'loop from the end'],
  toSorted: ['用 [...list].sort()', '[...list].sort()'],
  toReversed: ['用 [...list].reverse()', '[...list].reverse()'],
  toSpliced: ['用 slice 拼接', 'slice and spread'],
  replaceChildren: ['用 textContent = "" 再 append()', "textContent = '' and append()"],
  throwIfAborted: ['查 signal.aborted', 'check signal.aborted'],
  isSubsetOf: ['自己遍历', 'loop over the set'],
  isSupersetOf: ['自己遍历', 'loop over the set'],
  symmetricDifference: ['自己遍历', 'loop over the set'],
  showPopover: ['用自己的浮层', 'our own popover'],
  insertAdjacentHTML: ['用 lit 模板', 'a lit template'],
  setHTML: ['用 lit 模板', 'a lit template'],
};

/** `object.member` pairs. */
const PAIRS = {
  'Object.hasOwn': ['用 Object.prototype.hasOwnProperty.call', 'Object.prototype.hasOwnProperty.call'],
  'Object.groupBy': ['用 Map 累加', 'collect into a Map'],
  'Map.groupBy': ['用 Map 累加', 'collect into a Map'],
  'Array.fromAsync': ['用 for await 循环', 'a for await loop'],
  'Promise.any': ['用 Promise.race 或 allSettled', 'Promise.race or allSettled'],
  'Promise.withResolvers': ['用 new Promise', 'new Promise'],
  'AbortSignal.any': ['自己转发 abort 事件', 'forward the abort event'],
  'AbortSignal.timeout': ['用 setTimeout 与 AbortController', 'setTimeout and an AbortController'],
  'AbortSignal.abort': ['用 AbortController', 'an AbortController'],
  'crypto.randomUUID': ['用递增编号', 'a running number (plain http has no secure context)'],
  'crypto.subtle': ['内网 http 没有安全上下文，不可用', 'not there on plain http; do without'],
  'URL.canParse': ['用 try { new URL() }', 'try { new URL() }'],
  'URL.parse': ['用 try { new URL() }', 'try { new URL() }'],
  'Intl.Segmenter': ['用 Array.from(text)', 'Array.from(text)'],
  'Intl.DisplayNames': ['用自己的名称表', 'our own list of names'],
  'Math.random': ['用带种子的生成器', 'a seeded generator, so that pages and tests repeat'],
};

/** Globals. */
const GLOBALS = {
  structuredClone: ['用展开或专门的复制函数', 'spread, or a copy function for the one shape'],
  WeakRef: ['显式释放', 'free it explicitly'],
  FinalizationRegistry: ['显式释放', 'free it explicitly'],
  reportError: ['用 this.fail()', 'this.fail()'],
};

/** Properties that turn data into markup. */
const MARKUP = new Set(['innerHTML', 'outerHTML', 'srcdoc']);

const FUNCTIONS = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|StaticBlock|PropertyDefinition)$/;

/** @typedef {[rule: string, what: string, zh: string, en: string]} Finding */

/** @returns {Finding | undefined} */
function memberFinding(
  /** @type {import('../source.mjs').Node} */ node,
  /** @type {import('../source.mjs').Node | undefined} */ parent,
) {
  const name = node['property']?.name ?? node['property']?.value;
  const pair = PAIRS[/** @type {keyof typeof PAIRS} */ (`${node['object']?.name}.${name}`)];
  if (pair) return ['old-kernel', `${node['object'].name}.${name}`, String(pair[0]), String(pair[1])];
  const argument = parent?.['arguments']?.[0];
  // `scale.at(value)` may be a method of ours; counting from the end is the one of arrays. The rest is caught by `lib` in tsconfig.
  if (name === 'at' && argument?.type === 'UnaryExpression' && argument.operator === '-') {
    return ['old-kernel', '.at(-…)', '用 list[list.length - 1]', 'list[list.length - 1]'];
  }
  const called = parent?.type === 'CallExpression' && parent['callee'] === node;
  if (called && Object.hasOwn(CALLS, name)) {
    const [zh, en] = CALLS[/** @type {keyof typeof CALLS} */ (name)];
    return ['old-kernel', `.${name}()`, String(zh), String(en)];
  }
  if (MARKUP.has(name)) return ['data-as-markup', `.${name}`, '用 lit 模板或 textContent', 'a lit template or textContent'];
  return undefined;
}

/** @returns {Finding | undefined} */
function callFinding(/** @type {import('../source.mjs').Node} */ node) {
  if (node['callee']?.property?.name !== 'addEventListener') return undefined;
  const options = node['arguments']?.[2];
  const hasSignal =
    options?.type === 'ObjectExpression' && options.properties.some((/** @type {any} */ one) => one.key?.name === 'signal');
  return hasSignal
    ? [
        'old-kernel',
        'addEventListener(…, { signal })',
        'Chromium 80 忽略 signal,会泄漏：用 removeEventListener',
        'ignored by Chromium 80 and leaks: use removeEventListener',
      ]
    : undefined;
}

/** @returns {Finding | undefined} */
function findingOf(/** @type {import('../source.mjs').Node} */ node, /** @type {import('../source.mjs').Node[]} */ parents) {
  const parent = parents.at(-1);
  if (node.type === 'MemberExpression') return memberFinding(node, parent);
  if (node.type === 'CallExpression') return callFinding(node);
  if (
    node.type === 'Identifier' &&
    Object.hasOwn(GLOBALS, node['name']) &&
    parent?.type !== 'MemberExpression' &&
    !/Property|TS/.test(parent?.type ?? '')
  ) {
    const [zh, en] = GLOBALS[/** @type {keyof typeof GLOBALS} */ (node['name'])];
    return ['old-kernel', node['name'], String(zh), String(en)];
  }
  if (node.type === 'AwaitExpression' && !parents.some((one) => FUNCTIONS.test(one.type))) {
    return ['old-kernel', 'top-level await', '放进异步函数', 'put it into an async function'];
  }
  if (node.type === 'Literal' && node['regex'] && /[dv]/.test(node['regex'].flags)) {
    return ['old-kernel', `regular expression flag in /${node['regex'].flags}`, '去掉 d、v 标志', 'do without the flags d and v'];
  }
  return undefined;
}

/** @type {(source: import('../source.mjs').Source) => import('../source.mjs').Offence[]} */
export function oldKernels(source) {
  /** @type {import('../source.mjs').Offence[]} */
  const offences = [];
  if (source.isTest) return offences;
  walk(source.ast, (node, parents) => {
    const found = findingOf(node, parents);
    if (!found) return;
    const [rule, what, zh, en] = found;
    offences.push({ path: source.path, line: source.lineOf(node.start), rule, what, remedy: { zh, en } });
  });
  return offences;
}
