// @ts-check
// Runs oxlint (with types) and puts its findings into the same shape and words as our own checks.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What to do instead, by rule. Rules that are not here keep oxlint's own help. */
/** @type {Record<string, { zh: string, en: string }>} */
const REMEDIES = {
  'eslint(no-console)': { zh: '失败用 this.fail(),标记错误用 hint()', en: 'this.fail() for failures, hint() for wrong markup' },
  'eslint(no-warning-comments)': { zh: '现在就做，或记入问题单', en: 'do it now, or write an issue' },
  'eslint(no-eval)': { zh: '严格 CSP 下不可用：写成函数', en: 'forbidden under a strict CSP: write a function' },
  'eslint-plugin-import(no-default-export)': { zh: '改为具名导出', en: 'export by name' },
  'import(no-default-export)': { zh: '改为具名导出', en: 'export by name' },
  'typescript-eslint(no-explicit-any)': {
    zh: '写出类型；未知则用 unknown 再收窄',
    en: 'write the type; unknown and narrow when you do not know it',
  },
  'typescript(no-explicit-any)': {
    zh: '写出类型；未知则用 unknown 再收窄',
    en: 'write the type; unknown and narrow when you do not know it',
  },
  'typescript(ban-ts-comment)': { zh: '修正类型，不要压制', en: 'fix the type instead of silencing it' },
  'typescript(no-floating-promises)': {
    zh: '加 await,或显式 void 并处理错误',
    en: 'await it, or void it where errors are handled',
  },
  'typescript(consistent-type-imports)': { zh: '仅作类型时用 import type', en: 'import type for what is only a type' },
  'eslint(eqeqeq)': { zh: '用 === ', en: '=== (== only with null)' },
};

/** @returns {{ offences: import('./source.mjs').Offence[], files: number }} */
export function oxlintOffences(/** @type {string} */ root) {
  const bin = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url));
  const result = spawnSync(process.execPath, [bin, '--type-aware', '-f', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  /** @type {any} */
  let answer;
  try {
    answer = JSON.parse(result.stdout);
  } catch {
    throw new Error(`oxlint did not answer: ${result.stderr || result.stdout || result.error?.message}`);
  }
  const offences = answer.diagnostics.map((/** @type {any} */ one) => ({
    path: String(one.filename ?? ''),
    line: one.labels?.[0]?.span?.line ?? 1,
    rule: one.code ?? 'syntax',
    what: one.message,
    remedy: REMEDIES[one.code] ?? { zh: '', en: one.help ?? '' },
  }));
  return { offences, files: answer.number_of_files ?? 0 };
}
