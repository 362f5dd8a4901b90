/** A ClickHouse for one test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverCommand, startServer } from '../../tools/clickhouse/server.mjs';
import { install } from './install.js';

export type Server = Awaited<ReturnType<typeof startServer>>;

/** True where there is a ClickHouse, or one could be installed; else one line says why there is none. */
export function hasClickHouse(): boolean {
  if (serverCommand() || (install('clickhouse-server') && serverCommand())) return true;
  console.log('skipped: 没有 ClickHouse，也不能用 apt 安装 / no ClickHouse, and none can be installed by apt (Debian: clickhouse-server)');
  return false;
}

/** A free port and the next one, as far as anybody can know. */
function freePort(): number {
  return 20_000 + 2 * Math.floor(Math.random() * 10_000);
}

/** Starts a server in a folder of its own, which goes with it. */
export async function startClickHouse(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-clickhouse-'));
  const server = await startServer({ folder, port: freePort() });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Who may only read. */
export const VIEWER = { 'X-ClickHouse-User': 'viewer', 'X-ClickHouse-Key': 'look' };
export const STRICT = { 'X-ClickHouse-User': 'strict', 'X-ClickHouse-Key': 'look' };
