// @ts-check
// Real data that the repository may not hold, for browser tests: `/shared-data/perf/file.csv` is ../shared/data/perf/file.csv, unpacked where
// it is kept as `.gz`. Used as middleware of the test runner.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './build/options.mjs';

const SHARED = join(ROOT, '..', 'shared', 'data');

/** @typedef {{ path: string, status: number, type: string, body: unknown }} Context */

/** Koa middleware: everything under `/shared-data/`. The folder itself says `true` where there is one. */
export async function sharedDataMiddleware(/** @type {Context} */ context, /** @type {() => Promise<void>} */ next) {
  const [, name] = /^\/shared-data\/((?:[\w-]+\/)*[\w.-]*)$/.exec(context.path) ?? [];
  if (name === undefined) return next();
  if (name === '') {
    context.type = 'application/json';
    context.body = String(existsSync(SHARED));
    return undefined;
  }
  const file = join(SHARED, name);
  context.type = name.endsWith('.csv') ? 'text/csv' : name.endsWith('json') ? 'application/json' : 'application/octet-stream';
  if (existsSync(file)) context.body = readFileSync(file);
  else if (existsSync(`${file}.gz`)) context.body = gunzipSync(readFileSync(`${file}.gz`));
  else context.status = 404;
  return undefined;
}
