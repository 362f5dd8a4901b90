// Serves the built pages and the data on the loopback, never cached. `compress` sends brotli as a production server would.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CACHE } from './places.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const compressed = new Map();

/** A file as a production server would send it; compressed once, so that the measured runs wait for the network only. */
function brotli(path) {
  if (!compressed.has(path)) compressed.set(path, brotliCompressSync(readFileSync(path)));
  return compressed.get(path);
}

function answer(request, response, compress) {
  const path = join(CACHE, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
  const length = statSync(path).size;
  const headers = { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' };
  if (compress) {
    const body = brotli(path);
    response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': body.length }).end(body);
  } else {
    response.writeHead(200, { ...headers, 'content-length': length });
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(response);
  }
}

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function serve({ compress = false } = {}) {
  const server = createServer((request, response) => {
    try {
      answer(request, response, compress);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
