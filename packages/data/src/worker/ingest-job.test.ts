import { expect, test } from 'vitest';
import { readInJob } from './ingest-job.js';
import type { WorkerLine } from './types.js';

/** A page on which no worker starts. */
const alone: WorkerLine = {
  ready: false,
  open: () => undefined,
  post: () => undefined,
  cancel: () => undefined,
  again: () => Promise.reject(new Error('no worker was lost')),
};
const bytes = new TextEncoder().encode('a,b\n1,2\n').buffer as ArrayBuffer;

test('a source is read on the page where there is no worker', async () => {
  const table = await readInJob({ bytes, options: { name: 'x.csv', format: 'csv' } }, undefined, {}, alone);
  expect([table.rowCount, table.columns.map(({ name }) => name)]).toEqual([1, ['a', 'b']]);
});

test('a job that is stopped while the code of the readers comes ends once, and leaves nothing that fails later', async () => {
  const stray: unknown[] = [];
  const note = (reason: unknown): void => void stray.push(reason);
  process.on('unhandledRejection', note);
  const stop = new AbortController();
  const job = readInJob({ bytes, options: { name: 'x.csv', format: 'csv' } }, undefined, { signal: stop.signal }, alone);
  stop.abort();
  await expect(job).rejects.toMatchObject({ name: 'AbortError' });
  await import('./read-here.js');
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.off('unhandledRejection', note);
  expect(stray).toEqual([]);
});
