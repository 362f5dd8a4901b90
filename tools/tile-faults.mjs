// @ts-check
// A tile server on a bad day, for tests. `/fault/tile/<run>/<z>/<x>/<y>` answers as `/fault/mode/<run>?is=<mode>` said last; `/fault/tally/<run>`
// tells what was asked for, and how much of it (`late`) after a first refusal. Each test has a run of its own. `?cors=` says what a page of another origin may read.
import { crc32, deflateSync, gzipSync } from 'node:zlib';

/** @typedef {import('./test-server.mjs').Context} Context */
/** @typedef {{ mode: string, total: number, refused: boolean, late: number, paths: Map<string, number> }} Run */

/** A chunk of a PNG. */
function chunk(/** @type {string} */ name, /** @type {Buffer} */ data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A red tile of 256 × 256 pixels, stored as it is so that half of it is half of the picture. */
function redTile() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(256, 0);
  header.writeUInt32BE(256, 4);
  header.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * 256, Buffer.from([200, 30, 30]))]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: 256 }, () => row)), { level: 0 });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** A red picture. */
export const PNG = redTile();
const EXCEPTION = '<?xml version="1.0" encoding="GBK"?><ServiceExceptionReport><ServiceException code="LayerNotDefined">';
/** 没有这个图层 in GBK. */
const NO_LAYER = Buffer.from('c3bbd3d0d5e2b8f6cdbcb2e3', 'hex');

/** @type {Map<string, Run>} */
const runs = new Map();

function runOf(/** @type {string} */ name) {
  const run = runs.get(name) ?? { mode: 'good', total: 0, refused: false, late: 0, paths: new Map() };
  runs.set(name, run);
  return run;
}

function say(/** @type {Context} */ context, /** @type {string} */ type, /** @type {unknown} */ body, status = 200) {
  context.status = status;
  context.type = type;
  context.body = body;
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Headers, then nothing, or a byte now and then, until the asker hangs up. */
async function slowly(/** @type {Context} */ context, /** @type {boolean} */ drips) {
  context.respond = false;
  let open = true;
  context.req.once('close', () => (open = false));
  context.res.writeHead(200, { 'content-type': 'image/png' });
  context.res.write(PNG.subarray(0, 8));
  for (let i = 0; i < 600 && open; i++) {
    await pause(100);
    if (drips) context.res.write(PNG.subarray(8 + (i % 8), 9 + (i % 8)));
  }
  context.res.end();
}

/** @type {Record<string, (context: Context) => unknown>} */
const bodies = {
  good: (context) => say(context, 'image/png', PNG),
  nothing: (context) => say(context, 'image/png', '', 204),
  html: (context) => say(context, 'text/html', '<!DOCTYPE html><title>维护中</title><p>稍后再来</p>'),
  login: (context) => say(context, 'text/html', '<!DOCTYPE html><title>统一身份认证</title><input type="password">'),
  away: (context) => {
    context.set('location', '/fault/tile/login/0/0/0');
    say(context, 'text/plain', '', 302);
  },
  exception: (context) => say(context, 'application/vnd.ogc.se_xml', Buffer.concat([Buffer.from(EXCEPTION), NO_LAYER, Buffer.from('</ServiceException></ServiceExceptionReport>')])),
  'exception-as-png': (context) => say(context, 'image/png', '<ServiceExceptionReport><ServiceException>no such style</ServiceException></ServiceExceptionReport>'),
  arcgis: (context) => say(context, 'application/json', '{"error":{"code":499,"message":"Token Required"}}'),
  truncated: (context) => say(context, 'image/png', PNG.subarray(0, PNG.length / 2)),
  text: (context) => say(context, 'image/png', 'no tile today'),
  bytes: (context) => say(context, 'image/png', Buffer.from([0, 1, 2, 3, 4, 5])),
  empty: (context) => say(context, 'image/png', ''),
  gzip: (context) => say(context, 'image/png', gzipSync(PNG)),
  hang: (context) => slowly(context, false),
  drip: (context) => slowly(context, true),
  reset: (context) => {
    context.respond = false;
    context.req.socket.destroy();
  },
};

/** 30 % of all tiles, always the same ones. */
function isHole(/** @type {string} */ path) {
  const [x = 0, y = 0] = path.split('/').slice(-2).map((part) => Number.parseInt(part, 10));
  return (7 * x + 3 * y) % 10 < 3;
}

/** Answers a tile. Modes beside the bodies: `holes`, a status, `<status>-once`, `<status>-twice`. @param {number} times How often the path was asked for, with this one. */
function answer(/** @type {Context} */ context, /** @type {string} */ mode, /** @type {string} */ rest, times) {
  if (mode === 'holes') return isHole(rest) ? say(context, 'text/plain', 'no', 404) : bodies['good']?.(context);
  const [, status, until] = /^(\d{3})(?:-(once|twice))?$/.exec(mode) ?? [];
  if (status === undefined) return (bodies[mode] ?? bodies['good'])?.(context);
  if (until !== undefined && times > (until === 'once' ? 1 : 2)) return bodies['good']?.(context);
  context.set('retry-after', '1');
  return say(context, 'text/plain', 'no', Number(status));
}

/** What a page of another origin may read. `cached`: only who says where it comes from, and the browser may keep what others got. */
function allow(/** @type {Context} */ context) {
  const { cors } = context.query;
  if (cors === 'cached') context.set('cache-control', 'max-age=600');
  if (cors === 'cached' && context.req.headers.origin) context.set('access-control-allow-origin', context.req.headers.origin);
  if (cors === 'wrong') context.set('access-control-allow-origin', 'http://elsewhere.example');
  if (cors === 'all' || (cors === 'good' && context.status === 200)) context.set('access-control-allow-origin', '*');
}

/** @type {Record<string, (context: Context, rest: string) => unknown>} */
export const tileFaults = {
  tile: async (context, rest) => {
    const run = runOf(rest.split('/')[0] ?? '');
    const times = (run.paths.get(rest) ?? 0) + 1;
    run.paths.set(rest, times);
    run.total++;
    if (run.refused) run.late++;
    // Known to the asker once the answer has left.
    context.res.once('finish', () => (run.refused ||= [401, 403, 418, 429].includes(context.res.statusCode)));
    await answer(context, rest.startsWith('login/') ? 'login' : run.mode, rest, times);
    allow(context);
  },
  mode: (context, rest) => {
    Object.assign(runOf(rest), { mode: String(context.query['is']), refused: false, late: 0 });
    context.body = '';
  },
  tally: (context, rest) => {
    const { total, late, paths } = runOf(rest);
    context.type = 'application/json';
    context.body = JSON.stringify({ total, late, most: Math.max(0, ...paths.values()), tiles: paths.size });
  },
};
