// Each dataset of an example that names the shape of a pack is checked against the JSON Schema of that shape, by a validator that is not ours.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { readTable } from '@yizhangtu/data/readers';
import { ROOT } from '../build/options.mjs';
import { EXAMPLES, examples } from './list.mjs';
import { madeFile } from './made.mjs';

/** Rows that are looked at: of a million alike the first will do. */
const MOST_ROWS = 5000;
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) } });

interface Case {
  readonly example: string;
  readonly src: string;
  readonly pack: string;
  readonly shape: string;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const cases: Case[] = examples().flatMap(({ name: example }) => {
  const html = readFileSync(join(EXAMPLES, example, 'index.html'), 'utf8');
  return [...html.matchAll(/<yzt-dataset\b[^>]*>/g)].flatMap(([tag]) => {
    const [pack = '', shape = ''] = attribute(tag, 'schema').split('/');
    const src = attribute(tag, 'src');
    return src.startsWith('./data/') && existsSync(schemaPath(pack, shape)) ? [{ example, src: src.slice('./data/'.length), pack, shape }] : [];
  });
});

function schemaPath(pack: string, shape: string): string {
  return join(ROOT, 'packages', pack, 'schemas', `${shape}.schema.json`);
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

it('examples use shapes of packs', () => {
  expect(cases.length).toBeGreaterThan(1);
});

it.each(cases)('$example: $src is as $pack/$shape says', async ({ example, src, pack, shape }) => {
  const schema = JSON.parse(readFileSync(schemaPath(pack, shape), 'utf8')) as { $id: string; properties: Record<string, { type?: string | string[] }> };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  const bytes = readFileSync((await madeFile(example, src)) ?? join(EXAMPLES, example, 'data', src));
  const kinds = Object.entries(schema.properties).flatMap(([name, { type }]) => ([type].flat().includes('string') && !('format' in schema.properties[name]!) ? [[name, 'text'] as const] : []));
  const table = await readTable(Uint8Array.from(bytes).buffer, { name: src, kinds });
  const dataset = new Dataset(table);
  const names = dataset.columns.map(({ name }) => name);
  const faults: string[] = [];
  for (let row = 0; row < Math.min(MOST_ROWS, dataset.rowCount); row++) {
    const record = Object.fromEntries(names.map((name) => [name, plain(dataset.value(row, name))]));
    if (!validate(record)) faults.push(`row ${row}: ${ajv.errorsText(validate.errors)}`);
  }
  expect(faults.slice(0, 3)).toEqual([]);
});
