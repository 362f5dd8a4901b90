// The tables of `docs/elements/<tag>.md`, written between markers; the prose above them is written by people.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './manifest.mjs';

const START = '<!-- api:start -->';
const END = '<!-- api:end -->';

const cell = (text) => String(text ?? '').replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
const code = (text) => (text === undefined || text === '' ? '' : `\`${cell(text)}\``);

function table(title, head, rows) {
  if (rows.length === 0) return [];
  return [`### ${title}`, '', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''];
}

const property = (member) => [code(member.name), code(member.attribute), code(member.type?.text), code(member.default), cell(member.description)];
const signature = (member) => `${member.name}(${(member.parameters ?? []).map((p) => `${p.name}${p.optional ? '?' : ''}: ${p.type?.text ?? ''}`).join(', ')})`;

/** The generated part of an element's page. */
export function apiTables({ declaration, packageName, folder }) {
  const members = declaration.members ?? [];
  const entry = folder.split('/').pop();
  return [
    '## API',
    '',
    '```js',
    `import '@yizhangtu/${packageName}/${entry}';`,
    '```',
    '',
    ...table('属性 · Properties', ['名称', 'attribute', '类型', '默认', '说明'], members.filter((m) => m.kind === 'field').map(property)),
    ...table('方法 · Methods', ['名称', '返回', '说明'], members.filter((m) => m.kind === 'method').map((m) => [code(signature(m)), code(m.return?.type?.text), cell(m.description)])),
    ...table('事件 · Events', ['名称', '说明'], (declaration.events ?? []).map((e) => [code(e.name), cell(e.description)])),
    ...table('插槽 · Slots', ['名称', '说明'], (declaration.slots ?? []).map((s) => [s.name ? code(s.name) : '(默认)', cell(s.description)])),
    ...table('部件 · Parts', ['名称', '说明'], (declaration.cssParts ?? []).map((p) => [code(p.name), cell(p.description)])),
    ...table('样式变量 · Custom properties', ['名称', '默认', '说明'], (declaration.cssProperties ?? []).map((p) => [code(p.name), code(p.default), cell(p.description)])),
  ].join('\n').trimEnd();
}

export const pageOf = (tag) => join(ROOT, 'docs/elements', `${tag}.md`);

/** A page with its tables renewed. A page that does not exist yet gets its heading and summary, to be written by a person. */
export function renewedPage(element) {
  const { tag, declaration } = element;
  const file = pageOf(tag);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : `# \`<${tag}>\`\n\n${declaration.description ?? ''}\n\n${START}\n${END}\n`;
  const [before, rest] = old.split(START);
  const after = rest?.split(END)[1] ?? '\n';
  return `${before}${START}\n\n${apiTables(element)}\n\n${END}${after}`;
}

/** The list of all elements, by package. */
export function indexPage(elements) {
  const packages = [...new Set(elements.map((element) => element.packageName))];
  const lines = packages.flatMap((name) => [
    `## @yizhangtu/${name}`,
    '',
    '| 元素 | |',
    '|---|---|',
    ...elements.filter((e) => e.packageName === name).map((e) => `| [\`<${e.tag}>\`](${e.tag}.md) | ${cell(e.declaration.summary ?? e.declaration.description)} |`),
    '',
  ]);
  return ['# 元素 · Elements', '', '由清单生成(`pnpm manifest`)。Generated from the manifest.', '', ...lines].join('\n');
}

/** What `docs/elements` should hold: path → text. */
export function expectedDocs(elements) {
  return new Map([
    ...elements.map((element) => [pageOf(element.tag), renewedPage(element)]),
    [join(ROOT, 'docs/elements/README.md'), `${indexPage(elements).trimEnd()}\n`],
  ]);
}

export function writeDocs(elements) {
  for (const [file, text] of expectedDocs(elements)) writeFileSync(file, text);
}
