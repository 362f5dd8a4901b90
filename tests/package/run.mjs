// What would be published: each package is packed, unpacked into an empty project, imported in plain Node, type-checked and built with Vite.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, writeManifests } from '../../tools/manifest/manifest.mjs';
import { finish, same, test } from '../shared/report.mjs';
import { conditionsOf, entriesOf, filesOf, json, layOut, nameOf, packAll, PACKAGES, publicExports, ROOT } from './packages.mjs';
import { foreignImports, importAll } from './in-node.mjs';
import { buildConsumer, openConsumer } from './in-vite.mjs';
import { compile, expectations } from './in-typescript.mjs';

const project = join(ROOT, '.cache', 'package-test');
rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
const place = (name) => join(project, 'node_modules', nameOf(name));

await test('pnpm packs all packages, and they unpack', async () => {
  writeManifests(await analyse());
  layOut(project, packAll(join(project, 'tarballs')));
});

const ALLOWED = /^(?:LICENSE|NOTICE|README\.md|package\.json|custom-elements\.json|bin\/[\w-]+\.mjs|schemas\/[\w@-]+\.schema\.json|dist\/.+\.(?:js|mjs|js\.map|d\.ts|css))$/;
/** Leads to the TypeScript sources, in the workspace only. */
const PRIVATE = 'yizhangtu-source';
const version = json(join(ROOT, 'packages/base/package.json')).version;

for (const name of PACKAGES) {
  const manifest = () => json(join(place(name), 'package.json'));
  await test(`${nameOf(name)} carries built files, types and the licence, and nothing else`, () => {
    const files = filesOf(place(name));
    const missing = ['LICENSE', 'package.json'].filter((file) => !files.includes(file));
    const extra = files.filter((file) => !ALLOWED.test(file) || /(?:^|\/)[^/]*\.(?:test|fixture|stories)\./.test(file));
    const untyped = files.filter(
      (file) =>
        /^dist\/.*\.js$/.test(file) &&
        !/^dist\/yizhangtu(?:\.[\w-]+)?\.js$/.test(file) &&
        !files.includes(file.replace(/\.js$/, '.d.ts')),
    );
    return [
      ...missing.map((file) => `missing: ${file}`),
      ...extra.map((file) => `does not belong: ${file}`),
      ...untyped.map((file) => `no types: ${file}`),
    ];
  });
  await test(`${nameOf(name)} says what it is`, () => {
    const { license, description, keywords, type, version: own, dependencies = {}, customElements } = manifest();
    const faults = [];
    if (license !== 'Apache-2.0') faults.push(`license: ${license}`);
    if (type !== 'module') faults.push(`type: ${type}`);
    if (own !== version) faults.push(`version ${own}, the others ${version}`);
    if (!(description?.length > 20)) faults.push('no description');
    if (!(keywords?.length > 2)) faults.push('no keywords');
    const wild = Object.entries(dependencies).filter(([, range]) => /workspace:|file:|link:|\*/.test(range));
    faults.push(...wild.map(([other, range]) => `dependency ${other}: ${range}`));
    for (const [other, range] of Object.entries(dependencies))
      if (PACKAGES.map(nameOf).includes(other) && range !== version) faults.push(`${other} ${range}, not ${version}`);
    const hasElements = ['data', 'map', 'charts', 'widgets', 'page', 'fitness', 'marine', 'market', 'natural-resources'].includes(name);
    if (hasElements) {
      const tags = json(join(place(name), customElements)).modules.flatMap((module) =>
        (module.declarations ?? []).map((one) => one.tagName).filter(Boolean),
      );
      if (tags.length === 0) faults.push('custom-elements.json names no element');
    } else if (customElements) faults.push(`customElements: ${customElements}, but the package has no element`);
    return faults;
  });
  await test(`${nameOf(name)} has the entries of the workspace, with conditions everybody knows`, () => {
    const { exports, publishConfig } = manifest();
    const faults = conditionsOf(exports)
      .filter((one) => one !== 'types' && one !== 'default')
      .map((one) => `exports name the condition ${one}`);
    if (publishConfig?.exports) faults.push('publishConfig.exports was not put in place of exports');
    const own = json(join(ROOT, 'packages', name, 'package.json'));
    if (!conditionsOf(own.exports).includes(PRIVATE)) faults.push(`the workspace does not name ${PRIVATE}, so this proves nothing`);
    // An entry that was added in one place only.
    same(exports, publicExports(own.exports, PRIVATE), 'publishConfig.exports');
    return faults;
  });
  await test(`${nameOf(name)}: every entry leads to a file and its types`, () => {
    const entries = entriesOf(place(name), nameOf(name));
    const files = new Set(filesOf(place(name)));
    const faults = entries
      .filter(({ found, types }) => !found || (types && !files.has(types)))
      .map(({ entry, path }) => `${entry} → ${path}`);
    return entries.length > 1 ? faults : ['no entries'];
  });
  await test(`${nameOf(name)}: imports name their file, and only packages it depends on`, () =>
    foreignImports(place(name), manifest()));
}

const entries = PACKAGES.flatMap((name) => entriesOf(place(name), nameOf(name))).filter(
  ({ path }) => path.endsWith('.js') && !/dist\/yizhangtu(?:\.[\w-]+)?\.js$/.test(path),
);
for (const { entry, faults } of importAll(
  project,
  entries.map((one) => one.entry),
)) {
  await test(`${entry} can be imported in Node, where there is no DOM`, () => faults);
}

await test('yzt-pack of the tarball packs a file', () => {
  writeFileSync(join(project, 'in.csv'), 'name,lon,lat\n甲,120.38,36.1\n');
  const command = join(place('data'), json(join(place('data'), 'package.json')).bin['yzt-pack']);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'in.csv', 'out.yztc'], { cwd: project, encoding: 'utf8' });
  same([status, /out\.yztc.*1/.test(stdout), stderr], [0, true, ''], 'status, report, errors');
});
await test('an empty Vite project with only the tarballs builds a page, the worker in a file of its own', () =>
  buildConsumer(project));
await test('that page draws its map and reads its data under a strict policy', () => openConsumer(project));

const { errors, expected } = compile(project);
for (const name of expected) await test(`types: ${name}`, () => errors.filter((error) => error.startsWith(name)));
await test('types: the declarations of all packages are sound in themselves', () =>
  errors.filter((error) => !expected.some((name) => error.startsWith(name))));
await test('types: the compiler would have seen a wrong use', () => expectations(project));

finish();
