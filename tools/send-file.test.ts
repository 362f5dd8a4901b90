import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { byteRange } from './send-file.mjs';
import { serveFolder } from './serve-folder.mjs';

it('reads one part of a file from the start, from the end, and up to the end', () => {
  expect(byteRange('bytes=0-3', 10)).toEqual([0, 3]);
  expect(byteRange('bytes=8-20', 10)).toEqual([8, 9]);
  expect(byteRange('bytes=7-', 10)).toEqual([7, 9]);
  expect(byteRange('bytes=-4', 10)).toEqual([6, 9]);
});

it('takes what it does not know for the whole, and says what is not there', () => {
  for (const header of [undefined, 'bytes=-', 'lines=1-2', 'bytes=0-1,4-5']) expect(byteRange(header, 10)).toBeUndefined();
  expect([byteRange('bytes=10-12', 10), byteRange('bytes=5-2', 10), byteRange('bytes=-0', 10)]).toEqual([null, null, null]);
});

it('serves a part with its place in the whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'a.txt'), '0123456789');
  const site = await serveFolder(folder);
  try {
    const part = await fetch(`${site.url}a.txt`, { headers: { Range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
    const whole = await fetch(`${site.url}a.txt`);
    expect([whole.status, whole.headers.get('content-length'), await whole.text()]).toEqual([200, '10', '0123456789']);
    expect((await fetch(`${site.url}a.txt`, { headers: { Range: 'bytes=20-' } })).status).toBe(416);
  } finally {
    await site.close();
  }
});
