// @ts-check
// `pnpm new element yzt-tide-panel --in widgets`: folder, story, docs page and tests that fail until they are filled.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFacade } from '../facade.mjs';
import { namesOf, refusal } from './names.mjs';
import { filesOf } from './templates.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes a new element into a tree. Returns the written paths; throws the sentence that refuses.
 * @param {string} root @param {string | undefined} tag @param {string | undefined} pack
 */
export function newElement(root, tag, pack) {
  const reason = refusal(root, tag, pack);
  if (reason) throw new Error(reason);
  const files = filesOf(namesOf(String(tag), String(pack)));
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} 已存在 / exists already`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFacade(root);
  return Object.keys(files);
}

/** `['element', 'yzt-x', '--in', 'widgets']` → tag and package. */
export function readArguments(/** @type {string[]} */ argv) {
  const [kind, ...rest] = argv;
  if (kind !== 'element') return { tag: undefined, pack: undefined };
  const at = rest.indexOf('--in');
  const pack = at >= 0 ? rest[at + 1] : undefined;
  const tag = rest.find((word, place) => !word.startsWith('--') && (at < 0 || place !== at + 1));
  return { tag, pack };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { tag, pack } = readArguments(process.argv.slice(2));
    for (const path of newElement(ROOT, tag, pack)) console.log(`+ ${path}`);
    console.log('已加入 packages/yizhangtu/src/index.ts。两个测试会失败，直到写好为止。');
    console.log('Added to packages/yizhangtu/src/index.ts. Two tests fail until you write them.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
