/** Draws rows of any kind: polygons below lines below points, each by its own renderer, made when there is something for it. */
import type { Geometry } from '@yizhangtu/data/model';
import { TYPE } from './canvas-renderer.js';
import { newRenderer as newPoints } from './point-renderer.js';
import { newRenderer as newShapes } from './shape-renderer.js';
import type { ClusterHit, DrawTarget, RenderColumns, Renderer, RenderKind, RenderStyle } from './types.js';

/** From bottom to top. */
const ORDER: readonly RenderKind[] = ['polygon', 'line', 'point'];

/** The kinds of geometry that rows have, from bottom to top. */
export function kindsOf(geometry: Geometry): RenderKind[] {
  if (geometry.kind === 'none') return [];
  if (geometry.kind === 'point') return ['point'];
  return ORDER.filter((kind) => geometry.types.includes(TYPE[kind]));
}

class MixedRenderer implements Renderer {
  readonly #parts = new Map<RenderKind, Renderer>();
  #shown: readonly RenderKind[] = [];
  #geometry?: Geometry;

  prepare(columns: RenderColumns, style: RenderStyle): void {
    if (columns.geometry !== this.#geometry) {
      this.#geometry = columns.geometry;
      this.#shown = kindsOf(columns.geometry);
      for (const [kind, part] of this.#parts) {
        if (this.#shown.includes(kind)) continue;
        part.dispose();
        this.#parts.delete(kind);
      }
    }
    for (const kind of this.#shown) {
      let part = this.#parts.get(kind);
      if (!part) this.#parts.set(kind, (part = kind === 'point' ? newPoints(kind) : newShapes(kind)));
      part.prepare(columns, style);
    }
  }

  ready(projection: string): void {
    for (const part of this.#fromBottom()) part.ready(projection);
  }

  draw(target: DrawTarget): void {
    const labels: (() => void)[] = [];
    for (const part of this.#fromBottom()) part.draw({ ...target, later: (draw) => labels.push(draw) });
    // Labels find room from the top layer down.
    if (labels.length > 0) target.later?.(() => labels.reverse().forEach((draw) => draw()));
  }

  hitsAt(x: number, y: number, tolerance: number): number[] {
    return this.#fromBottom().reverse().flatMap((part) => part.hitsAt(x, y, tolerance));
  }

  clusterAt(x: number, y: number): ClusterHit | undefined {
    return this.#parts.get('point')?.clusterAt(x, y);
  }

  rowsIn(bounds: readonly [number, number, number, number]): number[] {
    return this.#fromBottom().flatMap((part) => part.rowsIn(bounds)).sort((a, b) => a - b);
  }

  rest(): void {
    for (const part of this.#fromBottom()) part.rest();
  }

  dispose(): void {
    for (const part of this.#fromBottom()) part.dispose();
    this.#parts.clear();
    this.#shown = [];
  }

  #fromBottom(): Renderer[] {
    return this.#shown.flatMap((kind) => this.#parts.get(kind) ?? []);
  }
}

/** Draws whatever the rows have. */
export function newRenderer(): Renderer {
  return new MixedRenderer();
}
