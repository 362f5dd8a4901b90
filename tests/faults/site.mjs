// The single-file bundle and the tile server on a bad day, under a policy the page names. What a test of elements cannot do: be offline, and
// have a policy of its own.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultMiddleware } from '../../tools/test-server.mjs';
import { ROOT } from '../../tools/manifest/manifest.mjs';

const DIST = join(ROOT, 'packages/yizhangtu/dist');
const HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>一张图</title><script src="/yizhangtu.js" defer></script></head>';

/** The middleware of the test runner, on a plain server. */
async function fault(request, response) {
  const url = new URL(request.url, 'http://x');
  const headers = {};
  const context = { path: url.pathname, query: Object.fromEntries(url.searchParams), status: 200, type: '', body: '', req: request, res: response, respond: true, set: (name, value) => (headers[name] = value) };
  await faultMiddleware(context, () => Promise.resolve());
  if (context.respond) response.writeHead(context.status, { ...headers, ...(context.type && { 'content-type': context.type }) }).end(context.body);
}

/** `/page?csp=…` is an empty page with the library. */
export async function serve() {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    if (url.pathname.startsWith('/fault/')) return void fault(request, response);
    if (url.pathname === '/page') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': url.searchParams.get('csp') ?? '' }).end(`${HEAD}<body></body></html>`);
      return;
    }
    try {
      const file = readFileSync(join(DIST, url.pathname));
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file);
    } catch {
      response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  return {
    url: `http://localhost:${port}`,
    /** The same server as another origin. */
    other: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
