import { expect, test } from 'vitest';
import { pdfFile } from './pdf-file.js';

const jpeg = Uint8Array.of(0xff, 0xd8, 0x0a, 0x65, 0x6e, 0x64, 0xff, 0xd9);
const file = pdfFile({ jpeg, pixels: [1123, 794], paper: [297, 210], title: '青岛(示意)', author: '数字青岛', date: new Date(Date.UTC(2026, 10, 28, 9, 5, 7)) });
const text = Buffer.from(file).toString('latin1');

test('every object begins where the table says', () => {
  const [, table = ''] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  expect(text.slice(Number(table), Number(table) + 5)).toBe('xref\n');
  const starts = [...text.slice(Number(table)).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, start]) => Number(start));
  expect(starts.map((start, index) => text.slice(start).startsWith(`${index + 1} 0 obj\n`))).toEqual(Array.from({ length: 6 }, () => true));
  expect(text).toContain(`/Size ${starts.length + 1} `);
});

test('the page has the size of the paper in points, and the picture goes over all of it', () => {
  expect(text).toContain('/MediaBox [0 0 841.89 595.28]');
  expect(text).toContain('q 841.89 0 0 595.28 0 0 cm /Sheet Do Q');
  expect(text).toContain('/Width 1123 /Height 794 ');
});

test('lengths are those of the streams, and the picture is in it byte by byte', () => {
  const [whole = '', length = ''] = /\/DCTDecode \/Length (\d+) >>\nstream\n/.exec(text) ?? [];
  const from = text.indexOf(whole) + whole.length;
  expect([...file.slice(from, from + Number(length))]).toEqual([...jpeg]);
  expect(text.slice(from + Number(length))).toMatch(/^\nendstream/);
});

test('words are UTF-16, whatever is in them', () => {
  expect(text).toContain('/Title <FEFF97525C9B0028793A610F0029>');
  expect(text).toContain('/CreationDate (D:20261128090507Z)');
});
