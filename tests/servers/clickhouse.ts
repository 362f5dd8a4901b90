/** A ClickHouse for one test file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverCommand, startServer } from '../../tools/clickhouse/server.mjs';

export type Server = Awaited<ReturnType<typeof startServer>>;

/** Debian's package, where it may be installed. */
function install(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=60'];
  const apt = (...args: string[]): boolean => spawnSync('apt-get', [...options, ...args], { env, stdio: 'ignore', timeout: 90_000 }).status === 0;
  const wanted = ['install', '-y', '--no-install-recommends', 'clickhouse-server'];
  return apt(...wanted) || (apt('update') && apt(...wanted));
}

/** True where there is a ClickHouse, or one could be installed; else one line says why there is none. */
export function hasClickHouse(): boolean {
  if (serverCommand() || (install() && serverCommand())) return true;
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
