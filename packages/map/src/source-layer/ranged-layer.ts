import { property } from 'lit/decorators.js';
import type { RangedOptions, RowSource } from '@yizhangtu/data/row-source';
import { SourceLayerElement } from './source-layer.js';

/** Base of layers whose rows are the part of a file on a server that the view shows. */
export abstract class RangedLayerElement extends SourceLayerElement {
  /** Address of the file, relative to the page. */
  @property() src?: string;

  /** Coordinate system of the file, over what it says itself: `EPSG:4528`. */
  @property() crs?: string;

  /** The file as a source; its code comes with it. */
  protected abstract fileRows(options: RangedOptions): Promise<RowSource>;

  protected override get windowed(): boolean {
    return true;
  }

  protected override get sourceKey(): string | undefined {
    return this.src ? JSON.stringify([this.src, this.crs, this.timeLimit]) : undefined;
  }

  protected override newSource(): Promise<RowSource> {
    const { src = '', crs, timeLimit } = this;
    return this.fileRows({ url: src, subject: this, timeLimit, ...(crs && { crs }) });
  }
}
