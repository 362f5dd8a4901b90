// @ts-check
// Starts a ClickHouse on loopback with two small files of settings, for tests, measurements and trying things out. Everything it writes lies in
// one folder. The users: `default` loads data, `viewer` only reads and may set limits for itself, `strict` only reads and may set nothing.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian, and where ClickHouse's own packages, put the server. */
const PROGRAMS = [['clickhouse-server'], ['/usr/sbin/clickhouse-server'], ['clickhouse', 'server']];

/** The server's command; undefined where it is not installed. @returns {string[] | undefined} */
export function serverCommand() {
  return PROGRAMS.find(([program = '', ...more]) => spawnSync(program, [...more, '--version'], { stdio: 'ignore', timeout: 10_000 }).error === undefined);
}

/** Bytes of columns kept unpacked. They are read again and again, by all views of all pages; unpacking takes as long as counting. */
const CACHE = 4_000_000_000;

/** The root element has another name in versions before 20. The old one is understood by all of them. */
const config = (/** @type {string} */ folder, /** @type {{ http: number, tcp: number }} */ { http, tcp }) => `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size><uncompressed_cache_size>${CACHE}</uncompressed_cache_size>
</yandex>
`;

/** Users who read have their answers let into pages of other origins, and have a limit of time. Later versions also know
 * `cancel_http_readonly_queries_on_client_close`; Debian's 18.16 does not, and stops at settings it does not know. */
const reader = (/** @type {1 | 2} */ readonly) => `<readonly>${readonly}</readonly><use_uncompressed_cache>1</use_uncompressed_cache><merge_tree_max_rows_to_use_cache>1000000000</merge_tree_max_rows_to_use_cache><add_http_cors_header>1</add_http_cors_header><max_execution_time>20</max_execution_time>`;

const user = (/** @type {string} */ name, /** @type {string} */ profile, /** @type {string} */ password) => `
    <${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`;

const users = `<?xml version="1.0"?>
<yandex>
  <profiles><default></default>
    <viewer>${reader(2)}</viewer>
    <strict>${reader(1)}</strict>
  </profiles>
  <users>${user('default', 'default', '')}${user('viewer', 'viewer', 'look')}${user('strict', 'strict', 'look')}
  </users>
  <quotas><default></default></quotas>
</yandex>
`;

/** Whether the server answers. @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/**
 * Starts the server and waits until it answers.
 * @param {{ folder: string, port: number }} options Folder for everything it writes; port of HTTP, and the next one for its own protocol.
 * @returns {Promise<{ url: string, run(sql: string, settings?: Record<string, string>): Promise<string>, stop(): Promise<void> }>}
 */
export async function startServer({ folder, port }) {
  const command = serverCommand();
  if (!command) throw new Error('没有安装 ClickHouse / ClickHouse is not installed (Debian: apt-get install clickhouse-server)');
  for (const part of ['data', 'tmp']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'config.xml'), config(folder, { http: port, tcp: port + 1 }));
  writeFileSync(join(folder, 'users.xml'), users);
  const [program = '', ...more] = command;
  const child = spawn(program, [...more, `--config-file=${join(folder, 'config.xml')}`], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const url = `http://127.0.0.1:${port}/`;
  const end = Date.now() + 60_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`ClickHouse 没有启动，见 ${folder}/error.log / ClickHouse did not start, see ${folder}/error.log`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    /** Runs a statement as the user who may write. */
    async run(sql, settings = {}) {
      const response = await fetch(`${url}?${new URLSearchParams(settings)}`, { method: 'POST', body: sql });
      const text = await response.text();
      if (!response.ok) throw new Error(`${text.slice(0, 300)}\n${sql.slice(0, 300)}`);
      return text;
    },
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
}
