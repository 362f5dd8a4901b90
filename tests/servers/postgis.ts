/** A PostGIS for one test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs, startPostgis } from '../../tools/postgis/server.mjs';
import { install } from './install.js';

export type Postgis = ReturnType<typeof startPostgis>;

/** True where there is a PostGIS, or one could be installed; else one line says why there is none. */
export function hasPostgis(): boolean {
  if (programs() || (install('postgresql-15-postgis-3') && programs())) return true;
  console.log('skipped: 没有 PostGIS，也不能用 apt 安装 / no PostGIS, and none can be installed by apt (Debian: postgresql-15-postgis-3)');
  return false;
}

/** Starts one in a folder of its own, which goes with it. */
export function postgisServer(): Postgis {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-postgis-'));
  const server = startPostgis({ folder });
  let stopped = false;
  return {
    ...server,
    stop: () => {
      if (stopped) return;
      stopped = true;
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
