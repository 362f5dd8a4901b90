import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type Layer from 'ol/layer/Layer.js';
import { YztError } from '@yizhangtu/base/errors';
import { statusOf } from '@yizhangtu/data/request';
import { hint } from '@yizhangtu/base/hints';
import type { YztMap } from '../map/map.js';
import { ServiceLayerElement } from '../services/service-layer.js';
import { keepWords } from '../shared/keep-words.js';
import { motionIsReduced } from '../shared/motion.js';
import type { TileLoader } from '../tiles/index.js';
import { gridOf, isKind, KINDS, refusalWords, tileAddress, type TiandituGrid, type TiandituKind } from './tianditu-address.js';


/**
 * 天地图: map, imagery or terrain with its names, from the public service by a key, or from a mirror or proxy on a closed network.
 *
 * Grids are built in, because the service's own description of them is wrong. Coordinates are CGCS2000; nothing is shifted. After the service
 * refused a key nothing more is asked.
 * @tag yzt-tianditu-layer
 * @summary 天地图 as a base map: 矢量, 影像, 地形 with annotation, in both grids.
 * @fires yzt-error - The service refused the key or its quota is used up, or no tile came; once for each cause.
 */
export class YztTiandituLayer extends ServiceLayerElement {
  /** `vec` 矢量, `img` 影像, `ter` 地形, each with its annotation; or an annotation alone: `cva`, `cia`, `cta`, in English `eva`, `eia`; `ibo` 境界. */
  @property() kind: TiandituKind = 'vec';

  /** 密钥 (tk) of the public service; spaces around it do not count. A proxy that adds the key itself needs none. */
  @property() token = '';

  /** Names on the map: `zh`, `en`, or `none` where they lie in a layer of their own above the subject. */
  @property() annotation: 'zh' | 'en' | 'none' = 'zh';

  /** Grid of the tiles: `w` Web Mercator, `c` CGCS2000 longitude and latitude. Without it the one that fits the map. */
  @property() grid: '' | TiandituGrid = '';

  /** 审图号 of the base map, as the service shows it now: `GS（2024）0650号`. Shown by `yzt-attribution`. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';


  /** A base map is looked at while it comes. */
  protected override get usualTimeLimit(): number {
    return 20;
  }

  protected override mapChanged(next: YztMap | undefined, previous: YztMap | undefined): void {
    super.mapChanged(next, previous);
    previous?.removeEventListener('yzt-view-change', this.#onView);
    next?.addEventListener('yzt-view-change', this.#onView);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    keepWords(this, changed, {
      kind: { name: 'kind', words: Object.keys(KINDS) },
      annotation: { name: 'annotation', words: ['zh', 'en', 'none'] },
      grid: { name: 'grid', words: ['', 'w', 'c'] },
    });
    if (changed.has('approvalNumber')) this.layerChanged();
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected && this.mapElement && !this.#canAsk) sayNoKey(this);
  }

  protected override get layersKey(): string {
    return this.#canAsk ? [...this.#kinds, this.#set].join(' ') : '';
  }

  protected override get picturesKey(): string {
    return `${this.url} ${this.token.trim()}`;
  }

  protected override get picturesCrs(): string {
    return this.#set === 'w' ? 'EPSG:3857' : 'EPSG:4490';
  }

  protected override async makeLayers(loader: TileLoader): Promise<Layer[]> {
    const { matrixLayer, projectionOf } = await import('./tianditu-tiles.js');
    const set = this.#set;
    return this.#kinds.map((kind) => {
      const grid = gridOf(kind, set);
      return matrixLayer({
        grid,
        projection: projectionOf(grid.crs),
        urlOf: ({ id }, row, column) => tileAddress(this, kind, set, { z: id, x: column, y: row }),
        loader,
        transition: motionIsReduced() ? 0 : 250,
      });
    });
  }

  protected override worded(error: YztError): YztError {
    const words = refusalWords(error.code, statusOf(error));
    if (!words) return error;
    const [zh, en] = [`<${this.localName}>：${words.zh}。已停止请求。`, `<${this.localName}>: ${words.en}. Nothing more is asked for.`];
    return new YztError(error.code, { zh, en }, { cause: error });
  }

  /** A key, or the address of somebody who has one. Without either no host has been named. */
  get #canAsk(): boolean {
    return (this.token.trim() !== '' || this.url.trim() !== '') && isKind(this.kind);
  }

  get #set(): TiandituGrid {
    return this.grid || (this.mapElement?.projection === 'EPSG:3857' ? 'w' : 'c');
  }

  get #kinds(): TiandituKind[] {
    const { annotation, english } = KINDS[this.kind];
    const names = this.annotation === 'none' ? undefined : this.annotation === 'en' ? (english ?? annotation) : annotation;
    return names ? [this.kind, names] : [this.kind];
  }

  /** The map may have changed its projection. */
  readonly #onView = (): void => this.requestUpdate();
}

function sayNoKey(element: Element): void {
  hint(
    'bad-attribute',
    {
      zh: `<${element.localName}>：没有密钥，也没有地址，不请求任何主机。请写 token="天地图密钥"，或内网镜像、代理的 url，例如 url="/tianditu"。`,
      en: `<${element.localName}>: neither key nor address; no host is asked. Write token="key of 天地图", or the url of a mirror or proxy, such as url="/tianditu".`,
    },
    element,
  );
}
