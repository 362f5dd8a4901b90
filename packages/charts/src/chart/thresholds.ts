import { YztError } from '@yizhangtu/base/errors';
import { WARNING_LEVEL } from '@yizhangtu/standards/warning';

/** Words of 预警四色 and their codes in the standard. */
const LEVELS: Readonly<Record<string, string>> = { blue: '4', yellow: '3', orange: '2', red: '1' };

/** A height that means something: a warning level, a standard. */
export interface Threshold {
  readonly value: number;
  /** What it is: 蓝色警戒. */
  readonly label: string;
  /** `blue`, `yellow`, `orange`, `red` (预警四色), `token:data-1` or `#rrggbb`. Unset: the colour of text. */
  readonly color?: string;
}

/**
 * Thresholds in words, as the attribute writes them: `蓝色警戒=430:blue; 黄色警戒=460:yellow; 红线=520`. undefined where they cannot be
 * read.
 */
export function thresholdsFrom(words: string): readonly Threshold[] | undefined {
  const parts = words.split(/[;；]/).map((part) => part.trim()).filter((part) => part !== '');
  const thresholds = parts.map((part): Threshold | undefined => {
    const at = part.lastIndexOf('=');
    const [number = '', ...rest] = part.slice(at + 1).split(':');
    const value = Number(number);
    const color = rest.join(':').trim();
    const label = part.slice(0, Math.max(0, at)).trim();
    if (at < 0 || number.trim() === '' || !Number.isFinite(value)) return undefined;
    return color === '' ? { value, label } : { value, label, color };
  });
  return thresholds.every((one): one is Threshold => one !== undefined) ? thresholds : undefined;
}

/**
 * Thresholds as the attribute of an element writes them.
 * @throws YztError `bad-attribute`, naming the tag.
 */
export function parsedThresholds(words: string, tag: string): readonly Threshold[] {
  const thresholds = thresholdsFrom(words);
  if (thresholds) return thresholds;
  throw new YztError('bad-attribute', {
    zh: `<${tag}>:thresholds="${words}" 无法识别。写成 名称=数值:颜色，用分号隔开，例如 蓝色警戒=430:blue; 红色警戒=520:red。`,
    en: `<${tag}>: thresholds="${words}" is not understood. Write name=value:colour with semicolons between: Blue=430:blue; Red=520:red.`,
  });
}

/** The colour of a threshold as CSS; undefined for that of text. */
export function thresholdColor({ color }: Threshold): string | undefined {
  if (color === undefined || color === '') return undefined;
  if (color.startsWith('token:')) return `var(--yzt-${color.slice('token:'.length)})`;
  const code = LEVELS[color];
  return WARNING_LEVEL.entries.find((entry) => entry.code === code)?.color ?? color;
}
