// Where the benchmarks keep what they make.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(BENCH, '..');
/** Built pages, data, pictures: never committed. */
export const CACHE = join(ROOT, '.cache', 'bench');
