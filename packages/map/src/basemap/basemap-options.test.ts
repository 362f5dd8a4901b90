import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { refusalWords } from '../tianditu-layer/tianditu-address.js';
import { chosenOf, fallbackError, optionsOf } from './basemap-options.js';

const values = (given: Partial<Parameters<typeof optionsOf>[0]>): string[] => optionsOf({ kinds: 'vec img ter', tianditu: false, own: [], ...given }).map(({ value }) => value);

describe('base maps to choose from', () => {
  it('are the outline and nothing where no service is named, so that no host is asked', () => {
    expect(values({})).toEqual(['land', 'none']);
  });

  it('are the kinds of 天地图 that the page wants, once each', () => {
    expect(values({ tianditu: true })).toEqual(['vec', 'img', 'ter', 'land', 'none']);
    expect(values({ tianditu: true, kinds: ' img  vec img cva' })).toEqual(['img', 'vec', 'land', 'none']);
  });

  it('are pairs of the page first; one with the name of another takes its place and its words', () => {
    const own = [{ name: 'aerial', label: '航片 2026', annotated: true }, { name: 'land', label: '', annotated: false }];
    const options = optionsOf({ kinds: 'vec', tianditu: true, own });
    expect(options.map(({ value, look, annotated, label }) => [value, look, annotated, label.zh])).toEqual([
      ['aerial', 'own', true, '航片 2026'],
      ['vec', 'vec', true, '矢量'],
      ['land', 'land', false, '简图'],
      ['none', 'none', false, '无底图'],
    ]);
    expect([chosenOf(options, '').value, chosenOf(options, 'none').value, chosenOf(options, 'gone').value]).toEqual(['aerial', 'none', 'aerial']);
  });
});

it('an error of a layer is told as that of the base map, with what is seen instead', () => {
  const cause = new YztError('quota', { zh: '<yzt-tianditu-layer>：配额已用完。', en: '<yzt-tianditu-layer>: the quota is used up.' });
  const { code, text } = fallbackError('yzt-basemap', cause);
  expect([code, text.zh, text.en]).toEqual([
    'quota',
    '<yzt-basemap>：底图不可用，暂以简图代替。配额已用完。',
    '<yzt-basemap>: the base map is not there, an outline stands for it. The quota is used up.',
  ]);
});

it('the guide to blank maps quotes what is said', () => {
  const guide = readFileSync(new URL('../../../../docs/guide/why-blank.md', import.meta.url), 'utf8');
  const words = refusalWords('quota', 429);
  const said = fallbackError('yzt-basemap', new YztError('quota', { zh: `<yzt-tianditu-layer>：${words?.zh}。已停止请求。`, en: '' }));
  expect(guide).toContain(`> \`${said.text.zh}\``);
});
