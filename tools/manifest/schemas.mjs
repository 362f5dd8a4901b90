// The shapes of packs as JSON Schema, `packages/<pack>/schemas/<shape>.schema.json`, made from what the pack registers, so that neither can say
// something else. Reads the built packages (`pnpm types`).
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './manifest.mjs';

const built = (path) => import(pathToFileURL(join(ROOT, 'packages', path)).href);

/** File → text, of every pack that has shapes: those it exports from its `data` as `…_SCHEMAS`. */
export async function expectedSchemas() {
  const { jsonSchemaOf } = await built('data/dist/json-schema/index.js');
  const { registerScheme } = await built('standards/dist/scheme.js');
  const { ALL_SCHEMES } = await built('standards/dist/all.js');
  for (const scheme of ALL_SCHEMES) registerScheme(scheme);
  const texts = new Map();
  for (const entry of globSync('packages/*/src/data/index.ts', { cwd: ROOT }).sort()) {
    const pack = entry.split(/[\\/]/)[1];
    const lists = Object.entries(await built(`${pack}/dist/data/index.js`)).filter(([name]) => name.endsWith('_SCHEMAS'));
    for (const schema of lists.flatMap(([, list]) => list)) {
      const file = join(ROOT, 'packages', pack, 'schemas', `${schema.id.split('/').pop()}.schema.json`);
      texts.set(file, `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`);
    }
  }
  return texts;
}

/** Files below a `schemas` folder that no shape stands behind. */
export const straySchemas = (/** @type {Map<string, string>} */ expected) =>
  globSync('packages/*/schemas/*', { cwd: ROOT }).map((path) => join(ROOT, path)).filter((path) => !expected.has(path));

export async function writeSchemas() {
  const expected = await expectedSchemas();
  for (const path of straySchemas(expected)) rmSync(path);
  for (const [path, text] of expected) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
