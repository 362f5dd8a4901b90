import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { readTable } from '../readers/index.js';
import type { RawTable } from '../readers/types.js';
import { readFiles } from './read-files.js';

const read = (bytes: Uint8Array<ArrayBuffer>): Promise<RawTable> => readFiles({ files: [{ name: 'a.parquet', bytes }], options: { keepCrs: true } });
const codeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const error: unknown = await read(bytes).catch((reason: unknown) => reason);
  return error instanceof YztError ? error.code : `none: ${String(error)}`;
};

test('what only begins as Parquet is one error', async () => {
  expect(await codeOf(new TextEncoder().encode('PAR1'))).toBe('bad-geoparquet');
  expect(await codeOf(new TextEncoder().encode('PAR1xxxxxxxxxxxxxxxxxxxx\u00ff\u00ff\u0000\u0000PAR1'))).toBe('bad-geoparquet');
  expect(await codeOf(Uint8Array.from([0x50, 0x41, 0x52, 0x31, 255, 255, 255, 127, 0x50, 0x41, 0x52, 0x31]))).toBe('bad-geoparquet');
});

const CONFORMANCE = fileURLToPath(new URL('../../../../../shared/data/conformance/geoparquet/', import.meta.url));
const present = existsSync(CONFORMANCE);
describe.skipIf(!present)(`real files${present ? '' : ' (skipped: no ../shared/data)'}`, () => {
  const real = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(CONFORMANCE + name));

  test('five countries', async () => {
    const table = await read(real('example.parquet'));
    expect([table.rowCount, table.geometry.kind, table.crs, table.report.source]).toEqual([5, 'shape', undefined, { format: 'geoparquet', crs: 'CRS84' }]);
    expect(table.columns.map(({ name, kind }) => `${name}:${kind}`)).toEqual(expect.arrayContaining(['pop_est:number', 'continent:text']));
  });

  test('WKB is what the WKT beside it says', async () => {
    for (const kind of ['point', 'linestring', 'polygon']) {
      const text = readFileSync(`${CONFORMANCE}data-${kind}-wkt.csv`);
      const [binary, words] = [await read(real(`data-${kind}-encoding_wkb.parquet`)), await readTable(new Uint8Array(text).buffer, {})];
      expect([kind, binary.geometry]).toEqual([kind, words.geometry]);
    }
  });

  test('damage anywhere is a table or a named error', async () => {
    const whole = real('data-polygon-encoding_wkb.parquet');
    for (let at = 0; at < whole.length; at += 7) {
      const bytes = whole.slice();
      bytes[at] = 255 - (bytes[at] as number);
      const result: unknown = await read(bytes).catch((reason: unknown) => reason);
      if (!(result instanceof YztError)) expect(result).toHaveProperty('rowCount');
    }
    expect(await codeOf(whole.slice(0, -20))).toBe('bad-geoparquet');
  });
});
