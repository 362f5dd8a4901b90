/** Functions of expressions: what they take, what they give. Missing in, missing out, unless said otherwise in `forms.ts`. */
import { parseInstant, shanghaiInstant, shanghaiOffset, shanghaiParts, type ShanghaiParts } from '@yizhangtu/base/dates';
import { formatNumber, parseNumber, roundTo } from '@yizhangtu/base/number-format';
import type { Column } from '../model/types.js';
import { asNumber, asText, boolean, date, finite, number, text, type NumberAt, type TextAt, type Typed } from './typed.js';

type FieldKind = Column['kind'];

/** One function. */
export interface Signature {
  /** Kinds of the arguments. */
  readonly takes: readonly FieldKind[];
  /** How many of them at least. Default: all. */
  readonly least?: number;
  /** The last one may come again, as often as one likes. */
  readonly more?: boolean;
  readonly make: (args: readonly Typed[]) => Typed;
}

const DAY = 86_400_000;

/** Numbers in, a number out. */
function numeric(takes: number, f: (...values: number[]) => number, rest: Partial<Signature> = {}): Signature {
  return {
    takes: Array.from({ length: takes }, () => 'number' as const),
    make: (args) => {
      const [a, b] = args.map(asNumber) as [NumberAt, NumberAt];
      if (args.length === 1) return number((row) => finite(f(a(row))));
      if (args.length === 2) return number((row) => finite(f(a(row), b(row))));
      const all = args.map(asNumber);
      return number((row) => finite(f(...all.map((at) => at(row)))));
    },
    ...rest,
  };
}

/** A text in, something out. */
function ofText(f: (value: string) => string): Signature {
  return {
    takes: ['text'],
    make: ([value]) => {
      const at = asText(value as Typed);
      return text((row) => {
        const word = at(row);
        return word === undefined ? undefined : f(word);
      });
    },
  };
}

/** Two texts in, true or false out. */
function textTest(f: (value: string, other: string) => boolean): Signature {
  return {
    takes: ['text', 'text'],
    make: (args) => {
      const [a, b] = args.map(asText) as [TextAt, TextAt];
      return boolean((row) => {
        const [value, other] = [a(row), b(row)];
        return value === undefined || other === undefined ? 2 : Number(f(value, other));
      });
    },
  };
}

/** A part of a date by the calendar of Asia/Shanghai. */
function datePart(f: (parts: ShanghaiParts) => number): Signature {
  return {
    takes: ['date'],
    make: ([value]) => {
      const at = asNumber(value as Typed);
      return number((row) => {
        const instant = at(row);
        return Number.isNaN(instant) ? instant : f(shanghaiParts(instant));
      });
    },
  };
}

/** Days of the calendar of Asia/Shanghai since 1970: midnight to midnight, whatever the time of day. */
const dayOf = (instant: number): number => Math.floor((instant + shanghaiOffset(instant)) / DAY);

/** A part of a text by characters, from 1; counted from the end where `from` is negative. */
function cut(value: string, from: number, count: number): string {
  const letters = [...value];
  const start = from < 0 ? letters.length + from : Math.max(0, from - 1);
  return letters.slice(start, start + Math.max(0, count)).join('');
}

/** A text and whole numbers in, a text out. */
function textPart(numbers: number, f: (value: string, first: number, second: number) => string, least = numbers + 1): Signature {
  return {
    takes: ['text', ...Array.from({ length: numbers }, () => 'number' as const)],
    least,
    make: ([value, first, second]) => {
      const [word, a] = [asText(value as Typed), asNumber(first as Typed)];
      const b: NumberAt = second ? asNumber(second) : () => Infinity;
      return text((row) => {
        const [letters, from, count] = [word(row), a(row), b(row)];
        return letters === undefined || Number.isNaN(from) || Number.isNaN(count) ? undefined : f(letters, Math.trunc(from), count === Infinity ? count : Math.trunc(count));
      });
    },
  };
}

const replaced: Signature = {
  takes: ['text', 'text', 'text'],
  make: (args) => {
    const [value, old, next] = args.map(asText) as [TextAt, TextAt, TextAt];
    return text((row) => {
      const [word, from, to] = [value(row), old(row), next(row)];
      if (word === undefined || from === undefined || to === undefined) return undefined;
      return from === '' ? word : word.split(from).join(to);
    });
  },
};

const joined: Signature = {
  takes: ['text'],
  more: true,
  make: (args) => {
    const all = args.map(asText);
    return text((row) => {
      const words = all.map((at) => at(row));
      return words.includes(undefined) ? undefined : words.join('');
    });
  },
};

const daysBetween: Signature = {
  takes: ['date', 'date'],
  make: (args) => {
    const [a, b] = args.map(asNumber) as [NumberAt, NumberAt];
    return number((row) => dayOf(b(row)) - dayOf(a(row)));
  },
};

const addDays: Signature = {
  takes: ['date', 'number'],
  make: (args) => {
    const [a, b] = args.map(asNumber) as [NumberAt, NumberAt];
    return date((row) => {
      const [instant, days] = [a(row), b(row)];
      if (Number.isNaN(instant) || Number.isNaN(days)) return Number.NaN;
      const { year, month, day, hour, minute, second, millisecond } = shanghaiParts(instant);
      return shanghaiInstant(year, month, day + Math.trunc(days), hour, minute, second, millisecond);
    });
  },
};

