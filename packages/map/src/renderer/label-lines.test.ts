import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLines } from './label-lines.js';

/** Han characters an em wide, the others about half of it. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 6.5), 0);
const lines = (text: string, width = 6): string[] => [...labelLines(text, { measure, em: 12, width })];

describe('labelLines', () => {
  it('leaves what fits on one line', () => {
    expect(lines('青岛市')).toEqual(['青岛市']);
    expect(lines('')).toEqual(['']);
  });

  it.each([
    ['青岛市市南区全民健身中心', 8, ['青岛市市南区', '全民健身中心']],
    ['青岛西海岸新区', 6, ['青岛', '西海岸新区']],
    ['即墨古城文化旅游区管理委员会', 5, ['即墨古城', '文化旅游区', '管理委员会']],
    ['城阳街道（北）', 5, ['城阳街道', '（北）']],
    ['市南区、市北区', 4, ['市南区、', '市北区']],
    ['第15中学体育馆', 5, ['第15中学', '体育馆']],
    ['Qingdao Sports Park', 6, ['Qingdao', 'Sports Park']],
    ['奥帆中心Olympic Sailing', 6, ['奥帆中心', 'Olympic', 'Sailing']],
    ['Jiaozhouwan', 3, ['Jiaozhouwan']],
  ])('sets %s in %d characters', (text, width, wanted) => expect(lines(text, width)).toEqual(wanted));

  it('ends with … where three lines are not enough', () => {
    const set = lines('中国海洋大学崂山校区体育活动中心综合训练馆游泳馆', 5);
    expect(set).toHaveLength(3);
    expect(set[2]).toMatch(/…$/);
    for (const line of set) expect(measure(line)).toBeLessThanOrEqual(60.01);
  });

  const words = fc.array(fc.constantFrom('青', '岛', '市', '区', '街', '，', '、', '。', '（', '）', '《', '》', '“', '”', 'Park', ' Bay', '12', '%', '号', '第', '·'), { minLength: 1, maxLength: 22 });

  it('begins no line with a mark that closes, ends none with one that opens, and parts no word', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 10 }), (parts, width) => {
        const text = parts.join('').trim();
        const set = lines(text, width);
        set.slice(1).forEach((line) => expect(line).not.toMatch(/^[，、。）》”%·]/));
        set.slice(0, -1).forEach((line) => expect(line).not.toMatch(/[（《“]$/));
        if (set.length <= 2) expect(set.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        for (const word of ['Park', 'Bay']) {
          const count = (of: string) => of.split(word).length;
          if (!set.join('\n').includes('…')) expect(count(set.join('\n'))).toBe(count(text));
        }
      }),
    );
  });

  it('keeps to the width, but for what cannot be parted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('青', '岛', '市', '北', '路'), { minLength: 1, maxLength: 40 }), fc.integer({ min: 2, max: 10 }), (parts, width) => {
        for (const line of lines(parts.join(''), width)) expect(measure(line)).toBeLessThanOrEqual(12 * width + 0.01);
      }),
    );
  });

  it('makes lines about equally long', () => {
    const [a = '', b = ''] = lines('红岛高新技术开发园', 8);
    expect(Math.abs([...a].length - [...b].length)).toBeLessThanOrEqual(1);
  });
});
