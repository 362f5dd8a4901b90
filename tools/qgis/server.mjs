// @ts-check
// Starts Debian's QGIS Server on loopback: WFS with transactions over tables of a PostGIS. Large (some 700 MB), so it is used where it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { canStay, startFastCgi } from '../cgi/fast-cgi.mjs';
import { handOn } from '../cgi/hand-on.mjs';

const PROGRAM = '/usr/lib/cgi-bin/qgis_mapserv.fcgi';
const PYTHON = '/usr/bin/python3';

/** Whether QGIS Server and its Python are installed (Debian: qgis-server python3-qgis). */
export function hasProgram() {
  return canStay() && existsSync(PROGRAM) && existsSync('/usr/lib/python3/dist-packages/qgis/core');
}

/**
 * Starts it.
 * @param {{ folder: string, connection: string, layers: readonly { table: string, code: number }[] }} options Folder for everything that is written; how the database is
 * reached (libpq); tables of points with a key `id` and a geometry `geom`.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startQgisServer({ folder, connection, layers }) {
  const project = join(folder, 'project.qgs');
  const env = { PATH: process.env.PATH ?? '', HOME: folder, XDG_RUNTIME_DIR: folder, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8', QGIS_PROJECT_FILE: project, QGIS_SERVER_LOG_STDERR: '0', QGIS_OPTIONS_PATH: folder };
  const made = spawnSync(PYTHON, [join(import.meta.dirname, 'project.py'), connection, project, ...layers.flatMap(({ table, code }) => [table, String(code)])], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`QGIS: ${made.stderr}`);
  const stays = await startFastCgi({ path: join(folder, 'qgis.socket'), program: PROGRAM, env, folder, count: 1 });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    void buffer(request).then(async (body) => {
      const asking = stays.ask({ ...env, REQUEST_METHOD: request.method ?? 'GET', QUERY_STRING: url.search.slice(1), CONTENT_TYPE: request.headers['content-type'] ?? '', CONTENT_LENGTH: String(body.length), SCRIPT_NAME: '/ows', SERVER_NAME: '127.0.0.1', SERVER_PORT: request.headers.host?.split(':')[1] ?? '', HTTP_HOST: request.headers.host ?? '', REQUEST_URI: request.url ?? '', SERVER_PROTOCOL: 'HTTP/1.1' }, body);
      response.on('close', asking.stop);
      handOn(await asking.answer.catch(() => Buffer.alloc(0)), response);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/ows`,
    stop: () =>
      new Promise((resolve) => {
        stays.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
