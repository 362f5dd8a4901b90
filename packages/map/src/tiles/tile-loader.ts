import ImageTile from 'ol/ImageTile.js';
import type Tile from 'ol/Tile.js';
import TileState from 'ol/TileState.js';
import { isAbort, YztError, type ErrorCode } from '@yizhangtu/base/errors';
import { ask, lateError, onResume, requestError, sendsCredentials, type Answer } from '@yizhangtu/data/request';
import { loadedImage, NoImage } from './loaded-image.js';
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
}

/** An image fit to be drawn. */
export type Picture = HTMLImageElement | ImageBitmap;

/** Refusals. Whoever goes on asking after one gets blocked. */
const REFUSALS: readonly ErrorCode[] = ['auth', 'token', 'quota'];
/** What may be otherwise the next time. */
const PASSING: readonly ErrorCode[] = ['network', 'http-error', 'quota'];
/** Requests that are left for a tile after the first one. */
const LEFT = 3;
/** Failed tiles that are asked for again at once. */
const AT_ONCE = 6;
/** Times that a service that came back has everything asked for again, until somebody says `resume()` or another address is set. */
const MOST_RETURNS = 3;

/**
 * Loads the images of a tile or image source. Those of the page's own origin are fetched, so that whatever else comes is seen. Those of others
 * come by `<img>`, which needs nobody's leave; when one fails it is asked for once more in a way that says why, and from then on all are
 * fetched, if the server lets itself be read. A failed tile does not wait in the map's queue for its next try, so that a thousand of them hold
 * up nothing. After a refusal nothing is asked for until the host calls `resume()`.
 */
export class TileLoader {
  readonly #host: TileHost;
  readonly #reporter: Reporter;
  readonly #turns = new Turns(AT_ONCE);
  #health = new TileHealth();
  #stopListening: (() => void) | undefined;
  #over = false;
  #stop = new AbortController();
  /** `fetch` where answers can be read; `blind` where they cannot, which is known. Unset as long as nothing has failed. */
  #way: 'fetch' | 'blind' | undefined;
  /** Why answers cannot be read. */
  #unread: YztError | undefined;
  #refusal: YztError | undefined;
  /** Tiles were given up because the layer was not seen. */
  #leftOut = false;
  #returns = 0;
  readonly #origins = new Set<string>();

  constructor(host: TileHost) {
    this.#host = host;
    this.#reporter = new Reporter(host, () => this.#health, (address) => this.#single(address));
  }

  /** Tiles since the address was set. */
  get counts(): TileCounts {
    return this.#health.counts;
  }

  /** For `tileLoadFunction` of a source. */
  readonly load = (tile: Tile, src: string): void => {
    if (tile instanceof ImageTile) void this.#load(tile, src);
  };

  /**
   * For `load` of an image loader: one image for the whole view. One that fails is a transparent pixel: OpenLayers would write an error to the
   * console, and what failed is told by `report`.
   */
  readonly loadImage = async (_image: HTMLImageElement, src: string): Promise<Picture | HTMLCanvasElement> => {
    try {
      const picture = await this.#whole(src);
      this.#came();
      return picture;
    } catch (reason) {
      if (!isAbort(reason)) this.#failed(reason, src);
      const blank = document.createElement('canvas');
      blank.width = blank.height = 1;
      return blank;
    }
  };

  /** Begins anew: another address. What is under way is ended. */
  restart(): void {
    this.#end();
    this.#health = new TileHealth();
    this.#way = undefined;
    this.#unread = undefined;
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
    this.#host.refresh();
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

  async #load(tile: ImageTile, src: string): Promise<void> {
    try {
      const first = await this.#counted(() => this.#first(src));
      if (first) return this.#give(tile, first);
      // Its place in the map's queue is for others meanwhile. A reprojected tile is put together once, and has to wait.
      if (!this.#host.isReprojected()) end(tile);
      this.#give(tile, await this.#second(src));
    } catch (reason) {
      if (isAbort(reason)) this.#leftOut ||= !this.#host.isWanted();
      else this.#failed(reason, src);
      end(tile);
    }
  }

  #give(tile: ImageTile, picture: Picture): void {
    const state = tile.getState();
    // Released meanwhile: nobody wants it.
    if (state !== TileState.LOADING && state !== TileState.ERROR) return;
    // OpenLayers draws whatever a canvas can draw; its type names the three it makes itself.
    tile.setImage(picture as HTMLImageElement);
    this.#came();
  }

