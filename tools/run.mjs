// Bootstrap for a machine that has only Node and npm: installs the workspace with the pinned pnpm, then runs a script.
// Plain Node without dependencies, because nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const spec = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).packageManager.split('+')[0];
const exe = process.env.npm_execpath; // set by npm and by pnpm
const viaPnpm = (process.env.npm_config_user_agent ?? '').startsWith('pnpm/');

function command(args) {
  if (viaPnpm && exe) return /\.[cm]?js$/.test(exe) ? [process.execPath, [exe, ...args]] : [exe, args];
  if (exe && exe.endsWith('npm-cli.js')) {
    return [process.execPath, [exe, 'exec', '--yes', `--package=${spec}`, '--', 'pnpm', ...args]];
  }
  return [process.platform === 'win32' ? 'npx.cmd' : 'npx', ['--yes', spec, ...args]];
}

function pnpm(...args) {
  const [cmd, argv] = command(args);
  const result = spawnSync(cmd, argv, { cwd: root, stdio: 'inherit', shell: cmd.endsWith('.cmd') });
  if (result.error) process.stderr.write(`无法运行 pnpm / cannot run pnpm: ${result.error.message}\n`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

pnpm('install', '--frozen-lockfile', '--reporter=append-only');
pnpm('run', ...process.argv.slice(2));
