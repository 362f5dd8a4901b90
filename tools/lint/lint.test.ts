import { describe, expect, it } from 'vitest';
import { structureOffences } from './structure.mjs';
import { sourceOf } from './source.mjs';

/** Rules broken by a text that stands at a path. */
const rules = (path: string, text: string) => structureOffences([sourceOf(path, text)]).map((one) => one.rule);
const inMap = (text: string) => rules('packages/map/src/layer/layer.ts', text);
const css = (text: string) => rules('packages/map/src/layer/layer.styles.ts', `const s = css\`${text}\`;`);
const markup = (text: string) => rules('packages/map/src/layer/layer.ts', `const t = html\`${text}\`;`);

describe('package direction', () => {
  it.each([
    ['packages/base/src/a.ts', '@yizhangtu/standards/aqi'],
    ['packages/standards/src/a.ts', 'lit'],
    ['packages/standards/src/a.ts', '@yizhangtu/base/locale'],
    ['packages/data/src/model/a.ts', 'ol/Map.js'],
    ['packages/data/src/model/a.ts', '@yizhangtu/map/map'],
    ['packages/charts/src/bar-chart/a.ts', 'ol/Map.js'],
    ['packages/charts/src/bar-chart/a.ts', '@yizhangtu/widgets/legend'],
    ['packages/analysis/src/a.ts', 'lit'],
    ['packages/analysis/src/a.ts', '@yizhangtu/map/map'],
    ['packages/map/src/map/a.ts', '@yizhangtu/charts/bar-chart'],
    ['packages/map/src/map/a.ts', 'd3-array'],
    ['packages/marine/src/tide/a.ts', '@yizhangtu/fitness/venue'],
    ['packages/marine/src/tide/a.ts', '@yizhangtu/page/page'],
    ['packages/data/src/model/a.ts', 'vitest'],
    ['packages/data/src/model/a.ts', 'node:fs'],
    ['packages/map/src/map/a.ts', '@yizhangtu/map/layer'],
    ['packages/map/src/map/a.ts', '../../../data/src/model/dataset.js'],
    ['stories/map/map.stories.ts', '../../packages/map/src/map/index.js'],
    ['packages/map/src/map/a.ts', './b'],
  ])('refuses %s → %s', (path, from) => {
    expect(rules(path, `import { x } from '${from}';`)).toHaveLength(1);
    expect(rules(path, `import type { x } from '${from}';`)).toHaveLength(1);
    expect(rules(path, `export const x = () => import('${from}');`)).toHaveLength(1);
  });

  it.each([
    ['packages/base/src/a.ts', 'lit/decorators.js'],
    ['packages/data/src/model/a.ts', '@yizhangtu/standards/aqi'],
    ['packages/charts/src/bar-chart/a.ts', 'd3-scale'],
    ['packages/analysis/src/a.ts', '@turf/area'],
    ['packages/widgets/src/legend/a.ts', '@yizhangtu/map/layer'],
    ['packages/marine/src/tide/a.ts', '@yizhangtu/widgets/legend'],
    ['packages/yizhangtu/src/index.ts', '@yizhangtu/marine/tide'],
    ['packages/data/src/model/a.test.ts', 'vitest'],
    ['packages/map/src/map/a.ts', '../link/index.js'],
    ['packages/map/src/a.ts', './b.js'],
  ])('allows %s → %s', (path, from) => {
    expect(rules(path, `import { x } from '${from}';`)).toEqual([]);
  });
});

describe('direction inside a package', () => {
  const pair = (a: string, b: string, first = 'import', second = 'import') =>
    structureOffences([
      sourceOf(`packages/map/src/${a}.ts`, `${first} { x } from '${b.includes('/') ? '../' : './'}${b}.js';`),
      sourceOf(`packages/map/src/${b}.ts`, `${second} { y } from '${a.includes('/') ? '../' : './'}${a}.js';`),
    ]).map((one) => one.rule);

  it('refuses files that import each other', () => {
    expect(pair('a', 'b')).toEqual(['file-cycle', 'file-cycle']);
  });

  it('lets types go both ways between files of one folder', () => {
    expect(pair('a', 'b', 'import type')).toEqual([]);
  });

  it('refuses folders that import each other, also by different files', () => {
    const offences = structureOffences([
      sourceOf('packages/map/src/map/a.ts', `import { x } from '../layer/b.js';`),
      sourceOf('packages/map/src/layer/c.ts', `import { y } from '../map/d.js';`),
    ]);
    expect(offences.map((one) => one.rule)).toEqual(['folder-cycle', 'folder-cycle']);
  });

  it('refuses a cycle over three folders', () => {
    const edge = (from: string, to: string) => sourceOf(`packages/map/src/${from}/a.ts`, `import { x } from '../${to}/b.js';`);
    expect(structureOffences([edge('one', 'two'), edge('two', 'three'), edge('three', 'one')])).toHaveLength(3);
    expect(structureOffences([edge('one', 'two'), edge('two', 'three'), edge('one', 'three')])).toHaveLength(0);
  });
});

