// @ts-check
// Answers a request with a file, or with the part of it that `Range` asks for: layers read large files in parts.
import { createReadStream } from 'node:fs';

/**
 * First and last byte of a `Range` header with one part; undefined where the whole file is meant, null where there are no such bytes.
 * @param {string | undefined} header @param {number} size @returns {readonly [first: number, last: number] | null | undefined}
 */
export function byteRange(header, size) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  return first <= last && first < size ? [first, last] : null;
}

/**
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {{ path: string, size: number }} file @param {Record<string, string>} [headers]
 */
export function sendFile(request, response, { path, size }, headers = {}) {
  const range = byteRange(request.headers.range, size);
  if (range === null) {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const [first, last] = range ?? [0, size - 1];
  const part = range ? { 'Content-Range': `bytes ${first}-${last}/${size}` } : {};
  response.writeHead(range ? 206 : 200, { ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': last - first + 1, ...part });
  // A file of no bytes has no last one.
  if (request.method === 'HEAD' || size === 0) response.end();
  else createReadStream(path, { start: first, end: last }).pipe(response);
}