  async #counted<T>(run: () => Promise<T>): Promise<T> {
    this.#reporter.underWay++;
    try {
      return await run();
    } finally {
      this.#reporter.underWay--;
    }
  }

  async #whole(src: string): Promise<Picture> {
    return (await this.#first(src)) ?? this.#second(src);
  }

  /** The first request: an image, or undefined where the next one may bring it or tell why not. @throws YztError for what is final. */
  async #first(src: string): Promise<Picture | undefined> {
    this.#listen();
    if (this.#refusal) throw this.#refusal;
    this.#origins.add(new URL(src, document.baseURI).origin);
    try {
      return await this.#single(src);
    } catch (reason) {
      if (reason instanceof NoImage) {
        if (reason.late) throw lateError({ subject: this.#host.subject, url: src }, this.#host.timeLimit);
        if (this.#way === 'blind' || this.#health.isDown) throw reason;
        return undefined;
      }
      if (!(reason instanceof YztError)) throw reason;
      if (reason.code === 'blocked' && this.#way !== 'blind') {
        // What a page may not fetch it may still show.
        this.#learn(reason);
        return this.#first(src);
      }
      if (PASSING.includes(reason.code) && !this.#health.isDown) return undefined;
      throw reason;
    }
  }

  /** One request. */
  async #single(src: string): Promise<Picture> {
    const { signal } = this.#stop;
    const { crossOrigin, timeLimit } = this.#host;
    const own = new URL(src, document.baseURI).origin === location.origin;
    if ((this.#way ?? (own ? 'fetch' : 'image')) !== 'fetch' && !sendsCredentials(src)) return loadedImage(src, { crossOrigin, signal, timeLimit });
    return this.#pictureOf(await ask({ ...this.#request(src, signal), attempts: 1 }));
  }

  /** The other requests, and why they fail. */
  #second(src: string): Promise<Picture> {
    const { signal } = this.#stop;
    return this.#turns.run(signal, async () => {
      if (this.#refusal) throw this.#refusal;
      if (!this.#host.isWanted()) throw new DOMException('Aborted', 'AbortError');
      try {
        const answer = await ask({ ...this.#request(src, signal), attempts: LEFT });
        this.#way = 'fetch';
        return await this.#pictureOf(answer);
      } catch (reason) {
        if (reason instanceof YztError) this.#learn(reason);
        throw reason;
      }
    });
  }

  #request(src: string, signal: AbortSignal): Pick<Parameters<typeof ask>[0], 'url' | 'subject' | 'expects' | 'signal' | 'timeLimit' | 'stillWanted'> {
    const { subject, timeLimit } = this.#host;
    return { url: src, subject, expects: 'image', signal, timeLimit, stillWanted: () => !this.#refusal && this.#host.isWanted() };
  }

  /** Who can be read is read from now on; who cannot is not asked why any more. */
  #learn(error: YztError): void {
    const { code } = error;
    if (code === 'cors' || code === 'blocked') {
      this.#way = 'blind';
      this.#unread = error;
    } else if (code !== 'network' && code !== 'timeout') this.#way = 'fetch';
  }

  async #pictureOf({ bytes, headers, status, url, request }: Answer): Promise<Picture> {
    if (status === 204) throw requestError('not-found', request, { zh: '没有这张瓦片（204）。请检查地址和级别', en: 'has no such tile (204). Check the address and the level' });
    const type = headers.get('content-type') ?? '';
    // No browser makes a bitmap of an SVG.
    if (/^image\/svg/i.test(type)) return loadedImage(url, { crossOrigin: this.#host.crossOrigin, signal: this.#stop.signal, timeLimit: this.#host.timeLimit });
    try {
      return await createImageBitmap(new Blob([bytes], { type }));
    } catch (cause) {
      throw requestError('not-a-tile', request, { zh: '返回的图片无法解码。请检查服务的图片格式', en: 'answered with an image that cannot be decoded. Check its format' }, cause);
    }
  }

  #came(): void {
    const back = this.#health.good();
    this.#reporter.mended();
    if (!back || this.#returns >= MOST_RETURNS) return;
    this.#returns++;
    this.#host.refresh();
  }

  #failed(reason: unknown, src: string): void {
    if (reason === this.#refusal && this.#refusal) return;
    const error = reason instanceof YztError ? reason : this.#unread;
    if (error && REFUSALS.includes(error.code)) return this.#refuse(error, src);
    if (error?.code === 'not-found') this.#health.hole(error);
    else this.#health.bad(error?.code === 'cors' && this.#host.crossOrigin === '' ? this.#unseen(src) : error, src);
    this.#reporter.look();
  }

  /** An image needs no leave to be shown, but one to see why it cannot be. */
  #unseen(src: string): YztError {
    const { origin } = new URL(src, document.baseURI);
    return requestError('cors', { subject: this.#host.subject, url: src }, {
      zh: `的图片无法显示，而 ${origin} 不允许本页查看原因（CORS）。请在浏览器里打开该地址看看；让服务带上 Access-Control-Allow-Origin，这里就能写出原因`,
      en: `gives no image that can be shown, and ${origin} does not let this page see why (CORS). Open the address in the browser; with Access-Control-Allow-Origin the reason could be told here`,
    });
  }

  #refuse(error: YztError, src: string): void {
    this.#health.bad(error, src);
    this.#refusal = error;
    this.#end();
    this.#reporter.say(error);
  }
}

/** Ends the loading of a tile: the tile above it stays in its place. */
function end(tile: ImageTile): void {
  if (tile.getState() === TileState.LOADING) tile.setState(TileState.ERROR);
}
