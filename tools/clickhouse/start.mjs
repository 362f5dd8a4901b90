// @ts-check
// `node tools/clickhouse/start.mjs [rows]`: a ClickHouse on loopback with a table of 示例数据, until it is stopped with Ctrl+C. One million rows
// unless said otherwise; what was made is kept in `.cache/clickhouse` and not made again.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attributes, createSql, insertSql } from './events.mjs';
import { startServer } from './server.mjs';

const PORT = 8123;
const TABLE = 'demo.events';
const rows = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 1) {
  console.error('用法 / usage: node tools/clickhouse/start.mjs [行数 / rows]');
  process.exit(2);
}

const folder = fileURLToPath(new URL('../../.cache/clickhouse', import.meta.url));
mkdirSync(folder, { recursive: true });
const server = await startServer({ folder, port: PORT }).catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exit(1);
});
await server.run('CREATE DATABASE IF NOT EXISTS demo');
const there = (await server.run(`EXISTS TABLE ${TABLE}`)).trim() === '1' ? Number(await server.run(`SELECT count() FROM ${TABLE}`)) : 0;
if (there !== rows) {
  console.log(`正在生成 ${rows} 行 / making ${rows} rows …`);
  await server.run(`DROP TABLE IF EXISTS ${TABLE}`);
  await server.run(createSql(TABLE));
  await server.run(insertSql(TABLE, rows), { max_insert_block_size: '1048576' });
}
console.log(`${server.url} · ${TABLE} · ${rows} 行 / rows\n<yzt-remote-dataset id="events" src="${server.url}" ${attributes(TABLE)}></yzt-remote-dataset>`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.stop().then(() => process.exit(0)));
