/** What loading tiles of any kind has in common: retries, refusals, a service that comes back, one report for each cause. */
import { isAbort, YztError, type ErrorCode } from '@yizhangtu/base/errors';
import { onResume, statusOf } from '@yizhangtu/data/request';
import { BusyMark } from './busy-mark.js';
import { Reporter } from './reporter.js';
import { TileHealth, type TileCounts } from './tile-health.js';
import { Turns } from './turns.js';

/** What a loader knows of its layer. */
export interface TileHost {
  /** Whose sentence an error begins with. */
  readonly subject: Element;
  /** How images are asked for; empty for without CORS. */
  readonly crossOrigin: string;
  /** Seconds a tile has. */
  readonly timeLimit: number;
  /** Whether the layer can be seen: nothing is asked for again while it cannot. */
  isWanted(): boolean;
  /** Whether tiles are drawn in another projection than their own. */
  isReprojected(): boolean;
  /** Asks for all tiles in view again, while the old ones stay. */
  refresh(): void;
  /** The service fails: an error for each cause, not for each tile. */
  report(error: YztError): void;
  /** The service works again. */
  mended(): void;
  /** Something is under way for longer than 0.3 s, or nothing is any more. */
  busy(is: boolean): void;
}

/** What becomes of a tile. */
export interface Fate<T> {
  /** It is there. */
  give(thing: T): void;
  /** It may come with a later request. */
  later(): void;
  /** It does not come. */
  end(): void;
}

/** Refusals. Whoever goes on asking after one gets blocked. */
const REFUSALS: readonly ErrorCode[] = ['auth', 'token', 'quota'];
/** What may be otherwise the next time. */
const PASSING: readonly ErrorCode[] = ['network', 'http-error', 'quota'];
/** Requests that are left for a tile after the first one. */
const LEFT = 3;
/** Failed tiles that are asked for again at once. */
const AT_ONCE = 6;
/** Tiles that are asked for at once of a service that has not answered yet: it may refuse, and count how often it was asked. */
const AT_FIRST = 6;
/** Times that a service that came back has everything asked for again, until somebody says `resume()` or another address is set. */
const MOST_RETURNS = 3;

/**
 * Base of what loads tiles. A failed tile does not wait in the map's queue for its next try, so that a thousand of them hold up nothing. After a
 * refusal nothing is asked for until the host calls `resume()`.
 */
export abstract class Loading<T> {
  protected readonly host: TileHost;
  readonly #reporter: Reporter;
  readonly #turns = new Turns(AT_ONCE);
  readonly #opening = new Turns(AT_FIRST);
  readonly #trial = new Turns(1);
  readonly #mark: BusyMark;
  /** The service has answered, and not by a refusal. */
  #answers = false;
  /** It said that too much was asked. */
  #limited = false;
  #health = new TileHealth();
  #stopListening: (() => void) | undefined;
  #over = false;
  #stop = new AbortController();
  #refusal: YztError | undefined;
  /** Tiles were given up because the layer was not seen. */
  #leftOut = false;
  #returns = 0;
  readonly #origins = new Set<string>();

  constructor(host: TileHost) {
    this.host = host;
    this.#mark = new BusyMark((busy) => host.busy(busy));
    this.#reporter = new Reporter(host, () => this.#health, (address) => this.single(address));
  }

  /** Whose tiles they are. */
  get subject(): Element {
    return this.host.subject;
  }

  /** Tiles since the address was set. */
  get counts(): TileCounts {
    return this.#health.counts;
  }

  /** First requests have no answer yet. */
  get isBusy(): boolean {
    return this.#reporter.underWay > 0;
  }

  /** Ends what is under way. */
  protected get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** The service fails again and again. */
  protected get isDown(): boolean {
    return this.#health.isDown;
  }

  /** One request, without another try. @throws YztError with the cause. */
  protected abstract single(src: string): Promise<T>;

  /** At most so many requests more. @throws YztError with the cause. */
  protected abstract persistent(src: string, attempts: number): Promise<T>;

  /** Begins anew: another address. What is under way is ended. */
  restart(): void {
    this.#end();
    this.#reporter.restart();
    this.#health = new TileHealth();
    this.#answers = this.#limited = false;
    this.#refusal = undefined;
    this.#returns = 0;
    this.#origins.clear();
  }

