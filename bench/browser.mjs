// A browser over the pipe of the DevTools protocol, and nothing between: a test driver attaches to every worker as it starts, which
// holds the worker up and would be measured with it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGS, resolveBrowser } from '../tools/browser.mjs';

/**
 * Software canvas and software WebGL, as on a machine without a GPU: a GPU made of software behind the 2D canvas would draw and read
 * back far slower than the software canvas that such machines get.
 */
const FLAGS = [...CHROMIUM_ARGS.filter((flag) => !flag.includes('angle')), '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe'];
const SIZE = { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false };
/** A new window of a full browser loads pages of its own (its address bar) for about half a second; they must not run in what is measured. */
const WINDOW_START_MS = 1200;
/** The same for a tab: its process starts. */
const TAB_START_MS = 250;

/** A sample took longer than it may. */
export class TooLong extends Error {
  constructor(limit) {
    super(`longer than ${limit} ms`);
    this.limit = limit;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Frames of JSON, divided by zero bytes. */
class Pipe {
  #child;
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #rest = [];

  constructor(child) {
    this.#child = child;
    child.stdio[4].on('data', (chunk) => this.#read(chunk));
    child.on('exit', () => this.#end());
  }

  #read(chunk) {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#rest.push(chunk.subarray(from, end));
      this.#receive(JSON.parse(Buffer.concat(this.#rest).toString('utf8')));
      this.#rest = [];
      from = end + 1;
    }
    this.#rest.push(chunk.subarray(from));
  }

  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  #end() {
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser ended'));
    this.#waiting.clear();
  }

  send(method, params = {}, sessionId) {
    const id = this.#next++;
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A tab. */
class Tab {
  #pipe;
  #target;
  #session;
  #context;
  #stop;
  /** What the page said on the console or threw. */
  faults = [];

  constructor(pipe, { target, session, context }) {
    this.#pipe = pipe;
    this.#target = target;
    this.#session = session;
    this.#context = context;
    this.#stop = pipe.listen((message) => this.#note(message));
  }

  #note({ sessionId, method, params }) {
    if (sessionId !== this.#session) return;
    if (method === 'Runtime.exceptionThrown') {
      const { exception, text } = params.exceptionDetails;
      this.faults.push(exception?.description ?? text);
    }
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error') {
      this.faults.push(params.args.map((arg) => arg.value ?? arg.description).join(' '));
    }
  }

  send(method, params) {
    return this.#pipe.send(method, params, this.#session);
  }

  /** Runs a function in the page with JSON arguments. @throws TooLong after `limit` ms. */
  async evaluate(run, args = [], limit = 120_000) {
    const expression = `(${run})(...${JSON.stringify(args)})`;
    const answer = this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    answer.catch(() => undefined);
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new TooLong(limit)), limit)));
    try {
      const { result, exceptionDetails } = await Promise.race([answer, late]);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? JSON.stringify(exceptionDetails));
      return result.value;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Goes to an address and waits until the page says that its script has run. */
  async open(url) {
    await this.send('Page.navigate', { url });
    for (let i = 0; i < 600; i++) {
      if (await this.evaluate(() => 'bench' in window).catch(() => false)) return;
      if (this.faults.length > 0) break;
      await pause(25);
    }
    throw new Error(`${url} did not start: ${this.faults.join('; ') || 'no answer'}`);
  }

  /** Tasks of the main thread while `act` runs, in ms: by the clock, and of the processor, which other programs do not lengthen. */
  async tasksOf(act) {
    const events = [];
    let ended;
    const end = new Promise((resolve) => (ended = resolve));
    const stop = this.#pipe.listen(({ sessionId, method, params }) => {
      if (sessionId !== this.#session) return;
      if (method === 'Tracing.dataCollected') events.push(...params.value);
      if (method === 'Tracing.tracingComplete') ended();
    });
    await this.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8', 'disabled-by-default-v8.gc', 'disabled-by-default-devtools.timeline', '__metadata'] } });
    try {
      await act();
    } finally {
      await this.send('Tracing.end');
      await end;
      stop();
    }
    const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
    const own = events.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid} ${tid}`));
    const within = (task) => own.filter(({ name, ts, dur }) => name !== 'RunTask' && ts >= task.ts && ts + dur <= task.ts + task.dur).map(({ name, dur, tdur }) => ({ name, cpu: (tdur ?? dur) / 1000 }));
    return own.filter(({ name }) => name === 'RunTask').map((task) => ({ wall: task.dur / 1000, cpu: (task.tdur ?? task.dur) / 1000, within: () => within(task) }));
  }

  async screenshot() {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Workers of the page; they are attached only while `act` runs. */
  async #withWorkers(act) {
    const workers = [];
    const stop = this.#pipe.listen(({ sessionId, method, params }) => {
      if (sessionId === this.#session && method === 'Target.attachedToTarget' && params.targetInfo.type === 'worker') workers.push(params.sessionId);
    });
    const attach = (autoAttach) => this.send('Target.setAutoAttach', { autoAttach, waitForDebuggerOnStart: false, flatten: true });
    try {
      await attach(true);
      await pause(50);
      return await act(workers);
    } finally {
      await attach(false);
      stop();
    }
  }

  async #heapOf(session) {
    for (let i = 0; i < 3; i++) await this.#pipe.send('HeapProfiler.collectGarbage', {}, session);
    return this.#pipe.send('Runtime.getHeapUsage', {}, session);
  }

  /** Collects the garbage of the page. Several times, since objects with a last word to say go only with the next collection. */
  collect() {
    return this.#heapOf(this.#session);
  }

  /** Bytes alive after garbage collection, in the page and its workers, and how many workers there are. */
  async memory() {
    return this.#withWorkers(async (workers) => {
      let heap = 0;
      let buffers = 0;
      for (const session of [this.#session, ...workers]) {
        const usage = await this.#heapOf(session).catch((reason) => {
          if (session === this.#session) throw reason;
          return { usedSize: 0 }; // a worker that has ended meanwhile
        });
        heap += usage.usedSize;
        buffers += usage.backingStorageSize ?? 0;
      }
      return { heap, buffers, workers: workers.length };
    });
  }

  /** Number of live objects of a prototype. */
  async alive(prototype) {
    const { result } = await this.send('Runtime.evaluate', { expression: prototype });
    const { objects } = await this.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
    const { result: length } = await this.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    });
    await this.send('Runtime.releaseObject', { objectId: objects.objectId });
    return length.value;
  }

  async close() {
    this.#stop();
    const gone = this.#context
      ? this.#pipe.send('Target.disposeBrowserContext', { browserContextId: this.#context })
      : this.#pipe.send('Target.closeTarget', { targetId: this.#target });
    await gone.catch(() => undefined);
  }
}

/** A running browser. */
class Browser {
  #child;
  #pipe;
  #profile;

  constructor(child, profile) {
    this.#child = child;
    this.#pipe = new Pipe(child);
    this.#profile = profile;
  }

  async version() {
    return (await this.#pipe.send('Browser.getVersion')).product;
  }

  /** The window that the tabs live in. */
  async warm() {
    await this.#pipe.send('Target.createTarget', { url: 'about:blank' });
    await pause(WINDOW_START_MS);
  }

  /** A new tab; `fresh`, a window without anything of earlier ones (cache, compiled code). */
  async tab({ fresh = false, stillness = true } = {}) {
    const { browserContextId } = fresh ? await this.#pipe.send('Target.createBrowserContext') : {};
    const { targetId } = await this.#pipe.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.#pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this.#pipe, { target: targetId, session: sessionId, context: browserContextId });
    await Promise.all(['Page', 'Runtime'].map((domain) => tab.send(`${domain}.enable`)));
    await tab.send('Emulation.setDeviceMetricsOverride', SIZE);
    // Animations would be measured as slowness.
    if (stillness) await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    await pause(fresh ? WINDOW_START_MS : TAB_START_MS);
    return tab;
  }

  async close() {
    const gone = new Promise((resolve) => this.#child.once('close', resolve));
    await this.#pipe.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 3000);
    await gone;
    clearTimeout(timer);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts a browser with an empty profile. @param flags Beside those that every measurement has. */
export async function launch(flags = []) {
  const profile = mkdtempSync(join(tmpdir(), 'yzt-bench-'));
  const child = spawn(await resolveBrowser(), [...FLAGS, ...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const browser = new Browser(child, profile);
  await browser.warm();
  return browser;
}
