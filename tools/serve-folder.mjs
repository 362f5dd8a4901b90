// @ts-check
// A plain static server for built pages, with the strict content policy by default. Used by tests, pictures and `npm start -- --built`.
import { statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { STRICT_CSP } from './build/options.mjs';
import { sendFile } from './send-file.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file a request means, or undefined when there is none inside the folder. */
function fileOf(/** @type {string} */ folder, /** @type {string} */ url) {
  let path;
  try {
    path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://x').pathname)));
  } catch {
    return undefined;
  }
  if (path !== folder && !path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  for (const candidate of [path, join(path, 'index.html')]) {
    const stat = statSync(candidate, { throwIfNoEntry: false });
    if (stat?.isFile()) return { path: candidate, size: stat.size };
  }
  return undefined;
}

/**
 * Serves a folder on 127.0.0.1. Port 0 takes a free one.
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string>, csp?: string | null }} [options] `csp: null` sends none.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export function serveFolder(folder, { port = 0, headers = {}, csp = STRICT_CSP } = {}) {
  const root = normalize(folder);
  const server = createServer((request, response) => {
    const file = fileOf(root, request.url ?? '/');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (csp) response.setHeader('Content-Security-Policy', csp);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`404 ${request.url}`);
      return;
    }
    sendFile(request, response, file, { 'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      const close = () =>
        new Promise((/** @type {(value?: undefined) => void} */ done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${address.port}/`, port: address.port, close });
    });
  });
}
