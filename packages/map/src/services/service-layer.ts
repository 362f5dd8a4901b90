import { property } from 'lit/decorators.js';
import type { TileHost, TileLoader } from '../tiles/index.js';
import { MadeLayerElement } from './made-layer.js';

/** Base of layers whose pictures a map service makes. */
export abstract class ServiceLayerElement extends MadeLayerElement<TileLoader> {
  /** Address of the service, relative to the page or absolute. No other host is ever asked. */
  @property() url = '';

  /** Asks for the pictures with CORS, so that a map picture can be exported: `anonymous` or `use-credentials`. */
  @property({ attribute: 'cross-origin' }) crossOrigin: '' | 'anonymous' | 'use-credentials' = '';

  protected override get asksWith(): string {
    return this.crossOrigin;
  }

  protected override async newLoader(host: TileHost): Promise<TileLoader> {
    const { TileLoader: Loader } = await import('../tiles/index.js');
    return new Loader(host);
  }
}
