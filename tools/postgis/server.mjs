// @ts-check
// Starts a PostgreSQL with PostGIS for tests and for trying things out: a cluster of its own in one folder, which no network reaches (a Unix socket in
// that folder), with a database `gis`. Debian's packages: postgresql-15-postgis-3.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';
const EXTENSIONS = '/usr/share/postgresql';

/** Folder of the programs of the newest version that has PostGIS; undefined where there is none. @returns {string | undefined} */
export function programs() {
  const versions = existsSync(ROOT) ? readdirSync(ROOT).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.find((version) => existsSync(join(ROOT, version, 'bin', 'initdb')) && existsSync(join(EXTENSIONS, version, 'extension', 'postgis.control')));
  return found && join(ROOT, found, 'bin');
}

/** Who runs it: PostgreSQL refuses to run as root. @returns {{ uid?: number, gid?: number }} */
function runner() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * Starts it.
 * @param {{ folder: string }} options A folder that is there, for everything that is written.
 * @returns {{ connection: string, run(sql: string): string, stop(): void }} How programs connect to it (libpq), and statements, whose rows come back as lines.
 */
export function startPostgis({ folder }) {
  const bin = programs();
  if (!bin) throw new Error('没有安装 PostGIS / PostGIS is not installed (Debian: apt-get install postgresql-15-postgis-3)');
  const as = runner();
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  if (as.uid !== undefined && as.gid !== undefined) for (const one of [folder, data]) chownSync(one, as.uid, as.gid);
  const run = (/** @type {string} */ program, /** @type {string[]} */ args, input = '') => {
    // What stays running must not hold a pipe of ours open.
    const quiet = program === 'pg_ctl';
    const { status, stdout, stderr, error } = spawnSync(join(bin, program), args, { ...as, cwd: folder, encoding: 'utf8', input, ...(quiet && { stdio: 'ignore' }), env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(`${program}: ${error?.message ?? (stderr || status)}`);
    return stdout ?? '';
  };
  const psql = (/** @type {string} */ database, /** @type {string} */ sql) => run('psql', ['-h', folder, '-U', 'postgres', '-d', database, '-v', 'ON_ERROR_STOP=1', '-qAt'], sql).trim();
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses='' -c fsync=off`, '-w', 'start']);
  psql('postgres', 'CREATE DATABASE gis');
  psql('gis', 'CREATE EXTENSION postgis');
  return {
    connection: `host=${folder} user=postgres dbname=gis`,
    run: (sql) => psql('gis', sql),
    stop: () => void run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']),
  };
}
