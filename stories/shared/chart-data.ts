/** Seeded series for the stories of charts. All of it is 示例数据. */
import { Dataset } from '@yizhangtu/data/model';
import { t } from './words.js';

/** Numbers from 0 to 1, the same for the same seed. (mulberry32) */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An instant in China. */
export function at(text: string): number {
  return Date.parse(`${text}+08:00`);
}

/** Complaints to the market regulator: when, about what, where. More by day than by night, more in summer. */
export function complaints(count: number): Dataset {
  const random = seeded(7);
  const kinds = t('食品安全,价格违法,广告宣传,预付卡消费,其他', 'Food safety,Pricing,Advertising,Prepaid cards,Other').split(',');
  const first = at('2024-07-01T00:00:00');
  const dates: number[] = [];
  while (dates.length < count) {
    const day = Math.floor(random() * 730);
    const hour = 9 + (random() + random() + random() - 1.5) * 9;
    const season = 0.7 + 0.3 * Math.sin(((day - 30) / 365) * 2 * Math.PI);
    if (random() < season) dates.push(first + day * DAY + Math.round(((hour + 24) % 24) * HOUR));
  }
  const weighted = [0, 0, 0, 0, 1, 1, 2, 2, 3, 4];
  return Dataset.fromColumns(
    {
      columns: {
        date: dates.map((instant) => new Date(instant)),
        kind: dates.map(() => kinds[weighted[Math.floor(random() * weighted.length)] ?? 0] as string),
      },
    },
    {
      provenance: { source: t('市场监管局（示例）', 'Market regulator (example)'), example: true },
      schema: {
        id: 'story/complaint@1',
        fields: [
          { name: 'date', label: { zh: '受理时间', en: 'Received' } },
          { name: 'kind', label: { zh: '类别', en: 'Kind' } },
        ],
      },
    },
  );
}
