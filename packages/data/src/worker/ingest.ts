/** Fetch and read: the one job of the worker, and of the main thread where there is no worker. */
import { YztError } from '@yizhangtu/base/errors';
import { drive } from '../readers/drive.js';
import { readingOf } from '../readers/read-table.js';
import type { RawTable } from '../readers/types.js';
import { fetchBytes, shownUrl, type FetchedBytes } from './fetch-bytes.js';
import type { IngestControl, IngestRequest } from './types.js';

/** Seconds a source has when nobody says. */
const TIME_LIMIT = 30;
/** The transfer is this part of the whole, reading the rest. */
const TRANSFER = 0.6;

/** The table of a source. @throws YztError for everything that can go wrong with it; DOMException `AbortError` when stopped. */
export async function ingestHere(request: IngestRequest, control: IngestControl = {}): Promise<RawTable> {
  const { signal, onProgress } = control;
  const { bytes, contentType } = await bytesOf(request, control);
  const name = request.options.name ?? (request.url === undefined ? undefined : shownUrl(request.url));
  const from = request.url === undefined ? 0 : TRANSFER;
  const options = { ...request.options, ...(name !== undefined && { name }), ...(contentType !== '' && { contentType }) };
  return drive(readingOf({ bytes }, options), { signal, onProgress: (part) => onProgress?.(from + (1 - from) * part) });
}

async function bytesOf(request: IngestRequest, { signal, onProgress }: IngestControl): Promise<FetchedBytes> {
  if (request.bytes) return { bytes: request.bytes, contentType: '' };
  if (request.url === undefined) throw new YztError('bad-argument', { zh: '没有地址,也没有数据。', en: 'There is neither an address nor data.' });
  return fetchBytes(request.url, {
    signal,
    timeLimit: request.timeLimit ?? TIME_LIMIT,
    fresh: request.fresh,
    onProgress: (part) => onProgress?.(part === undefined ? undefined : TRANSFER * part),
  });
}
