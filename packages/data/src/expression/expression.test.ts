import { YztError } from '@yizhangtu/base/errors';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import { listedFields } from '../model/schemas.js';
import type { CellValue, DatasetSchema } from '../model/types.js';
import { FUNCTION_NAMES } from './compile.js';
import { expressionColumn } from './expression-column.js';
import { MAX_LENGTH } from './tokens.js';

const day = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
const rows = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      a: [7, 2, Number.NaN, -3],
      b: [2, 0, 5, 4],
      name: ['市南体育场', '崂山游泳馆', null, '李沧ABC'],
      open: [true, false, null, true],
      built: [day('1999-12-31'), day('2024-02-28'), null, day('2020-07-06')],
      '2020 年': [1, 2, 3, 4],
    },
  });
const NOW = Date.parse('2026-03-01T10:00:00+08:00');

function values(expression: string, data = rows()): CellValue[] {
  data.derive(expressionColumn({ name: 'x' }, expression, { now: () => NOW }));
  const error = data.derivedError('x');
  if (error) throw error;
  return Array.from({ length: data.rowCount }, (_, row) => data.value(row, 'x'));
}

function faultOf(expression: string): YztError {
  try {
    values(expression);
  } catch (reason) {
    if (reason instanceof YztError) return reason;
    throw reason;
  }
  throw new Error(`${expression} has no fault`);
}

describe('values', () => {
  test.each<[string, CellValue[]]>([
    ['a + b * 2', [11, 2, null, 5]],
    ['(a + b) * 2', [18, 4, null, 2]],
    ['a / b', [3.5, null, null, -0.75]],
    ['-a ^ 2', [-49, -4, null, -9]],
    ['2 ^ 3 ^ 2', [512, 512, 512, 512]],
    ['a % 4', [3, 2, null, 1]],
    ['a - b - 1', [4, 1, null, -8]],
    ['round(a / 3, 2)', [2.33, 0.67, null, -1]],
    ['round(1234.5, -2)', [1200, 1200, 1200, 1200]],
    ['min(a, b, 3)', [2, 0, null, -3]],
    ['sqrt(a)', [Math.sqrt(7), Math.sqrt(2), null, null]],
    ['[2020 年] + `2020 年`', [2, 4, 6, 8]],
    ['a > b', [true, true, null, false]],
    ['a > b and open', [true, false, null, false]],
    ['a > b or open', [true, true, null, true]],
    ['not a > b', [false, false, null, true]],
    ['missing(a) or a > 3', [true, false, true, false]],
    ['open and missing(a)', [false, false, null, false]],
    ["if(a > b, '多', '少')", ['多', '多', '少', '少']],
    ['a > b ? a : null', [7, 2, null, null]],
    ['coalesce(a, b, 0)', [7, 2, 5, -3]],
    ["name & '（' & text(b) & '）'", ['市南体育场（2）', '崂山游泳馆（0）', null, '李沧ABC（4）']],
    ['length(name)', [5, 5, null, 5]],
    ['left(name, 2)', ['市南', '崂山', null, '李沧']],
    ['right(name, 3)', ['体育场', '游泳馆', null, 'ABC']],
    ['substring(name, 3, 2)', ['体育', '游泳', null, 'AB']],
    ['substring(name, 3)', ['体育场', '游泳馆', null, 'ABC']],
    ["replace(lower(name), 'abc', '')", ['市南体育场', '崂山游泳馆', null, '李沧']],
    ["contains(name, '体育')", [true, false, null, false]],
    ["startsWith(name, '市南') or endsWith(name, 'C')", [true, false, null, true]],
    ["name in ('市南体育场', '李沧ABC')", [true, false, null, true]],
    ['a not in (7, 2)', [false, false, null, true]],
    ["number('１,２00.5') + 1", [1201.5, 1201.5, 1201.5, 1201.5]],
    ['year(built)', [1999, 2024, null, 2020]],
    ['quarter(built) * 10 + month(built)', [52, 12, null, 37]],
    ['weekday(built)', [5, 3, null, 1]],
    ["daysBetween(built, '2024-03-01')", [8827, 2, null, 1334]],
    ['daysBetween(built, today())', [9557, 732, null, 2064]],
    ["built >= '2020-07-06'", [false, true, null, true]],
    ['addDays(built, 2)', [day('2000-01-02'), day('2024-03-01'), null, day('2020-07-08')]],
    ['makeDate(2024, 2, 30)', [day('2024-03-01'), day('2024-03-01'), day('2024-03-01'), day('2024-03-01')]],
    ["if(built < '2000-01-01', '老', if(missing(built), '不详', '新'))", ['老', '新', '不详', '新']],
    ['如果（a＞b，“多”，“少”）', ['多', '多', '少', '少']],
    ['a ≥ 2 且 年(built) ≠ 2024', [true, false, null, false]],
    ['null', [null, null, null, null]],
    ["'it''s'", ["it's", "it's", "it's", "it's"]],
    ['1e3 + .5', [1000.5, 1000.5, 1000.5, 1000.5]],
    ['是 or open', [true, true, true, true]],
  ])('%s', (expression, wanted) => {
    expect(values(expression)).toEqual(wanted);
  });

  it('of numbers are those of the script itself, whatever the brackets', () => {
    const tree: fc.Arbitrary<readonly [string, number]> = fc.letrec<{ part: readonly [string, number] }>((tie) => ({
      part: fc.oneof(
        { depthSize: 'small' },
        fc.integer({ min: 0, max: 99 }).map((value) => [String(value), value] as const),
        fc.tuple(tie('part'), fc.constantFrom('+', '-', '*', '/'), tie('part')).map(([[a, x], sign, [b, y]]) => [`(${a} ${sign} ${b})`, sign === '+' ? x + y : sign === '-' ? x - y : sign === '*' ? x * y : x / y] as const),
        tie('part').map(([a, x]) => [`-${a}`, -x] as const),
      ),
    })).part;
    fc.assert(
      fc.property(tree, ([expression, wanted]) => {
        if (expression.length > 300) return;
        const [value] = values(expression);
        // What is infinite on the way is missing from there on.
        if (Number.isFinite(wanted) && value !== null) expect(value).toBeCloseTo(wanted, 6);
        else if (!Number.isFinite(wanted)) expect(value).toBeNull();
      }),
    );
  });

  it('of words are worked out once a word, and are the same', () => {
    const many = Dataset.fromColumns({ columns: { kind: Array.from({ length: 100 }, (_, i) => [null, 'ab', 'cd'][i % 3] as string | null) } });
    many.derive(expressionColumn({ name: 'x' }, "coalesce(upper(kind), '无')"));
    expect([0, 1, 2, 99].map((row) => many.value(row, 'x'))).toEqual(['无', 'AB', 'CD', '无']);
    many.derive(expressionColumn({ name: 'n' }, 'length(kind)'));
    expect([0, 1].map((row) => many.value(row, 'n'))).toEqual([null, 2]);
  });
});

