import { waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import type { YztMap } from '../map/map.js';
import { readyMap } from '../shared/map.fixture.js';
import '../xyz-layer/index.js';
import type { YztXyzLayer } from '../xyz-layer/xyz-layer.js';

/** The same server under another name: another origin. */
export const OTHER = `http://127.0.0.1:${location.port}`;

interface Tally {
  readonly total: number;
  /** Requests for one tile, at most. */
  readonly most: number;
  readonly tiles: number;
}

export class Run {
  static #last = 0;
  readonly name = `run-${Date.now().toString(36)}-${Run.#last++}`;
  readonly errors: YztError[] = [];
  /** Whether the layer was marked as loading, each time its attributes changed. */
  readonly marks: boolean[] = [];
  map!: YztMap;
  layer!: YztXyzLayer;

  async begin(mode: string, { origin = '', query = '', timeLimit = 30, crossOrigin = '', attributes = {} }: { origin?: string; query?: string; timeLimit?: number; crossOrigin?: string; attributes?: Record<string, string> } = {}): Promise<this> {
    await this.mode(mode);
    this.map = await readyMap('', attributes);
    this.map.addEventListener('yzt-error', (event) => {
      event.preventDefault();
      this.errors.push(event.detail);
    });
    this.layer = document.createElement('yzt-xyz-layer');
    this.layer.timeLimit = timeLimit;
    this.layer.crossOrigin = crossOrigin as '';
    this.layer.url = `${origin}/fault/tile/${this.name}/{z}/{x}/{y}.png${query}`;
    new MutationObserver(() => this.marks.push(this.layer.hasAttribute('loading'))).observe(this.layer, { attributeFilter: ['loading'] });
    this.map.append(this.layer);
    await this.layer.updateComplete;
    return this;
  }

  async mode(mode: string): Promise<void> {
    await fetch(`/fault/mode/${this.name}?is=${mode}`);
  }

  async tally(): Promise<Tally> {
    return (await (await fetch(`/fault/tally/${this.name}`)).json()) as Tally;
  }

  get codes(): string[] {
    return this.errors.map(({ code }) => code);
  }

  async failed(): Promise<YztError> {
    await waitUntil(() => this.errors.length > 0, 'an error', { timeout: 12_000 });
    return this.errors[0] as YztError;
  }

  /** Until the middle of the map has its colour. */
  async drawn(): Promise<void> {
    await waitUntil(() => this.isRed(), 'tiles on the map', { timeout: 15_000 });
  }

  isRed(): boolean {
    const { olLayer } = this.layer;
    const data = (olLayer as unknown as { getData(pixel: number[]): Uint8ClampedArray | null }).getData([200, 150]);
    return data !== null && (data[3] as number) > 200;
  }

  end(): void {
    this.map.remove();
  }
}