  /** Asks again for what could not be had. */
  again(): void {
    const { holes, failed } = this.counts;
    if (!this.#refusal && !this.#leftOut && holes + failed === 0) return;
    this.#refusal = undefined;
    this.#leftOut = false;
    this.#returns = 0;
    this.#health.again();
    this.#reporter.mended();
    this.host.refresh();
  }

  /** The layer is seen again: what was given up meanwhile is asked for. */
  shown(): void {
    if (this.#leftOut) this.again();
  }

  /** Ends everything. */
  dispose(): void {
    this.#over = true;
    this.#end();
    this.#stopListening?.();
  }

  /** Has a tile loaded, and sees to what becomes of it. */
  protected serve(src: string, fate: Fate<T>): Promise<void> {
    return this.whileBusy(() => this.#served(src, fate));
  }

  /** Does what is shown as loading should it take long. */
  protected whileBusy<R>(work: () => Promise<R>): Promise<R> {
    return this.#mark.while(work);
  }

  async #served(src: string, { give, later, end }: Fate<T>): Promise<void> {
    try {
      const first = await this.#counted(() => this.first(src));
      if (first !== undefined) return give(first);
      later();
      give(await this.second(src));
    } catch (reason) {
      if (isAbort(reason)) this.#leftOut ||= !this.host.isWanted();
      else this.failed(reason, src);
      end();
    }
  }

  /** The first request: a tile, or undefined where the next one may bring it or tell why not. @throws YztError for what is final. */
  protected async first(src: string): Promise<T | undefined> {
    this.#listen();
    if (this.#refusal) throw this.#refusal;
    this.#origins.add(new URL(src, document.baseURI).origin);
    try {
      return await (this.#answers ? this.single(src) : this.#opening.run(this.signal, () => this.#opened(src)));
    } catch (reason) {
      return await this.missed(reason, src);
    }
  }

  /** One of the first requests. After a limit was met none of those who wait is put. */
  async #opened(src: string): Promise<T | undefined> {
    if (this.#limited) return undefined;
    try {
      return await this.single(src);
    } catch (reason) {
      this.#limited ||= isLimit(reason);
      throw reason;
    }
  }

  /** After a first request that failed: undefined where another may do. @throws what is final. */
  protected missed(reason: unknown, _src: string): Promise<T | undefined> {
    // Too many at once (429) may pass, a block (418) does not.
    const passing = reason instanceof YztError && PASSING.includes(reason.code) && !this.isDown && statusOf(reason) !== 418;
    return passing ? Promise.resolve(undefined) : Promise.reject(reason as Error);
  }

  /** The other requests, and why they fail. Of a service that began with a limit one tile finds out whether it is for the day. */
  protected async second(src: string): Promise<T> {
    const tried = this.#limited && (await this.#trial.run(this.signal, () => this.#tryLimit(src)));
    return tried ? tried.tile : this.#more(src);
  }

  async #tryLimit(src: string): Promise<{ readonly tile: T } | undefined> {
    if (this.#answers) return undefined;
    try {
      return { tile: await this.#more(src) };
    } catch (reason) {
      // Told within its turn, so that none of those who wait asks once more.
      if (!isAbort(reason)) this.failed(reason, src);
      throw new DOMException('Aborted', 'AbortError');
    }
  }

  #more(src: string): Promise<T> {
    return this.#turns.run(this.signal, () => {
      if (this.#refusal) throw this.#refusal;
      if (!this.host.isWanted()) throw new DOMException('Aborted', 'AbortError');
      return this.persistent(src, LEFT);
    });
  }

  /** Whether a request may be put again. */
  protected readonly stillWanted = (): boolean => !this.#refusal && this.host.isWanted();

  /** A tile came, and is used. */
  protected came(): void {
    this.#answers = true;
    const back = this.#health.good();
    this.#reporter.mended();
    if (!back || this.#returns >= MOST_RETURNS) return;
    this.#returns++;
    this.host.refresh();
  }

  protected failed(reason: unknown, src: string): void {
    if (reason === this.#refusal && this.#refusal) return;
    const error = this.causeOf(reason, src);
    if (error && REFUSALS.includes(error.code)) return this.#refuse(error, src);
    this.#answers = true;
    if (error?.code === 'not-found') this.#health.hole(error);
    else this.#health.bad(error, src);
    this.#reporter.look();
  }

  /** What is to be said of a failure; undefined where nothing more is known than before. */
  protected causeOf(reason: unknown, _src: string): YztError | undefined {
    return reason instanceof YztError ? reason : undefined;
  }

  /** From the first request on: a layer that no map ever asked for leaves nothing behind. */
  #listen(): void {
    if (this.#over) throw new DOMException('Aborted', 'AbortError');
    this.#stopListening ??= onResume((origin) => {
      if (origin === undefined || this.#origins.has(origin)) this.again();
    });
  }

  #end(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#reporter.stop();
  }

  async #counted<R>(run: () => Promise<R>): Promise<R> {
    this.#reporter.underWay++;
    try {
      return await run();
    } finally {
      this.#reporter.underWay--;
    }
  }

  #refuse(error: YztError, src: string): void {
    this.#health.bad(error, src);
    this.#refusal = error;
    this.#answers = false;
    this.#end();
    this.#reporter.say(error);
  }
}

function isLimit(reason: unknown): boolean {
  return reason instanceof YztError && reason.code === 'quota';
}
