/** A field worked out by ClickHouse has, in every row and in every answer, what the same expression has over the same rows in memory. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import type { FieldSchema, GroupKey } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { NUMBERS, PROBES } from './expressions.js';
import { HOSTILE, inMemory, rows } from './rows.js';
import { near } from './same-answers.js';
import { serving } from './served.js';
import { sameUses, sameValue, valuesThere } from './worked-out.js';

const DATA = rows(4000);
const local = inMemory(DATA);
const NOW = Date.parse('2024-03-01T10:00:00+08:00');
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ remote } = served));

afterEach(() => {
  for (const data of here ? [local, remote] : []) {
    data.clearFilters();
    for (const name of ['x', 'y', 't', 'n']) data.underive(name);
  }
});

function derive(name: string, expression: string, field: Partial<FieldSchema> = {}): void {
  for (const data of [local, remote]) data.derive(expressionColumn({ name, ...field }, expression, { now: () => NOW }));
}

/** What a fault says, the same on both sides or none on either. */
function fault(name: string): string | undefined {
  const [ours, theirs] = [local, remote].map((data) => data.derivedError(name));
  expect(theirs?.text, name).toEqual(ours?.text);
  return theirs?.code;
}

/** Several expressions at once, one field each. */
async function compareValues(expressions: readonly string[]): Promise<void> {
  const fields = expressions.map((expression, at) => {
    derive(`x${at}`, expression);
    expect(fault(`x${at}`), expression).toBe(undefined);
    return `x${at}`;
  });
  expect(fields.map((name) => remote.column(name)?.kind)).toEqual(fields.map((name) => local.column(name)?.kind));
  const there = await valuesThere(remote, fields, DATA.length);
  for (const [at, name] of fields.entries()) {
    const odd = there.findIndex((cells, row) => !sameValue(cells[at] ?? null, local.value(row, name)));
    const inputs = odd < 0 ? undefined : JSON.stringify(DATA[odd]);
    if (odd >= 0) expect(there[odd]?.[at], `${expressions[at]} of ${inputs}`).toEqual(local.value(odd, name));
    for (const data of [local, remote]) data.underive(name);
  }
}

/** Expressions made of numbers and of what is true or not. */
const made = fc.letrec<{ n: string; c: string }>((tie) => ({
  n: fc.oneof({ maxDepth: 4 }, fc.constantFrom(...NUMBERS), fc.tuple(tie('n'), fc.constantFrom('+', '-', '*', '/', '%'), tie('n')).map(([a, sign, b]) => `(${a} ${sign} ${b})`), fc.tuple(tie('c'), tie('n'), tie('n')).map(([c, a, b]) => `if(${c}, ${a}, ${b})`), fc.tuple(fc.constantFrom('min', 'max', 'coalesce'), tie('n'), tie('n')).map(([f, a, b]) => `${f}(${a}, ${b})`), tie('n').map((a) => `round(${a}, 1)`), tie('n').map((a) => `-${a}`)),
  c: fc.oneof({ maxDepth: 3 }, fc.constantFrom('b', 'missing(n)', "t = 'a'"), fc.tuple(tie('n'), fc.constantFrom('=', '!=', '<', '>='), tie('n')).map(([a, sign, b]) => `(${a} ${sign} ${b})`), fc.tuple(tie('c'), fc.constantFrom('and', 'or'), tie('c')).map(([a, word, b]) => `(${a} ${word} ${b})`), tie('c').map((c) => `(not ${c})`)),
}));

describe.skipIf(!here)('a worked-out field on a server', () => {
  for (const [about, expressions] of Object.entries(PROBES)) it(`has the values that it has in memory: ${about}`, () => compareValues(expressions));

  it('has them for any expression made of numbers', async () => {
    const several = fc.array(fc.oneof(made.n, made.c), { minLength: 4, maxLength: 4 });
    await fc.assert(fc.asyncProperty(several, (all) => compareValues(all.filter((one) => one.length < 1500))), { numRuns: 30, seed: 11 });
  });

});

