// @ts-check
// What a new element may be called, and where it may stand.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose elements each have a folder. */
const FLAT = ['base', 'standards', 'analysis', 'yizhangtu'];

/** Words HTML has taken for other things: an element named so would mislead. */
const TAKEN = ['title', 'style', 'hidden', 'slot'];

const lower = (/** @type {string} */ text) => text.slice(0, 1).toLowerCase() + text.slice(1);
const camel = (/** @type {string} */ name) => name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/**
 * All names of an element, from its tag: `{ tag: 'yzt-tide-panel', name: 'tide-panel', klass: 'YztTidePanel', … }`.
 * @param {string} tag @param {string} pack
 */
export function namesOf(tag, pack) {
  const name = tag.replace(/^yzt-/, '');
  return { tag, name, pack, klass: `Yzt${camel(name)}`, camel: lower(camel(name)), rows: `${lower(camel(name))}Rows` };
}

/** The sentence that refuses a name or a place, or undefined when it is good. */
export function refusal(
  /** @type {string} */ root,
  /** @type {string | undefined} */ tag,
  /** @type {string | undefined} */ pack,
) {
  const elementPackages = readdirSync(join(root, 'packages')).filter((name) => !FLAT.includes(name));
  if (!tag || !pack) return '用法 / usage: pnpm new element yzt-tide-panel --in widgets';
  if (!/^yzt(?:-[a-z][a-z0-9]*)+$/.test(tag)) {
    return `标签 ${tag} 不合规则：以 yzt- 开头，小写英文单词用 - 连接，如 yzt-tide-panel / a tag is yzt- and lower-case words joined by -`;
  }
  if (TAKEN.includes(tag.replace('yzt-', '')))
    return `${tag}:该词在 HTML 中另有含义，请换一个 / HTML uses that word for something else, choose another`;
  if (!elementPackages.includes(pack)) {
    return `包 ${pack} 不存在或不放元素；可用 / no package of elements called ${pack}; there are: ${elementPackages.join(' ')}`;
  }
  const name = tag.replace(/^yzt-/, '');
  const place = readdirSync(join(root, 'packages')).find((one) => existsSync(join(root, 'packages', one, 'src', name)));
  if (place) return `<${tag}> 已存在 / exists already: packages/${place}/src/${name}`;
  return undefined;
}
