/** A page with a map in a real Chromium, beside which map servers are reached as in an office: behind a gateway, under the page's own host. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as passOn, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright';
import { CHROMIUM_ARGS, resolveBrowser } from '../../tools/browser.mjs';

const ENTRY = "import '@yizhangtu/map/map'; import '@yizhangtu/map/wms-layer'; import '@yizhangtu/map/wmts-layer'; import '@yizhangtu/map/vector-tile-layer'; import '@yizhangtu/map/pmtiles-layer'; import '@yizhangtu/map/live-layer';";
const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="/code/stdin.js"></script><body></body>';

export interface PicturePage {
  readonly page: Page;
  /** Hosts that the page asked for anything. */
  readonly hosts: Set<string>;
  /** Lines of the console and what was thrown. */
  readonly said: string[];
  stop(): Promise<void>;
}

/** What a page is made of, where it is another than that of pictures. */
export interface PageMade {
  /** Code of the page. */
  readonly entry?: string;
  /** Tag that is there once the code is. */
  readonly last?: string;
  /** Headers that the gateway adds on the way to a server. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers by path that the page's own host gives. */
  readonly files?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
}

async function bundle(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-pictures-'));
  await build({
    stdin: { contents: entry, resolveDir: join(import.meta.dirname, '..', '..') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions: ['yizhangtu-source', 'browser', 'import'],
    tsconfig: join(import.meta.dirname, '..', '..', 'tsconfig.base.json'),
    target: 'es2022',
    logLevel: 'error',
  });
  return folder;
}

/** @param behind Servers by the path under which the page reaches them: `{ '/wms/': 'http://127.0.0.1:…/' }`. */
function gateway(folder: string, behind: Readonly<Record<string, string>>, { headers = {}, files = {} }: PageMade): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const url = request.url ?? '/';
    const path = Object.keys(behind).find((one) => url.startsWith(one));
    if (path !== undefined) {
      const { range } = request.headers;
      const { method = 'GET' } = request;
      const upstream = passOn(`${behind[path] ?? ''}${url.slice(path.length)}`, { method, headers: { ...headers, ...(range !== undefined && { range }) } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, { 'content-type': 'text/plain', ...answer.headers });
        answer.pipe(response);
      });
      upstream.on('error', () => response.writeHead(502).end());
      request.pipe(upstream);
    } else if (url.startsWith('/code/')) {
      const file = join(folder, url.slice(6));
      if (existsSync(file)) response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
      else response.writeHead(404).end();
    }
    else if (files[url] !== undefined) response.writeHead(200, { 'content-type': 'application/json' }).end(files[url]);
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML);
  };
}

/** Opens the page. */
export async function openPage(behind: Readonly<Record<string, string>>, made: PageMade = {}): Promise<PicturePage> {
  const { entry = ENTRY, last = 'yzt-live-layer', size = { width: 300, height: 300 } } = made;
  const folder = await bundle(entry);
  const server = createServer(gateway(folder, behind, made));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const browser: Browser = await chromium.launch({ executablePath: await resolveBrowser(), args: [...CHROMIUM_ARGS] });
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  const hosts = new Set<string>();
  const said: string[] = [];
  page.on('request', (request) => /^https?:/.test(request.url()) && hosts.add(new URL(request.url()).host));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !message.text().includes('dev mode') && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction((tag) => customElements.get(tag) !== undefined, last);
  return {
    page,
    hosts,
    said,
    stop: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Pixels from the middle of the map to the middle of the red dot that is drawn there: right and down. Undefined where none is drawn. */
export type Offset = readonly [x: number, y: number] | undefined;

/** Puts a map on the page with one layer, and sees where dots are drawn when the map is centred on each place. */
export async function offsetsOf(page: Page, { layer, projection, places }: { layer: string; projection: string; places: readonly (readonly [number, number])[] }): Promise<Offset[]> {
  await page.evaluate(
    async ([markup, crs, center]) => {
      document.body.innerHTML = `<yzt-map projection="${crs}" center="${center}" zoom="18" style="display:block;width:240px;height:240px">${markup}</yzt-map>`;
      const map = document.querySelector('yzt-map') as HTMLElement & { isReady: boolean };
      while (!map.isReady) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    [layer, projection, (places[0] ?? []).join(' ')] as const,
  );
  const offsets: Offset[] = [];
  for (const place of places) {
    await page.evaluate(goTo, place);
    let found: Offset;
    // A mark may lie on the edge of two tiles, of which one is there first.
    for (let tries = 0, same = 0; same < 2 && tries < 120; tries++) {
      await page.waitForTimeout(40);
      const now = await page.evaluate(redMiddle);
      same = now && found && Math.hypot(now[0] - found[0], now[1] - found[1]) < 0.01 ? same + 1 : 0;
      found = now;
    }
    offsets.push(found);
  }
  return offsets;
}

/** Runs in the page: moves the map and waits until everything is drawn there. */
function goTo(center: readonly [number, number]): Promise<unknown> {
  const map = document.querySelector('yzt-map') as unknown as { center: readonly [number, number]; olMap: { once(type: string, done: () => void): void } };
  const drawn = new Promise<void>((resolve) => map.olMap.once('rendercomplete', resolve));
  map.center = center;
  return Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 15_000))]);
}

/** Runs in the page. */
function redMiddle(): [number, number] | undefined {
  const root = document.querySelector('yzt-map')?.shadowRoot;
  let [x, y, sum] = [0, 0, 0];
  for (const canvas of root?.querySelectorAll('canvas') ?? []) {
    const { width, height } = canvas;
    const data = width > 0 ? canvas.getContext('2d')?.getImageData(0, 0, width, height).data : undefined;
    for (let at = 0; data && at < data.length; at += 4) {
      const red = (data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 80 ? (data[at + 3] ?? 0) : 0;
      if (red < 60) continue;
      const pixel = at / 4;
      x += red * ((pixel % width) + 0.5 - width / 2);
      y += red * (Math.floor(pixel / width) + 0.5 - height / 2);
      sum += red;
    }
  }
  return sum > 4000 ? [x / sum, y / sum] : undefined;
}
