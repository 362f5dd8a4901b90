import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { readNumber } from '../shared/read-number.js';
import type { BytesWay } from '../vector-tiles/tile-code.js';
import type { TileSet } from '../vector-tiles/tile-set.js';
import { TilesLayerElement, type TileCode } from '../vector-tiles/tiles-layer.js';
import type { Archive } from './archive.js';

/**
 * Tiles of a PMTiles archive: one file on any server that knows HTTP ranges, or a file of the reader's. Header, directories and the tiles in view are
 * read, and nothing else. Levels, bounds, attribution and layers are what the archive says; the look is that of `<yzt-vector-tile-layer>`.
 * @tag yzt-pmtiles-layer
 * @summary Vector or image tiles of one PMTiles file, read in parts.
 * @fires yzt-error - The file cannot be reached or read, the server knows no ranges, or the file changes while it is read; once for each cause.
 */
export class YztPmtilesLayer extends TilesLayerElement {
  /** Address of the file, relative to the page. */
  @property() src?: string;

  /** A file of the reader's, over `src`. */
  @property({ attribute: false }) file?: Blob;

  #tileSize?: number;
  #archive?: Archive | undefined;
  #turn = 0;

  /** Width of a tile in pixels of the map. Default: 512 for vector tiles, 256 for images. */
  @property({ type: Number, attribute: 'tile-size' })
  get tileSize(): number | undefined {
    return this.#tileSize;
  }
  set tileSize(value: number | null | undefined) {
    this.#tileSize = readNumber(this, { name: 'tile-size', min: 64, max: 4096, example: '512' }, value, this.#tileSize);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file')) this.#turn++;
    super.willUpdate(changed);
  }

  protected override get layersKey(): string {
    const { src, file, tileSize } = this;
    return src || file ? JSON.stringify([file ? this.#turn : src, tileSize, this.drawingKey]) : '';
  }

  protected override async tiles(code: TileCode): Promise<{ readonly set: TileSet; readonly way: BytesWay }> {
    const { src = '', file, tileSize } = this;
    const key = this.layersKey;
    const { Archive: Reader, archivedTiles } = await import('./archived-tiles.js');
    // Another archive is wanted since: it is not to be put away.
    if (key !== this.layersKey) throw new DOMException('Aborted', 'AbortError');
    this.#archive?.dispose();
    const name = file instanceof File ? file.name : 'file';
    this.#archive = new Reader({ subject: this, url: file ? new URL(name, document.baseURI).href : src, file, timeLimit: () => this.timeLimit });
    return archivedTiles(this.#archive, { code, url: file ? name : src, tileSize, levels: [this.minNativeZoom, this.maxNativeZoom], element: this });
  }

  protected override forgetTiles(): void {
    super.forgetTiles();
    this.#archive?.dispose();
    this.#archive = undefined;
  }
}
