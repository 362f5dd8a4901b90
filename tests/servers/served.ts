/** A ClickHouse that holds the seeded rows of one test file, and a dataset that asks it. */
import { afterAll, beforeAll } from 'vitest';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';
import { asJson, SCHEMA, TABLE, type Row } from './rows.js';

/** Starts a server with the rows in `demo.rows`. */
export async function serverWith(rows: readonly Row[]): Promise<Server> {
  const server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run(TABLE);
  await server.run(`INSERT INTO demo.rows FORMAT JSONEachRow\n${asJson(rows)}`);
  return server;
}

/** A dataset over the rows of a server, loaded. */
export async function datasetOf(server: Server): Promise<RemoteDataset> {
  const remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.rows', idField: 'id', headers: VIEWER }));
  remote.schema = SCHEMA;
  await remote.load();
  return remote;
}

/** What a test file asks. */
export interface Served {
  readonly server: Server;
  readonly remote: RemoteDataset;
}

/** Serves rows as long as the tests of a file run. @param started Called before the first test. @returns Whether there is a ClickHouse; without one nothing is started. */
export function serving(rows: readonly Row[], started: (served: Served) => void): boolean {
  const here = hasClickHouse();
  let server: Server | undefined;
  beforeAll(async () => {
    if (!here) return;
    server = await serverWith(rows);
    started({ server, remote: await datasetOf(server) });
  });
  afterAll(() => server?.stop());
  return here;
}