describe.skipIf(!here)('a worked-out field on a server, used', () => {
  it('is grouped, binned, measured and filtered as in memory: numbers', async () => {
    derive('x', 'round(n / i * 4) / 8');
    const bins: GroupKey[] = [{ field: 'x', bin: { kind: 'number' } }, { field: 'x', bin: { kind: 'number', count: 7 } }, { field: 'x', bin: { kind: 'number', breaks: [-100, 0, 1.5, 300] } }];
    await sameUses({ local, remote }, ['x', ...bins], [{ kind: 'range', field: 'x', min: -3, max: 50 }, { kind: 'range', field: 'x' }, { kind: 'in', field: 'x', values: [0, 12.4, null] }, { kind: 'not', filter: { kind: 'range', field: 'x', max: 0 } }, { kind: 'text', contains: 'n', fields: ['x'] }, { kind: 'compare', field: 'x', operator: 'starts-with', value: '-1' }, { kind: 'group', by: bins[1] as GroupKey, keys: [local.query({ groupBy: bins[1] as GroupKey, measures: [] }).groups[3]?.key ?? null, null] }]);
  });

  it('is grouped and filtered as in memory: what is true or not', async () => {
    derive('x', 'n > 100 and b');
    await sameUses({ local, remote }, ['x'], [{ kind: 'in', field: 'x', values: [true] }, { kind: 'in', field: 'x', values: [false, null] }, { kind: 'group', by: { field: 'x' }, keys: [true] }]);
  });

  it('is grouped and filtered as in memory: words', async () => {
    derive('x', "if(n > 100, t, if(missing(b), null, '它''s'))");
    await sameUses({ local, remote }, ['x'], [{ kind: 'in', field: 'x', values: ["它's", null] }, { kind: 'text', contains: '它' }, { kind: 'compare', field: 'x', operator: 'ends-with', value: 's' }]);
  });

  it('is the order and a column of a page, and the measure of cells', async () => {
    derive('x', 'n * i', { label: { zh: '积', en: 'Product' }, unit: '个' });
    expect([remote.field('x').unit, remote.columns.map(({ name }) => name)]).toEqual(['个', local.columns.map(({ name }) => name)]);
    const { rows: page } = await remote.rows({ orderBy: 'x', descending: true, limit: 20, offset: 5 });
    expect([...page].map((row) => remote.value(row, 'x'))).toEqual([...local.rows({ orderBy: 'x', descending: true, limit: 20, offset: 5 }).rows].map((row) => local.value(row, 'x')));
    const cells = { kind: 'square', size: 5000, plane: { about: [120, 36] }, limit: 50_000 } as const;
    const sums = await remote.cells({ ...cells, measure: { kind: 'sum', field: 'x' } });
    for (const data of [remote, local]) data.setFilter('placed', { kind: 'bounds', west: -180, east: 180, south: -90, north: 90 });
    const whole = local.query({ measures: [{ kind: 'sum', field: 'x' }] }).total.values[0] as number;
    expect(near(sums.values.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0), whole)).toBe(true);
  });

});

describe.skipIf(!here)('worked-out fields on a server, among others', () => {
  it('may use those before it, take the place of a field, and goes again', async () => {
    derive('x', 'n * 2');
    derive('y', 'x + 1');
    derive('t', "coalesce(t, '无')");
    expect(await valuesThere(remote, ['y', 't'], DATA.length)).toEqual(DATA.map((_, row) => [local.value(row, 'y'), local.value(row, 't')]));
    derive('x', 'n * 3');
    expect(fault('x')).toBe(undefined);
    expect(await valuesThere(remote, ['y'], DATA.length)).toEqual(DATA.map((_, row) => [local.value(row, 'y')]));
    for (const data of [local, remote]) data.underive('x');
    expect([fault('y'), remote.column('y'), local.column('y')]).toEqual(['unknown-field', undefined, undefined]);
  });

  it('sees what everybody sees: a masked field stays masked', async () => {
    await compareValues(["owner & ''", "left(phone, 5) & right(card, 3)", "if(phone = '13812345678', phone, card)", "coalesce(address, '')", "owner = '欧阳锋'"]);
  });

  it('hostile words are data', async () => {
    const quoted = (text: string): string => `'${text.split("'").join("''")}'`;
    await compareValues(HOSTILE.map((text) => `hostile = ${quoted(text)}`));
    await compareValues(HOSTILE.filter((text) => text !== '').map((text) => `if(i > 0, ${quoted(text)}, hostile)`));
    for (const text of HOSTILE) {
      derive('x', `[${text.split(']').join(']]')}] + 1`);
      expect(fault('x'), text).toMatch(/bad-expression|unknown-field/);
    }
  });

});

describe.skipIf(!here)('worked-out fields on a server, and what is said of the table', () => {
  it('is found by the words of its values, and leaves the scope alone', async () => {
    derive('x', "if(n > 100, 'much', 'little')", { values: { much: { zh: '很多', en: 'Much' }, little: { zh: '很少', en: 'Little' } } });
    for (const data of [local, remote]) data.setFilter('words', { kind: 'text', contains: '很多' });
    expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count).toBe(local.rows().total);
    const small = DATA.filter(({ size }) => size === '小').length;
    for (const data of [local, remote]) data.clearFilters();
    remote.scope = { kind: 'in', field: 'size', values: ['小'] };
    derive('size', "'全部'");
    await remote.load();
    expect((await remote.query({ groupBy: 'size', measures: [{ kind: 'count' }] })).groups).toMatchObject([{ key: '全部', count: small }]);
    remote.scope = undefined;
    for (const data of [local, remote]) data.underive('size');
    await remote.load();
  });
});

describe.skipIf(!here)('what is wrong with a worked-out field on a server', () => {
  it('says what the server cannot do just so, where, and what to do', () => {
    for (const expression of ["replace(t, owner, '')", 'round(n, i)']) {
      derive('x', expression);
      expect(remote.derivedError('x')?.code, expression).toBe('not-answerable');
      expect(remote.derivedError('x')?.text.zh, expression).toMatch(/第 \d+ 个字符.*请在服务器的表里加这一列|或在服务器的表里加这一列/);
    }
  });

  it('says what is wrong in the words of memory', () => {
    for (const [expression, code] of [['n +', 'bad-expression'], ['t + 1', 'bad-expression'], ['wert * 2', 'unknown-field'], ["d > '昨天'", 'bad-expression'], ['lon + 1', 'unknown-field']] as const) {
      let thrown: unknown;
      try {
        derive('x', expression);
      } catch (reason) {
        thrown = reason;
      }
      if (expression === 'lon + 1' || !thrown) expect(fault('x'), expression).toBe(code);
      else expect(thrown).toMatchObject({ code });
    }
  });
});
