// Packs every package as it would be published, and lays the result out as `node_modules` of somebody else's project.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In dependency order. */
export const PACKAGES = ['base', 'standards', 'analysis', 'data', 'map', 'charts', 'widgets', 'page', 'fitness', 'marine', 'market', 'natural-resources', 'yizhangtu'];

export const nameOf = (folder) => (folder === 'yizhangtu' ? folder : `@yizhangtu/${folder}`);
export const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${result.error ?? ''}${result.stdout}${result.stderr}`);
  return result.stdout;
}

/** The pnpm this runs under, or the pinned one through npx. */
function pnpm(args) {
  const { npm_execpath: path, npm_config_user_agent: agent = '' } = process.env;
  if (path && agent.startsWith('pnpm/'))
    return /\.[cm]?js$/.test(path) ? run(process.execPath, [path, ...args]) : run(path, args);
  const [version] = json(join(ROOT, 'package.json')).packageManager.split('+');
  return run('npx', ['--yes', version, ...args]);
}

/** Packs all packages into a folder. Returns the path of each tarball by folder name. */
export function packAll(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  pnpm(['-r', '--filter', './packages/*', 'pack', '--pack-destination', folder]);
  const files = readdirSync(folder);
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const stem = nameOf(name).replace('@', '').replace('/', '-');
      const file = files.find((one) => one.startsWith(stem) && /^-\d/.test(one.slice(stem.length)));
      if (!file) throw new Error(`pnpm pack wrote no tarball of ${nameOf(name)}, only: ${files.join(' ')}`);
      return [name, join(folder, file)];
    }),
  );
}

/** Unpacks the tarballs as `node_modules`; what others publish is linked from the workspace, so nothing is fetched. */
export function layOut(project, tarballs) {
  for (const name of PACKAGES) {
    const target = join(project, 'node_modules', nameOf(name));
    mkdirSync(target, { recursive: true });
    run('tar', ['-xzf', tarballs[name], '-C', target, '--strip-components=1']);
  }
  for (const name of PACKAGES) {
    const { dependencies = {}, peerDependencies = {} } = json(join(project, 'node_modules', nameOf(name), 'package.json'));
    for (const other of Object.keys({ ...dependencies, ...peerDependencies }))
      if (!PACKAGES.map(nameOf).includes(other)) linkOther(project, name, other);
  }
}

function linkOther(project, from, other) {
  const target = join(project, 'node_modules', other);
  if (existsSync(target)) return;
  const source = join(ROOT, 'packages', from, 'node_modules', other);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(realpathSync(source), target, 'junction');
}

/** Files of an unpacked package, `/` as separator. */
export function filesOf(folder) {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every entry a user may import from a package, `@yizhangtu/map/crs`, found from `exports` and the files. */
export function entriesOf(folder, name) {
  const { exports } = json(join(folder, 'package.json'));
  const files = filesOf(folder);
  return Object.entries(exports).flatMap(([door, target]) => {
    const path = (typeof target === 'string' ? target : target.default).slice(2);
    const entry = `${name}${door.slice(1)}`;
    if (!path.includes('*')) return [{ entry, path, types: target.types?.slice(2), found: files.includes(path) }];
    const [before, after] = path.split('*');
    return files
      .filter((file) => file.startsWith(before) && file.endsWith(after))
      .map((file) => ({ word: file.slice(before.length, file.length - after.length), file }))
      .filter(({ word }) => !word.includes('/'))
      .map(({ word, file }) => ({
        entry: entry.replace('*', word),
        path: file,
        types: target.types?.slice(2).replace('*', word),
        found: true,
      }));
  });
}

/** Every condition in an `exports` field. */
export function conditionsOf(exports) {
  if (typeof exports !== 'object' || exports === null) return [];
  const names = Object.keys(exports).filter((name) => !name.startsWith('.'));
  return [...new Set([...names, ...Object.values(exports).flatMap(conditionsOf)])];
}

/** An `exports` field without one of its conditions. */
export function publicExports(exports, left) {
  if (typeof exports !== 'object' || exports === null) return exports;
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([name]) => name !== left)
      .map(([name, target]) => [name, publicExports(target, left)]),
  );
}
