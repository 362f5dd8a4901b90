// @ts-check
// `pnpm lint`: oxlint with types, then our own checks of structure. Every finding says what to do instead.
import { globSync } from 'node:fs';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oxlintOffences } from './oxlint.mjs';
import { sourceOf } from './source.mjs';
import { structureOffences } from './structure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
chdir(root);

const FILES = ['packages/*/src/**/*.{ts,css}', '{stories,examples,tests,tools,bench}/**/*.{ts,mjs,js,css,html}', '*.{ts,mjs}'];
const skipped = /(?:^|\/)(?:node_modules|dist|fixtures|public)\//;

/** @type {import('./source.mjs').Offence[]} */
const broken = [];
const sources = globSync(FILES)
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !skipped.test(path))
  .sort()
  .flatMap((path) => {
    try {
      return [sourceOf(path)];
    } catch (error) {
      broken.push({ path, line: 1, rule: 'syntax', what: String(error), remedy: { zh: '修正语法', en: 'fix the syntax' } });
      return [];
    }
  });

const offences = [...broken, ...structureOffences(sources), ...oxlintOffences(root).offences];
offences.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
for (const { path, line, rule, what, remedy } of offences) {
  const instead = [remedy.zh, remedy.en].filter(Boolean).join(' / ');
  console.log(`FAIL  ${path}:${line}  ${rule}  ${what}${instead ? `\n    → ${instead}` : ''}`);
}
const bad = new Set(offences.map((one) => one.path));
const clean = sources.filter((source) => !bad.has(source.path)).length;
console.log(`${offences.length} offences in ${bad.size} files of ${sources.length}`);
console.log(`${clean} passed, ${bad.size} failed`);
process.exitCode = offences.length > 0 ? 1 : 0;
