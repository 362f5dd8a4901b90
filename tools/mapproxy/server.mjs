// @ts-check
// Starts Debian's MapProxy on loopback for tests and for trying things out: a WMTS, by parameters and by addresses, over a WMS.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const PROGRAM = '/usr/bin/mapproxy-util';

/** Whether MapProxy is installed. */
export function hasProgram() {
  return existsSync(PROGRAM);
}

/** Grids: Web Mercator, degrees of CGCS2000 from the level of two columns on, and a city grid of metres. */
const config = (/** @type {string} */ wms, /** @type {string} */ layer, /** @type {string} */ folder) => `
services:
  wmts: { kvp: true, restful: true }
layers:
  - { name: ${layer}, title: 示例点, tile_sources: [metres, degrees, city] }
caches:
  metres: { grids: [metres], sources: [points], format: image/png, meta_size: [4, 4], meta_buffer: 16 }
  degrees: { grids: [degrees], sources: [points], format: image/png, meta_size: [4, 4], meta_buffer: 16 }
  city: { grids: [city], sources: [points], format: image/png, meta_size: [4, 4], meta_buffer: 16 }
grids:
  metres: { base: GLOBAL_WEBMERCATOR, num_levels: 20, origin: nw }
  degrees: { srs: 'EPSG:4490', bbox: [-180, -90, 180, 90], min_res: 0.703125, num_levels: 18, origin: nw }
  city: { srs: 'EPSG:4549', bbox: [400000, 3850000, 700000, 4150000], min_res: 512, num_levels: 12, origin: nw }
sources:
  points:
    type: wms
    supported_srs: ['EPSG:3857', 'EPSG:4490', 'EPSG:4549']
    req: { url: '${wms}', layers: ${layer}, transparent: true }
globals:
  cache: { base_dir: '${join(folder, 'cache')}', lock_dir: '${join(folder, 'locks')}' }
`;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts it.
 * @param {{ folder: string, wms: string, layer: string }} options Folder for everything that is written; address of the WMS; its layer.
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startMapProxy({ folder, wms, layer }) {
  if (!hasProgram()) throw new Error('没有安装 MapProxy / MapProxy is not installed (Debian: apt-get install mapproxy)');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'mapproxy.yaml');
  writeFileSync(file, config(wms, layer, folder));
  const port = await freePort();
  const child = spawn(PROGRAM, ['serve-develop', '-b', `127.0.0.1:${port}`, file], { cwd: folder, stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://127.0.0.1:${port}/`;
  const stop = async () => {
    // The program starts another of itself.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${url}service?REQUEST=GetCapabilities&SERVICE=WMTS`);
      return { url, stop };
    } catch (reason) {
      if (tries < 300) await new Promise((resolve) => setTimeout(resolve, 200));
      else {
        await stop();
        throw reason;
      }
    }
  }
}
