// @ts-check
// Map servers as programs that stay (FastCGI): a request costs milliseconds instead of the start of a program. Debian's mapserv and qgis_mapserv speak it
// when their standard input is a socket that listens; perl, which every Debian has, makes one and starts them again should they fall.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';

const PERL = '/usr/bin/perl';
const KEEP = `my ($path, $count, @run) = @ARGV;
my $socket = IO::Socket::UNIX->new(Local => $path, Listen => 128) or die "$!";
sub start { my $pid = fork; return if $pid; open(STDIN, '+<&', $socket) or die "$!"; exec @run; }
start() for 1 .. $count;
while (wait() > 0) { start() }`;

/** Whether programs can stay on this machine. */
export const canStay = () => existsSync(PERL);

/** Types of records. */
const [BEGIN, END, PARAMS, STDIN, STDOUT] = [1, 3, 4, 5, 6];

function record(/** @type {number} */ type, /** @type {Buffer} */ content) {
  const head = Buffer.from([1, type, 0, 1, 0, 0, 0, 0]);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
}

/** Content of any length, and the empty record that ends it. */
function stream(/** @type {number} */ type, /** @type {Buffer} */ content) {
  const parts = [];
  for (let at = 0; at < content.length; at += 65_000) parts.push(record(type, content.subarray(at, at + 65_000)));
  return Buffer.concat([...parts, record(type, Buffer.alloc(0))]);
}

function length(/** @type {number} */ size) {
  if (size < 128) return Buffer.from([size]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(size + 2 ** 31);
  return bytes;
}

function pair(/** @type {[string, string]} */ [name, value]) {
  const [a, b] = [Buffer.from(name), Buffer.from(value)];
  return Buffer.concat([length(a.length), length(b.length), a, b]);
}

/** Whether somebody listens on a socket. @param {string} path */
const listens = (path) =>
  new Promise((resolve) => {
    const socket = createConnection(path, () => resolve(true));
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => resolve(false));
  });

/**
 * Starts programs on a socket, and waits until they can be asked.
 * @param {{ path: string, program: string, env: Record<string, string>, folder: string, count?: number }} options `count`: programs that answer side by side, 3 if nobody says.
 * @returns {Promise<{ ask(env: Record<string, string>, body: Buffer): { answer: Promise<Buffer>, stop(): void }, stop(): void }>}
 */
export async function startFastCgi({ path, program, env, folder, count = 3 }) {
  const keeper = spawn(PERL, ['-MIO::Socket::UNIX', '-e', KEEP, path, String(count), program], { cwd: folder, env, stdio: 'ignore', detached: true });
  for (let tries = 0; tries < 500 && !(await listens(path)); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    ask: (parameters, body) => {
      const socket = createConnection(path);
      const answer = new Promise((resolve, reject) => {
        /** @type {Buffer[]} */
        const parts = [];
        let rest = Buffer.alloc(0);
        socket.on('data', (data) => {
          rest = Buffer.concat([rest, data]);
          while (rest.length >= 8) {
            const [size, padding] = [rest.readUInt16BE(4), rest.readUInt8(6)];
            if (rest.length < 8 + size + padding) break;
            const type = rest.readUInt8(1);
            if (type === STDOUT) parts.push(rest.subarray(8, 8 + size));
            if (type === END) socket.end();
            rest = rest.subarray(8 + size + padding);
          }
        });
        socket.on('close', () => resolve(Buffer.concat(parts)));
        socket.on('error', reject);
      });
      socket.write(Buffer.concat([record(BEGIN, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])), stream(PARAMS, Buffer.concat(Object.entries(parameters).map(pair))), stream(STDIN, body)]));
      return { answer, stop: () => void socket.destroy() };
    },
    stop: () => {
      // The keeper and what it started.
      if (keeper.pid !== undefined) process.kill(-keeper.pid, 'SIGKILL');
    },
  };
}