describe('shape', () => {
  const lines = (count: number) => 'x();\n'.repeat(count);

  it('refuses a file over 300 lines and a test over 600', () => {
    expect(rules('packages/map/src/map/a.ts', lines(300))).toEqual([]);
    expect(rules('packages/map/src/map/a.ts', lines(301))).toEqual(['file-size']);
    expect(rules('packages/map/src/map/a.test.ts', lines(600))).toEqual([]);
    expect(rules('packages/map/src/map/a.test.ts', lines(601))).toEqual(['file-size']);
  });

  it('refuses a function over 40 lines, render over 60', () => {
    const method = (name: string, count: number) => `class A { ${name}() {\n${lines(count - 2)}} }`;
    expect(inMap(method('draw', 40))).toEqual([]);
    expect(inMap(method('draw', 41))).toEqual(['function-size']);
    expect(inMap(method('render', 60))).toEqual([]);
    expect(inMap(method('render', 61))).toEqual(['function-size']);
    expect(inMap(`const draw = () => {\n${lines(45)}};`)).toEqual(['function-size']);
  });

  it('counts tests, not the chapter they stand in', () => {
    expect(rules('packages/map/src/map/a.test.ts', `describe('a', () => {\n${lines(100)}});`)).toEqual([]);
    expect(rules('packages/map/src/map/a.test.ts', `it('a', () => {\n${lines(100)}});`)).toEqual(['function-size']);
  });

  it('refuses barrels', () => {
    expect(inMap(`export * from './other.js';`)).toEqual(['barrel']);
    expect(rules('packages/map/src/map/index.ts', `export { x } from '../layer/layer.js';`)).toEqual(['barrel-index']);
  });

  it('asks for the files of an element', () => {
    expect(rules('packages/map/src/no-such-thing/index.ts', `define('yzt-no-such-thing', X);`)).toEqual([
      'element-folder',
      'element-folder',
    ]);
  });
});

describe('old kernels', () => {
  it.each([
    'Object.hasOwn(a, "b")',
    'list.at(-1)',
    'text.replaceAll("a", "b")',
    'structuredClone(a)',
    'crypto.randomUUID()',
    'crypto.subtle.digest("x", y)',
    'list.findLast(f)',
    'list.toSorted()',
    'Promise.any(list)',
    'new WeakRef(a)',
    'AbortSignal.timeout(5)',
    'node.replaceChildren()',
    'signal.throwIfAborted()',
    'new Intl.Segmenter()',
    'Math.random()',
    'await load()',
    'const r = /a/v',
    'window.addEventListener("x", f, { signal: s })',
  ])('refuses %s', (text) => {
    expect(inMap(`${text};`)).toEqual(['old-kernel']);
  });

  it.each(['node.innerHTML = a', 'node["outerHTML"] = a', 'frame.srcdoc = a'])('refuses data as markup: %s', (text) => {
    expect(inMap(`${text};`)).toEqual(['data-as-markup']);
  });

  it.each([
    'async function f() { await g(); }',
    'class A { at = 1; structuredClone = 2; }',
    'this.at',
    'el.addEventListener("x", f, { passive: true })',
  ])('allows %s', (text) => {
    expect(inMap(`${text};`)).toEqual([]);
  });

  it('leaves tests alone', () => {
    expect(rules('packages/map/src/layer/a.test.ts', 'list.at(-1);')).toEqual([]);
  });
});

describe('styles of old kernels', () => {
  it.each([
    'a { gap: 4px }',
    'a { row-gap: 4px }',
    'a { inset: 0 }',
    'a { inset-inline-start: 0 }',
    'a { aspect-ratio: 1 }',
    'a:is(b) {}',
    ':host(:where(b)) {}',
    'a:has(b) {}',
    'a:not(b, c) {}',
    'a:focus-visible {}',
    'a { height: 100dvh }',
    'a { color: color-mix(in srgb, red, blue) }',
    'a { color: oklch(1 0 0) }',
    '@container (min-width: 1px) {}',
    '@layer x;',
    '@media (width >= 600px) {}',
    'a { &:hover {} }',
    'a { margin-inline: 4px }',
    'a { appearance: none }',
    'a { translate: 4px }',
    'a { overflow: clip }',
  ])('refuses %s', (text) => {
    expect(css(text)).toEqual(['old-css']);
  });

  it.each([
    'a { grid-gap: 4px; --yzt-legend-gap: 4px; padding: var(--_gap) }',
    'a { -webkit-appearance: none; appearance: none; -webkit-mask: none; mask: none }',
    'a:focus:not(:focus-visible) {}',
    '/* gap: is not known here */ a { margin-inline-start: 4px; transform: translate(1px) }',
    '@media (min-width: 600px) { a { scroll-margin: 0 } }',
  ])('allows %s', (text) => {
    expect(css(text)).toEqual([]);
  });

  it('looks at style sheets of examples too', () => {
    expect(rules('examples/fitness/page.css', 'main { gap: 4px }')).toEqual(['old-css']);
  });
});

describe('strict content policy', () => {
  it.each([
    '<p style="color:red"></p>',
    '<p style=${x}></p>',
    '<style>a{}</style>',
    '<a onclick="x()"></a>',
    '<a href="javascript:x()"></a>',
  ])('refuses %s', (text) => {
    expect(markup(text)).toEqual(['strict-csp']);
  });

  it.each(['<p class="a" .styles=${x} @click=${y}></p>', '<p ${styles({ color: z })}></p>'])('allows %s', (text) => {
    expect(markup(text)).toEqual([]);
  });

  it('looks at pages too, not at their comments', () => {
    expect(rules('examples/a/index.html', '<!-- <style> --><script src="a.js"></script>')).toEqual([]);
    expect(rules('examples/a/index.html', '<script>x()</script>')).toEqual(['strict-csp']);
  });
});

it('gives line numbers and a remedy in two languages with every offence', () => {
  const [offence] = structureOffences([sourceOf('packages/map/src/layer/a.ts', `\n\nlist.at(-1);`)]);
  expect(offence?.line).toBe(3);
  expect(offence?.remedy.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(offence?.remedy.en).toMatch(/list/);
});
