// Serves the built pages and the data on the loopback, never cached. `compress` sends brotli as a production server would.
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
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

/** Compressed files by their path, and by what is in them: the pages share their data. */
const compressed = new Map();
const byContent = new Map();

/** A file as a production server would send it. */
function brotli(path) {
  if (!compressed.has(path)) {
    const body = readFileSync(path);
    const key = createHash('sha256').update(body).digest('hex');
    if (!byContent.has(key)) byContent.set(key, brotliCompressSync(body));
    compressed.set(path, byContent.get(key));
  }
  return compressed.get(path);
}

/** Compresses all files of a folder now, so that the measured runs wait for the network only. */
export function prepare(folder) {
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, String(file));
    if (statSync(path).isFile()) brotli(path);
  }
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
