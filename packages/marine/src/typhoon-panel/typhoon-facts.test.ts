import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { typhoonTracks, type TyphoonTrack } from '../calc/index.js';
import { chosenWords, circleRows, distanceFacts, stormFacts, stormName } from './typhoon-facts.js';

const START = Date.UTC(2019, 7, 11);
const QINGDAO = { lonLat: [120.38, 36.07], name: '青岛' } as const;

/** A storm that runs north past 青岛, and one that is hardly known. */
const data = Dataset.fromColumns({
  coordinates: Float64Array.of(120, 34, 120, 35, 120, 37, 150, 20),
  columns: {
    storm: ['a', 'a', 'a', 'b'],
    number: ['1909', '1909', '1909', null],
    name: ['利奇马', '利奇马', '利奇马', null],
    nameEn: ['Lekima', 'Lekima', 'Lekima', null],
    time: [0, 6, 12, 0].map((hours) => new Date(START + hours * 3_600_000)),
    windMs: [25, 23, 20, null],
    pressureHpa: [980, 982, 1000, null],
    moveKmh: [18, 20, 20, null],
    moveDeg: [0, 5, 0, null],
    r7NeKm: [300, 280, null, null],
    r7SwKm: [200, null, null, null],
  },
});
const [known, unknown] = typhoonTracks(data) as [TyphoonTrack, TyphoonTrack];
const upTo = (count: number): TyphoonTrack => ({ ...known, positions: known.positions.slice(0, count) });
const values = (facts: readonly { readonly label: string; readonly value: string }[]): string[] => facts.map(({ label, value }) => `${label}：${value}`);

describe('words of a storm', () => {
  it('name it, in both languages, and by month and id where it has no name', () => {
    expect([stormName(data, known, 'zh-CN'), stormName(data, known, 'en')]).toEqual(['利奇马（1909，2019年）', 'Lekima (1909, 2019)']);
    expect(stormName(data, unknown, 'zh-CN')).toBe('2019年8月 · b');
  });

  it('say which one is chosen, by its id where the rows do not have it', () => {
    expect([chosenWords(data, 'a'), chosenWords(data, 'x')]).toEqual([
      { zh: '台风：利奇马（1909，2019年）', en: 'Storm: Lekima (1909, 2019)' },
      { zh: '台风：x', en: 'Storm: x' },
    ]);
  });

  it('say what the last position says, in the order of bulletins', () => {
    expect(values(stormFacts(data, upTo(2), 'zh-CN'))).toEqual([
      '时间：2019年8月11日 14:00（北京时间）',
      '中心位置：东经120.0°，北纬35.0°',
      '最大风速：23 m/s（9级）',
      '中心气压：982 hPa',
      '移向移速：北，20 km/h',
    ]);
    expect(stormFacts(data, known, 'zh-CN')[3]?.value).toBe('1000 hPa');
    expect(stormFacts(data, unknown, 'en').map(({ label }) => label)).toEqual(['Time', 'Centre']);
  });

  it('list the circles there are, a quadrant without one as missing', () => {
    expect(circleRows(data, upTo(1), 'zh-CN')).toEqual([{ label: '七级', radii: ['300', '—', '200', '—'] }]);
    expect(circleRows(data, known, 'zh-CN')).toEqual([]);
  });

  it('say how far a place is, when it was nearest, and when it would be', () => {
    expect(values(distanceFacts(upTo(2), known, QINGDAO, 'zh-CN'))).toEqual(['距青岛：124 km，在其南西南方向', '路径最近：34 km，8月11日 17:00', '若移向移速不变：8月11日 20:00最近，约 24 km']);
    expect(distanceFacts(known, known, QINGDAO, 'en').map(({ label }) => label)).toEqual(['From 青岛', 'Nearest']);
  });
});
