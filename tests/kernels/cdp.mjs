// A small client of the DevTools protocol: old kernels understand it, while today's test drivers no longer speak their dialect.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--hide-scrollbars'];

/** Starts a browser and waits for its DevTools address on standard error. */
function start(executable, env, profile) {
  const child = spawn(executable, [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { env });
  return new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => reject(new Error(`${executable} did not start: ${said.slice(-500)}`)), 30000);
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(limit);
      resolve({ child, port });
    });
    child.on('exit', () => reject(new Error(`${executable} ended: ${said.slice(-500)}`)));
  });
}

/** The address of the first page; a browser that has just started may not list it yet. */
async function pageAddress(port) {
  for (let i = 0; i < 100; i++) {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const page = targets.find((target) => target.type === 'page');
    if (page?.webSocketDebuggerUrl) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the browser lists no page');
}

/** One connection to a page: `send` a command, `on` an event. */
class Connection {
  #socket;
  #next = 1;
  #waiting = new Map();
  #listeners = new Map();

  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(event.data)));
  }

  #receive({ id, method, params, result, error }) {
    if (method) return this.#listeners.get(method)?.forEach((listener) => listener(params));
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  }

  send(method, params = {}) {
    const id = this.#next++;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  on(method, listener) {
    this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), listener]);
  }

  close() {
    this.#socket.close();
  }
}

/** What a page says while it is watched. */
function watch(page) {
  const errors = [];
  const requests = [];
  page.on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
  page.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') errors.push(args.map((arg) => arg.value ?? arg.description).join(' '));
  });
  page.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
  return { errors, requests };
}

async function connect(port) {
  const socket = new WebSocket(await pageAddress(port));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return new Connection(socket);
}

async function evaluate(page, expression) {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function until(page, expression, limit = 30000) {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const value = await evaluate(page, expression);
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${limit} ms for: ${expression}`);
}

async function close(page, child, profile) {
  page.close();
  const gone = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGKILL');
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Opens a page in a kernel.
 * @returns an object with `navigate`, `evaluate`, `until`, `screenshot`, `close`, and the `errors` and `requests` seen so far.
 */
export async function openPage({ executable, env }, { width = 1280, height = 800 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'yzt-kernel-'));
  const { child, port } = await start(executable, env, profile);
  const page = await connect(port);
  const seen = watch(page);
  await Promise.all(['Page', 'Runtime', 'Network'].map((domain) => page.send(`${domain}.enable`)));
  await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  return {
    ...seen,
    evaluate: (expression) => evaluate(page, expression),
    until: (expression, limit) => until(page, expression, limit),
    navigate: (url) => page.send('Page.navigate', { url }),
    screenshot: async () => Buffer.from((await page.send('Page.captureScreenshot', { format: 'png' })).data, 'base64'),
    close: () => close(page, child, profile),
  };
}