const madeDate: Signature = {
  takes: ['number', 'number', 'number'],
  make: (args) => {
    const [y, m, d] = args.map(asNumber) as [NumberAt, NumberAt, NumberAt];
    return date((row) => {
      const [year, month, day] = [y(row), m(row), d(row)];
      return Number.isFinite(year + month + day) ? finite(shanghaiInstant(Math.trunc(year), Math.trunc(month), Math.trunc(day))) : Number.NaN;
    });
  },
};

const readText = (read: (value: string) => number): ((at: TextAt) => NumberAt) => (at) => (row) => {
  const value = at(row);
  return value === undefined ? Number.NaN : finite(read(value));
};

const length: Signature = { takes: ['text'], make: ([value]) => number(readText((word) => [...word].length)(asText(value as Typed))) };
const toNumber: Signature = { takes: ['text'], make: ([value]) => number(readText(parseNumber)(asText(value as Typed))) };
const toDate: Signature = { takes: ['text'], make: ([value]) => date(readText((word) => parseInstant(word, 'shanghai'))(asText(value as Typed))) };
const toText: Signature = {
  takes: ['number'],
  make: ([value]) => {
    const at = asNumber(value as Typed);
    return text((row) => (Number.isNaN(at(row)) ? undefined : formatNumber(at(row), { maxDigits: 12, grouping: 'none' })));
  },
};

/** The remainder has the sign of the divisor, as in spreadsheets. */
const remainder = (a: number, b: number): number => a - b * Math.floor(a / b);

/** All functions by name, in lower case. A map, so that no name of a script's own objects is one. */
export const FUNCTIONS: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ['+', numeric(2, (a, b) => a + b)],
  ['-', numeric(2, (a, b) => a - b)],
  ['*', numeric(2, (a, b) => a * b)],
  ['/', numeric(2, (a, b) => a / b)],
  ['%', numeric(2, remainder)],
  ['^', numeric(2, (a, b) => a ** b)],
  ['negative', numeric(1, (a) => -a)],
  ['abs', numeric(1, Math.abs)],
  ['sign', numeric(1, Math.sign)],
  ['floor', numeric(1, Math.floor)],
  ['ceil', numeric(1, Math.ceil)],
  ['sqrt', numeric(1, Math.sqrt)],
  ['exp', numeric(1, Math.exp)],
  ['ln', numeric(1, Math.log)],
  ['log10', numeric(1, Math.log10)],
  ['round', numeric(2, (a, digits = 0) => (Number.isNaN(digits) ? digits : digits < 0 ? Math.round(a / 10 ** -digits) * 10 ** -digits : roundTo(a, digits)), { least: 1 })],
  ['min', numeric(1, Math.min, { more: true })],
  ['max', numeric(1, Math.max, { more: true })],
  ['&', joined],
  ['concat', joined],
  ['length', length],
  ['lower', ofText((word) => word.toLowerCase())],
  ['upper', ofText((word) => word.toUpperCase())],
  ['trim', ofText((word) => word.trim())],
  ['left', textPart(1, (word, count) => cut(word, 1, count))],
  ['right', textPart(1, (word, count) => (count > 0 ? cut(word, -Math.min(count, [...word].length), count) : ''))],
  ['substring', textPart(2, cut, 2)],
  ['replace', replaced],
  ['contains', textTest((word, other) => word.includes(other))],
  ['startswith', textTest((word, other) => word.startsWith(other))],
  ['endswith', textTest((word, other) => word.endsWith(other))],
  ['number', toNumber],
  ['text', toText],
  ['date', toDate],
  ['makedate', madeDate],
  ['year', datePart(({ year }) => year)],
  ['quarter', datePart(({ month }) => Math.ceil(month / 3))],
  ['month', datePart(({ month }) => month)],
  ['day', datePart(({ day }) => day)],
  ['hour', datePart(({ hour }) => hour)],
  // Monday is 1, as ISO 8601 and the calendar of China have it.
  ['weekday', datePart(({ weekday }) => (weekday === 0 ? 7 : weekday))],
  ['daysbetween', daysBetween],
  ['adddays', addDays],
]);

/** The same functions in Chinese. */
export const CHINESE: ReadonlyMap<string, string> = new Map([
  ['如果', 'if'], ['首个非空', 'coalesce'], ['为空', 'missing'], ['今天', 'today'],
  ['绝对值', 'abs'], ['四舍五入', 'round'], ['向下取整', 'floor'], ['向上取整', 'ceil'], ['平方根', 'sqrt'], ['最小', 'min'], ['最大', 'max'],
  ['长度', 'length'], ['左', 'left'], ['右', 'right'], ['截取', 'substring'], ['替换', 'replace'], ['包含', 'contains'], ['开头是', 'startswith'], ['结尾是', 'endswith'], ['去空格', 'trim'], ['数字', 'number'], ['文本', 'text'],
  ['日期', 'date'], ['年', 'year'], ['季度', 'quarter'], ['月', 'month'], ['日', 'day'], ['时', 'hour'], ['星期', 'weekday'], ['天数差', 'daysbetween'], ['加天数', 'adddays'],
]);
