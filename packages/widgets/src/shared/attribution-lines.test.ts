import { describe, expect, it } from 'vitest';
import { approvalNumber, approvalOf, linked, sourcesOf, withLicence } from './attribution-lines.js';

describe('sourcesOf', () => {
  it('names each source once, the top layer first, with the span of its days', () => {
    const layers = [
      { attribution: 'Natural Earth' },
      { layerDataset: { provenance: { source: '青岛市体育局', updated: '2026-03-01T00:00:00+08:00' } } },
      { attribution: 'Natural Earth', layerDataset: { provenance: { source: '自然资源局', updated: '2025-12', example: true } } },
    ];
    expect(sourcesOf(layers)).toEqual({
      names: ['Natural Earth', '自然资源局', '青岛市体育局'],
      dates: ['2025-12', '2026-03-01'],
      example: true,
    });
  });
  it('is empty for a map without layers', () => expect(sourcesOf([])).toEqual({ names: [], dates: [], example: false }));
});

describe('withLicence', () => {
  it('puts the licence behind the source, in the brackets of the language', () => {
    expect(withLicence({ source: 'GeoNames', licence: 'CC BY 4.0' }, 'zh-CN')).toBe('GeoNames（CC BY 4.0）');
    expect(withLicence({ source: 'GeoNames', licence: 'CC BY 4.0' }, 'en')).toBe('GeoNames (CC BY 4.0)');
    expect(withLicence({ source: '青岛市体育局（示例）', licence: 'Apache-2.0' }, 'zh-CN')).toBe('青岛市体育局（示例；Apache-2.0）');
  });
  it('says the one that is known', () => {
    expect([{ source: '体育局' }, { licence: 'ODbL' }, {}].map((one) => withLicence(one, 'zh-CN'))).toEqual(['体育局', 'ODbL', '']);
  });
});

describe('linked', () => {
  it('turns safe addresses into links and ends them where the sentence goes on', () => {
    expect(linked('© OSM(https://www.openstreetmap.org/copyright),见 http://a.cn。')).toEqual([
      { text: '© OSM(' },
      { text: 'www.openstreetmap.org/copyright', href: 'https://www.openstreetmap.org/copyright' },
      { text: '),见 ' },
      { text: 'a.cn', href: 'http://a.cn' },
      { text: '。' },
    ]);
    expect(linked('mailto:map@qingdao.gov.cn')).toEqual([{ text: 'map@qingdao.gov.cn', href: 'mailto:map@qingdao.gov.cn' }]);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'ms-its:x',
    '<img src=x onerror=alert(1)>',
    'file:///etc/passwd',
  ])('keeps %s as words', (text) => {
    expect(linked(text)).toEqual([{ text }]);
  });
  it('cuts an address where markup begins', () => {
    expect(linked('<a href="https://a.cn" onclick="x">甲</a>')[1]).toEqual({ text: 'a.cn', href: 'https://a.cn' });
  });
});

describe('approvalNumber', () => {
  it('takes off the words in front', () => {
    expect(approvalNumber('审图号：GS(2023)2767号')).toBe('GS(2023)2767号');
    expect(approvalNumber(' 审图号: 鲁SG(2024)001号 ')).toBe('鲁SG(2024)001号');
    expect(approvalNumber(undefined)).toBe('');
  });
});

describe('approvalOf', () => {
  const element = (number: string | null): Element => ({ getAttribute: () => number }) as unknown as Element;
  const map = (bar: string | null, page: string | null, layers: { approvalNumber?: string; isShown: boolean }[]) => ({ layers, querySelector: () => element(bar), closest: () => element(page) });
  const layers = [{ isShown: true, approvalNumber: 'GS(2024)1号' }, { isShown: true }, { isShown: false, approvalNumber: 'GS(2024)2号' }];

  it('is what whoever asks was given, then that of the bar, of the page, of the top layer that is shown', () => {
    expect(approvalOf(map('审图号：乙', '丙', layers), '甲')).toBe('甲');
    expect(approvalOf(map('审图号：乙', '丙', layers), '')).toBe('乙');
    expect(approvalOf(map(null, '丙', layers))).toBe('丙');
    expect(approvalOf(map(null, null, layers))).toBe('GS(2024)1号');
    expect(approvalOf(map(null, null, []))).toBe('');
  });
});
