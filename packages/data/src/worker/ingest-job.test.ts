import { expect, test } from 'vitest';
import { readInJob } from './ingest-job.js';
import type { EarlyRequest } from '../request/receive.js';
import type { RawTable } from '../readers/types.js';
import type { StreamBytes, ToWorker, WorkerJob, WorkerLine } from './types.js';

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

/** A line to a worker that runs only when it is told to. */
class SlowLine implements WorkerLine {
  ready = false;
  job?: WorkerJob;
  readonly sent: { readonly message: StreamBytes; readonly given: number }[] = [];

  open(job: WorkerJob): number {
    this.job = job;
    return 1;
  }
  post(message: ToWorker, transfer: Transferable[]): void {
    if (!('cancel' in message)) this.sent.push({ message, given: transfer.length });
  }
  cancel(): void {}
  again = (): Promise<RawTable> => Promise.reject(new Error('no worker was lost'));

  start(): void {
    this.ready = true;
    this.job?.onReady();
  }
}

/** A request whose answer comes in pieces when it is told to. */
function answerInPieces(): { readonly early: EarlyRequest; readonly push: (bytes: number) => Promise<void>; readonly end: () => Promise<void> } {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (one) => void (controller = one) });
  const response = new Response(body, { headers: { 'content-type': 'text/csv', 'content-length': '10000000' } });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    early: { response: Promise.resolve(response), stop: new AbortController() },
    push: (bytes) => (controller.enqueue(new Uint8Array(bytes).fill(49)), settled()),
    end: () => (controller.close(), settled()),
  };
}

const LARGE = 300_000;
const request = { url: 'http://x/data.csv', options: { format: 'csv' } } as const;
const lengths = ({ sent }: SlowLine): number[][] => sent.map(({ message }) => message.pieces.map(({ length }) => length));

test('a worker that is still starting gets a copy of the first batch; what comes meanwhile is given to it when it runs', async () => {
  const line = new SlowLine();
  const { early, push, end } = answerInPieces();
  const table = readInJob(request, early, {}, line);
  for (let i = 0; i < 3; i++) await push(LARGE + i);
  expect(lengths(line)).toEqual([[LARGE]]);
  line.start();
  expect(lengths(line)).toEqual([[LARGE], [LARGE + 1, LARGE + 2]]);
  await push(LARGE);
  await end();
  expect(line.sent.map(({ given, message }) => [given, message.start !== undefined, message.end === true])).toEqual([[0, true, false], [2, false, false], [1, false, false], [0, false, true]]);
  line.job?.onError('bad-csv', { zh: '', en: '' });
  await expect(table).rejects.toMatchObject({ code: 'bad-csv' });
});

test('the end of a source also waits until the worker runs', async () => {
  const line = new SlowLine();
  const { early, push, end } = answerInPieces();
  const table = readInJob(request, early, {}, line);
  await push(LARGE);
  await end();
  expect(line.sent.length).toBe(1);
  line.start();
  expect(line.sent.map(({ message }) => message.end === true)).toEqual([false, true]);
  line.job?.onError('bad-csv', { zh: '', en: '' });
  await expect(table).rejects.toMatchObject({ code: 'bad-csv' });
});

test('what waits for a worker that does not start is read on the page', async () => {
  const line = new SlowLine();
  const { early, push, end } = answerInPieces();
  const table = readInJob(request, early, {}, line);
  for (let i = 0; i < 3; i++) await push(LARGE);
  await end();
  line.job?.onLost();
  const { rowCount, columns } = await table;
  expect([rowCount, columns.map(({ name }) => name.length)]).toEqual([0, [3 * LARGE]]);
  expect(line.sent.length).toBe(1);
});
