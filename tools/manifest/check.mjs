// The manifest step of the test command: documentation, stories, pages and error codes agree with the code.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inFacade } from '../facade.mjs';
import { expectedDocs } from './docs.mjs';
import { faultsOf } from './gates.mjs';
import { analyse, elementsOf, ROOT, writeManifests } from './manifest.mjs';
import { expectedSchemas, straySchemas } from './schemas.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** Text of all sources below a folder, tests left out. */
function sources(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !/\.(test|fixture|d)\.ts$/.test(name))
    .map((name) => read(join(folder, name)))
    .join('\n');
}

const BELOW = { base: [], data: ['base'], map: ['base', 'data'], charts: ['base', 'data'], widgets: ['base', 'data', 'map', 'charts'], page: ['base'] };
/** A package that is not named is a pack: it stands on everything up to widgets. */
const PACK_BELOW = ['base', 'data', 'map', 'charts', 'widgets'];

function tokensOf() {
  return new Set([...read('packages/base/src/tokens.ts').matchAll(/^\s+'?([a-z0-9-]+)'?:/gm)].map((match) => `--yzt-${match[1]}`).concat(
    ['xs', 's', 'm', 'l', 'xl', '2xl', '3xl', '4xl'].map((size) => `--yzt-font-size-${size}`), ['--yzt-text-scale', '--yzt-control-height']));
}

function errorCodeFaults() {
  const list = /ERROR_CODES = \[([\s\S]*?)\]/.exec(read('packages/base/src/errors.ts'))[1];
  const codes = new Set([...list.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]));
  const pages = new Set(readdirSync(join(ROOT, 'docs/errors')).filter((name) => name !== 'README.md').map((name) => name.replace('.md', '')));
  return [
    ...[...codes].filter((code) => !pages.has(code)).map((code) => `docs/errors/${code}.md is missing`),
    ...[...pages].filter((code) => !codes.has(code)).map((code) => `docs/errors/${code}.md has no code in ERROR_CODES`),
  ];
}

let passed = 0;
let failed = 0;
function gate(name, faults) {
  if (faults.length === 0) passed++;
  else failed++;
  for (const fault of faults) process.stdout.write(`  FAIL  ${name}: ${fault}\n`);
}

const manifest = await analyse();
writeManifests(manifest);
const elements = elementsOf(manifest);
const tokens = tokensOf();
/** @type {Record<string, string>} */
const reachOf = {};
const reach = (/** @type {string} */ name) => (reachOf[name] ??= [name, ...(BELOW[/** @type {keyof typeof BELOW} */ (name)] ?? PACK_BELOW)].map((each) => sources(`packages/${each}/src`)).join('\n'));
const facade = read('packages/yizhangtu/src/index.ts');
const docs = expectedDocs(elements);

for (const element of elements) {
  const { tag, folder, packageName } = element;
  const entry = folder.split('/').pop();
  gate(`<${tag}> documentation`, faultsOf(element, { own: sources(folder), reach: reach(packageName), tokens }));
  gate(`<${tag}> belongs to the bundle`, !inFacade(packageName) || facade.includes(`@yizhangtu/${packageName}/${entry}'`) ? [] : ['packages/yizhangtu/src/index.ts does not import it']);
  gate(`<${tag}> has a story`, existsSync(join(ROOT, `stories/${packageName}/${entry}.stories.ts`)) ? [] : [`stories/${packageName}/${entry}.stories.ts is missing`]);
}
for (const [file, text] of docs) {
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  gate(file.slice(ROOT.length), fresh ? [] : ['is out of date: run `pnpm manifest` and write the prose above the tables']);
}
const stray = readdirSync(join(ROOT, 'docs/elements')).filter((name) => !docs.has(join(ROOT, 'docs/elements', name)));
gate('docs/elements', stray.map((name) => `${name} belongs to no element`));
const schemas = await expectedSchemas();
for (const [file, text] of schemas) {
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === text;
  gate(file.slice(ROOT.length), fresh ? [] : ['is out of date: run `pnpm manifest`']);
}
gate('schemas of packs', straySchemas(schemas).map((file) => `${file.slice(ROOT.length)} belongs to no shape`));
gate('error codes', errorCodeFaults());

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);
