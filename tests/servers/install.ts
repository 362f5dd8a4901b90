/** Debian's packages for tests, where they may be installed. */
import { spawnSync } from 'node:child_process';

/** Installs a package. True if that went well. */
export function install(name: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=60'];
  const apt = (...args: string[]): boolean => spawnSync('apt-get', [...options, ...args], { env, stdio: 'ignore', timeout: 90_000 }).status === 0;
  const wanted = ['install', '-y', '--no-install-recommends', name];
  return apt(...wanted) || (apt('update') && apt(...wanted));
}