describe('faults say where and what to do', () => {
  test.each<[string, RegExp]>([
    ['', /结尾处：是空的/],
    ['a +', /结尾处：这里应当是字段、数字、文本或函数/],
    ['a b', /第 3 个字符「b」处：这里应当结束/],
    ['(a', /结尾处：这里应当是 \)/],
    ["name = 'x", /第 8 个字符.*没有结束的 '/],
    ['a # b', /第 3 个字符「#」处：不认识的符号/],
    ['2020年', /方括号/],
    ['1.2.3', /不是数字/],
    ['wert(a)', /第 1 个字符「wert」处：没有函数「wert」/],
    ['left(name)', /要 2 个参数，这里有 1 个/],
    ['round(1, 2, 3)', /要 1–2 个参数/],
    ['name + 1', /第 1 个字符「name」处：这里要数字，这是文本；请用 number/],
    ['a & name', /请用 text/],
    ['built - 1', /daysBetween/],
    ["built > '昨天'", /不是日期，应写成 2026-01-31/],
    ["a = 'x'", /种类不一致：前面是数字，这是文本/],
    ["if(open, 1, 'x')", /种类不一致/],
    ['if(a, 1, 2)', /这里要是否，这是数字/],
    ["name > 'a'", /只能比较是否相等/],
    ['1 < a < 3', /不能连写/],
    ['a in ()', /至少写一个值/],
    ['and', /这里应当是字段/],
    ['today(1)', /不要参数/],
  ])('%s', (expression, words) => {
    const fault = faultOf(expression);
    expect(fault.code).toBe('bad-expression');
    expect(fault.text.zh).toMatch(words);
    expect(fault.text.en).toMatch(/^Expression ".*", at /);
  });

  it('names a field there is none of', () => {
    const fault = faultOf('a + wert');
    expect(fault.code).toBe('unknown-field');
    expect(fault.text.zh).toContain('第 5 个字符「wert」处：没有字段「wert」');
  });
});

describe('hostile expressions', () => {
  test.each(['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'window', 'globalThis', 'this', 'arguments'])('%s is a field like any other', (name) => {
    expect(faultOf(name).code).toBe('unknown-field');
    expect(faultOf(`${name}(1)`).text.zh).toContain('没有函数');
    expect(faultOf(`[${name}]`).code).toBe('unknown-field');
  });

  test.each(['a.constructor', 'a[0]', 'a => 1', 'a; b', '`${a}`', 'a = = b', '/*x*/ 1', 'new Date()', '"\\u0041"(1)', '((((', ',', ')', 'x(,)', '[', "''''"])('%s does nothing but fail, or is a text', (expression) => {
    try {
      for (const value of values(expression)) expect(typeof value).toBe('string');
    } catch (reason) {
      expect(reason).toBeInstanceOf(YztError);
    }
  });

  it('deep, long and many parts end in a sentence, never in a full stack', () => {
    for (const expression of ['('.repeat(900) + '1' + ')'.repeat(900), '-'.repeat(1500) + '1', 'not '.repeat(400) + 'open', '2^'.repeat(900) + '2', 'if(open,'.repeat(200), `${'a ? '.repeat(400)}1`]) {
      expect(faultOf(expression).text.zh).toMatch(/嵌套太深/);
    }
    expect(faultOf('1+'.repeat(900) + '1').text.zh).toMatch(/太复杂/);
    expect(faultOf('a'.repeat(MAX_LENGTH + 1)).text.zh).toMatch(/太长/);
    expect(values('1+'.repeat(150) + '1')[0]).toBe(151);
  });

  it('anything else that is typed is a value or a sentence', () => {
    const piece = fc.constantFrom('a', 'name', 'open', '(', ')', '+', '-', '?', ':', ',', "'", '[', ']', '1', 'and', 'not', 'in', 'if', '=', '<', '&', ' ', '。', '\u0000', '😀', '是');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        try {
          values(pieces.join(''));
        } catch (reason) {
          expect(reason).toBeInstanceOf(YztError);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('in a dataset', () => {
  const schema: DatasetSchema = { id: 't', fields: [{ name: 'phone', mask: 'phone' }, { name: 'secret', mask: 'hidden' }, { name: 'wage', mask: 'hidden' }] };

  it('a masked field stays masked, whatever is done with it', () => {
    const data = Dataset.fromColumns({ columns: { phone: ['13812345678'], secret: ['绝密'], wage: [377_777] } }, { schema });
    data.derive(expressionColumn({ name: 'x' }, "phone & '/' & secret & '/' & substring(phone, 4, 4)"));
    expect(data.value(0, 'x')).toBe('138****5678/***/****');
    data.derive(expressionColumn({ name: 'y' }, 'coalesce(wage, 0)'));
    expect(JSON.stringify([data.value(0, 'y'), data.derivedError('y')?.text])).not.toContain('377');
    data.derive(expressionColumn({ name: 'phone' }, "phone & ''"));
    expect(data.value(0, 'phone')).toBe('138****5678');
  });

  it('stays true when rows change, is filtered and grouped by, and feeds the next one', () => {
    const data = Dataset.fromColumns({ columns: { a: [1, 2], b: [2, 4] } });
    data.derive(expressionColumn({ name: 'sum', unit: '人' }, 'a + b'));
    data.derive(expressionColumn({ name: 'big' }, 'sum >= 6'));
    expect([data.value(1, 'big'), data.field('sum').unit]).toEqual([true, '人']);
    data.setFilter('big', { kind: 'in', field: 'big', values: [true] });
    expect(data.query({ measures: [{ kind: 'sum', field: 'sum' }] }).total.values).toEqual([6]);
    const next = Dataset.fromColumns({ columns: { a: [10, 1], b: [1, 1] } });
    data.setTable({ rowCount: 2, columns: next.columns, geometry: { kind: 'none' }, report: next.report });
    expect(data.query({ measures: [{ kind: 'sum', field: 'sum' }] }).total.values).toEqual([11]);
    const other = Dataset.fromColumns({ columns: { c: [1] } });
    data.setTable({ rowCount: 1, columns: other.columns, geometry: { kind: 'none' }, report: other.report });
    expect([data.derivedError('sum')?.code, data.column('sum')]).toEqual(['unknown-field', undefined]);
  });

  it('is listed beside the fields of a schema if it says what it is', () => {
    const data = Dataset.fromColumns({ columns: { phone: ['138'], other: ['x'] } }, { schema });
    data.derive(expressionColumn({ name: 'x', label: { zh: '长度', en: 'Length' } }, 'length(phone)'));
    expect(listedFields(data)).toEqual(['phone', 'secret', 'wage', 'x']);
    data.schema = undefined;
    expect(listedFields(data)).toEqual(['phone', 'other', 'x']);
  });

  it('an empty dataset stays empty', () => {
    const data = new Dataset();
    data.derive(expressionColumn({ name: 'one' }, '1'));
    expect([data.columns.length, data.derivedError('one')]).toEqual([0, undefined]);
  });

  it('of many rows comes in slices', async () => {
    const data = Dataset.fromColumns({ columns: { a: Float64Array.from({ length: 50_000 }, (_, i) => i) } });
    data.derive(expressionColumn({ name: 'x' }, "if(a % 2 = 0, '偶', '奇')"));
    expect(data.column('x')?.kind).toBe('text');
    await data.deriving;
    expect([data.value(0, 'x'), data.value(49_999, 'x')]).toEqual(['偶', '奇']);
  });
});

it('names all its functions', () => {
  expect(FUNCTION_NAMES).toEqual(expect.arrayContaining(['if', 'daysbetween', '天数差', 'coalesce']));
});
