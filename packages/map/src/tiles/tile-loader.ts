import ImageTile from 'ol/ImageTile.js';
import type Tile from 'ol/Tile.js';
import TileState from 'ol/TileState.js';
import { isAbort, YztError } from '@yizhangtu/base/errors';
import { ask, lateError, requestError, sendsCredentials, type Answer } from '@yizhangtu/data/request';
import { loadedImage, NoImage } from './loaded-image.js';
import { Loading } from './loading.js';

export type { TileHost } from './loading.js';

/** An image fit to be drawn. */
export type Picture = HTMLImageElement | ImageBitmap;

/**
 * Loads the images of a tile or image source. Those of the page's own origin are fetched, so that whatever else comes is seen. Those of others
 * come by `<img>`, which needs nobody's leave; when one fails it is asked for once more in a way that says why, and from then on all are
 * fetched, if the server lets itself be read.
 */
export class TileLoader extends Loading<Picture> {
  /** `fetch` where answers can be read; `blind` where they cannot, which is known. Unset as long as nothing has failed. */
  #way: 'fetch' | 'blind' | undefined;
  /** Why answers cannot be read. */
  #unread: YztError | undefined;

  /** For `tileLoadFunction` of a source. */
  readonly load = (tile: Tile, src: string): void => {
    if (!(tile instanceof ImageTile)) return;
    void this.serve(src, {
      give: (picture) => this.#give(tile, picture),
      // Its place in the map's queue is for others meanwhile. A reprojected tile is put together once, and has to wait.
      later: () => {
        if (!this.host.isReprojected()) end(tile);
      },
      end: () => end(tile),
    });
  };

  /**
   * For `load` of an image loader: one image for the whole view. One that fails is a transparent pixel: OpenLayers would write an error to the
   * console, and what failed is told by `report`.
   */
  readonly loadImage = (_image: HTMLImageElement, src: string): Promise<Picture | HTMLCanvasElement> => this.whileBusy(() => this.#whole(src));

  async #whole(src: string): Promise<Picture | HTMLCanvasElement> {
    try {
      const picture = (await this.first(src)) ?? (await this.second(src));
      this.came();
      return picture;
    } catch (reason) {
      if (!isAbort(reason)) this.failed(reason, src);
      const blank = document.createElement('canvas');
      blank.width = blank.height = 1;
      return blank;
    }
  }

  override restart(): void {
    super.restart();
    this.#way = undefined;
    this.#unread = undefined;
  }

  protected override async missed(reason: unknown, src: string): Promise<Picture | undefined> {
    if (reason instanceof NoImage) {
      if (reason.late) throw lateError({ subject: this.host.subject, url: src }, this.host.timeLimit);
      if (this.#way === 'blind' || this.isDown) throw reason;
      return undefined;
    }
    if (reason instanceof YztError && reason.code === 'blocked' && this.#way !== 'blind') {
      // What a page may not fetch it may still show.
      this.#learn(reason);
      return this.first(src);
    }
    return super.missed(reason, src);
  }

  protected override async single(src: string): Promise<Picture> {
    const { crossOrigin, timeLimit } = this.host;
    const own = new URL(src, document.baseURI).origin === location.origin;
    if ((this.#way ?? (own ? 'fetch' : 'image')) !== 'fetch' && !sendsCredentials(src)) return loadedImage(src, { crossOrigin, signal: this.signal, timeLimit });
    return this.#pictureOf(await this.#asked(src, 1));
  }

  protected override async persistent(src: string, attempts: number): Promise<Picture> {
    try {
      const answer = await this.#asked(src, attempts);
      this.#way = 'fetch';
      return await this.#pictureOf(answer);
    } catch (reason) {
      if (reason instanceof YztError) this.#learn(reason);
      throw reason;
    }
  }

  protected override causeOf(reason: unknown, src: string): YztError | undefined {
    const error = super.causeOf(reason, src) ?? this.#unread;
    return error?.code === 'cors' && this.host.crossOrigin === '' ? this.#unseen(src) : error;
  }

  #asked(src: string, attempts: number): Promise<Answer> {
    const { subject, timeLimit } = this.host;
    return ask({ url: src, subject, expects: 'image', signal: this.signal, timeLimit, stillWanted: this.stillWanted, attempts });
  }

  #give(tile: ImageTile, picture: Picture): void {
    const state = tile.getState();
    // Released meanwhile: nobody wants it.
    if (state !== TileState.LOADING && state !== TileState.ERROR) return;
    // OpenLayers draws whatever a canvas can draw; its type names the three it makes itself.
    tile.setImage(picture as HTMLImageElement);
    this.came();
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
    if (/^image\/svg/i.test(type)) return loadedImage(url, { crossOrigin: this.host.crossOrigin, signal: this.signal, timeLimit: this.host.timeLimit });
    try {
      return await createImageBitmap(new Blob([bytes], { type }));
    } catch (cause) {
      throw requestError('not-a-tile', request, { zh: '返回的图片无法解码。请检查服务的图片格式', en: 'answered with an image that cannot be decoded. Check its format' }, cause);
    }
  }

  /** An image needs no leave to be shown, but one to see why it cannot be. */
  #unseen(src: string): YztError {
    const { origin } = new URL(src, document.baseURI);
    return requestError('cors', { subject: this.host.subject, url: src }, {
      zh: `的图片无法显示，而 ${origin} 不允许本页查看原因（CORS）。请在浏览器里打开该地址看看；让服务带上 Access-Control-Allow-Origin，这里就能写出原因`,
      en: `gives no image that can be shown, and ${origin} does not let this page see why (CORS). Open the address in the browser; with Access-Control-Allow-Origin the reason could be told here`,
    });
  }
}

/** Ends the loading of a tile: the tile above it stays in its place. */
function end(tile: ImageTile): void {
  if (tile.getState() === TileState.LOADING) tile.setState(TileState.ERROR);
}
