import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { zipOf } from './shapefile.fixture.js';
import { ZipArchive, ZIP_LIMITS } from './zip.js';

const open = (bytes: Uint8Array<ArrayBuffer>, limits = ZIP_LIMITS): ZipArchive => new ZipArchive(bytes, 'x.zip', limits);
const errorOf = (work: () => unknown): string => {
  try {
    work();
  } catch (reason) {
    if (reason instanceof YztError) return `${reason.code}: ${reason.text.zh}`;
    throw reason;
  }
  return 'none';
};
/** Where the entry in the directory begins. */
const directory = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

describe('an archive', () => {
  test('gives its files, stored and deflated', () => {
    const text = new TextEncoder().encode('甲'.repeat(100_000));
    const bytes = zipSync({ 'a/b.txt': text, 'c.txt': [text, { level: 0 }], '__MACOSX/c.txt': text }) as Uint8Array<ArrayBuffer>;
    const archive = open(bytes);
    expect(archive.names).toEqual(['a/b.txt', 'c.txt']);
    expect(Buffer.compare(archive.take('a/b.txt') as Uint8Array, text)).toBe(0);
    expect(Buffer.compare(archive.take('c.txt') as Uint8Array, text)).toBe(0);
    expect(archive.take('d.txt')).toBeUndefined();
  });

  test('has names in GBK', () => {
    const bytes = zipOf({ 'ab.txt': 'x' });
    // Both names: in front of the file and in the directory.
    for (const at of [30, directory(bytes) + 46]) bytes.set([0xbb, 0xad], at);
    expect(open(bytes).names).toEqual(['画.txt']);
  });

  test('that is cut off or none is one error', () => {
    const bytes = zipOf({ 'a.txt': 'abc' });
    expect(errorOf(() => open(bytes.slice(0, -10)))).toContain('bad-archive');
    expect(errorOf(() => open(new Uint8Array(0)))).toContain('bad-archive');
    expect(errorOf(() => open(new TextEncoder().encode('<html>')))).toContain('bad-archive');
  });
});

describe('an archive that lies', () => {
  const large = new Uint8Array(18_000_000);

  test('a bomb is refused before it is unpacked', () => {
    const bytes = zipSync({ 'a.dbf': large }) as Uint8Array<ArrayBuffer>;
    expect(errorOf(() => open(bytes).take('a.dbf'))).toMatch(/bad-archive.*倍/);
  });

  test('a bomb that says it is small ends where it says so', () => {
    const bytes = zipSync({ 'a.dbf': large }) as Uint8Array<ArrayBuffer>;
    new DataView(bytes.buffer).setUint32(directory(bytes) + 24, 10, true);
    expect(errorOf(() => open(bytes).take('a.dbf'))).toContain('与目录所写不符');
  });

  test('many files, one after the other, have a limit together', () => {
    const bytes = zipSync({ a: [large.subarray(0, 600), { level: 0 }], b: [large.subarray(0, 600), { level: 0 }] }) as Uint8Array<ArrayBuffer>;
    const archive = open(bytes, { ...ZIP_LIMITS, bytes: 1000 });
    expect(archive.take('a')?.length).toBe(600);
    expect(errorOf(() => archive.take('b'))).toContain('超过');
    expect(errorOf(() => open(bytes, { ...ZIP_LIMITS, entries: 1 }))).toContain('有 2 个文件');
  });

  test('sizes of the whole world need no memory', () => {
    const bytes = zipOf({ a: 'x' });
    new DataView(bytes.buffer).setUint32(directory(bytes) + 24, 0xfffffffe, true);
    expect(errorOf(() => open(bytes).take('a'))).toContain('bad-archive');
  });

  test('passwords and other methods are named', () => {
    const locked = zipOf({ a: 'x' });
    new DataView(locked.buffer).setUint16(directory(locked) + 8, 1, true);
    expect(errorOf(() => open(locked).take('a'))).toContain('密码');
    const other = zipOf({ a: 'x' });
    new DataView(other.buffer).setUint16(directory(other) + 10, 14, true);
    expect(errorOf(() => open(other).take('a'))).toContain('压缩方法 14');
  });
});
