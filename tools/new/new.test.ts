import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { structureOffences } from '../lint/structure.mjs';
import { sourceOf } from '../lint/source.mjs';
import { newElement, readArguments } from './new.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yizhangtu-new-'));
  for (const name of ['base', 'map', 'widgets']) mkdirSync(join(root, 'packages', name, 'src'), { recursive: true });
  mkdirSync(join(root, 'packages/yizhangtu/src'), { recursive: true });
  writeFileSync(
    join(root, 'packages/yizhangtu/src/index.ts'),
    '// elements: begin (written by `pnpm facade`)\n// elements: end\n',
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('pnpm new element', () => {
  it('writes class, logic, styles, tests, story and docs page, and names the element in the facade', () => {
    const written = newElement(root, 'yzt-tide-panel', 'widgets');
    expect(written).toHaveLength(8);
    const text = (path: string) => readFileSync(join(root, path), 'utf8');
    expect(text('packages/widgets/src/tide-panel/index.ts')).toContain(`define('yzt-tide-panel', YztTidePanel)`);
    expect(text('packages/widgets/src/tide-panel/tide-panel.ts')).toContain('class YztTidePanel extends YztElement');
    expect(text('docs/elements/yzt-tide-panel.md')).toMatch(/<!-- api:start -->\n<!-- api:end -->/);
    expect(text('packages/yizhangtu/src/index.ts')).toContain(`export { YztTidePanel } from '@yizhangtu/widgets/tide-panel';`);
  });

  it('writes code that the lint accepts', () => {
    const written = newElement(root, 'yzt-tide-panel', 'widgets').filter((path) => path.endsWith('.ts'));
    const sources = written.map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')));
    // Whether the files stand beside index.ts is looked up in the repository, where this element is not.
    expect(structureOffences(sources).filter((one) => one.rule !== 'element-folder')).toEqual([]);
  });

  it('writes tests that fail until they are filled', () => {
    newElement(root, 'yzt-tide-panel', 'map');
    for (const file of ['tide-panel-rows.test.ts', 'tide-panel.browser.test.ts']) {
      expect(readFileSync(join(root, 'packages/map/src/tide-panel', file), 'utf8')).toContain('expect.fail(');
    }
  });

  it.each([
    [undefined, 'widgets', 'usage'],
    ['tide-panel', 'widgets', 'yzt-'],
    ['yzt-TidePanel', 'widgets', 'lower-case'],
    ['yzt-', 'widgets', 'lower-case'],
    ['yzt-../x', 'widgets', 'lower-case'],
    ['yzt-title', 'widgets', 'HTML'],
    ['yzt-tide-panel', 'nowhere', 'widgets'],
    ['yzt-tide-panel', 'base', 'no package of elements'],
    ['yzt-tide-panel', undefined, 'usage'],
  ])('refuses %s in %s with a sentence', (tag, pack, words) => {
    expect(() => newElement(root, tag, pack)).toThrow(words);
  });

  it('refuses an element that exists, in any package', () => {
    newElement(root, 'yzt-tide-panel', 'widgets');
    expect(() => newElement(root, 'yzt-tide-panel', 'map')).toThrow('packages/widgets/src/tide-panel');
  });

  it('reads its arguments in any order', () => {
    expect(readArguments(['element', 'yzt-x', '--in', 'map'])).toEqual({ tag: 'yzt-x', pack: 'map' });
    expect(readArguments(['element', '--in', 'map', 'yzt-x'])).toEqual({ tag: 'yzt-x', pack: 'map' });
    expect(readArguments(['page', 'yzt-x'])).toEqual({ tag: undefined, pack: undefined });
  });
});
