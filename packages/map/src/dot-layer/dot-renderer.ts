/** Draws regions by their borders, and dots in them. Hits, hover, selection and labels are those of the regions: a single dot is nobody. */
import type { Geometry } from '@yizhangtu/data/model';
import type { DrawTarget, RenderColumns, Renderer, RenderStyle } from '../renderer/types.js';
import type { Dots } from './dots.js';

/** What the layer lends its renderer. */
export interface DotTools {
  /** The dots of the layer's numbers in a geometry; undefined while there are no numbers. The same object while nothing changes. */
  readonly dots: (geometry: Geometry) => Dots | undefined;
  /** Colour of the borders. */
  readonly border: () => string;
}

const NO_ROWS: ReadonlySet<number> = new Set();

/** The looks of the two pictures, made once for a style: a style that is another object is drawn anew. */
interface Looks {
  readonly style: RenderStyle;
  readonly regions: RenderStyle;
  readonly dots: RenderStyle;
}

/** The renderer of one layer, made of one for polygons and one for points. */
export class DotRenderer implements Renderer {
  readonly #regions: Renderer;
  readonly #dots: Renderer;
  readonly #tools: DotTools;
  #looks?: Looks;
  #passing?: { readonly of: Uint8Array; readonly dots: Dots; readonly each: Uint8Array };

  constructor(regions: Renderer, dots: Renderer, tools: DotTools) {
    this.#regions = regions;
    this.#dots = dots;
    this.#tools = tools;
  }

  prepare(columns: RenderColumns, style: RenderStyle): void {
    const dots = this.#tools.dots(columns.geometry);
    const looks = this.#looksOf(style, dots);
    this.#regions.prepare(columns, looks.regions);
    if (!dots) return;
    const { geometry, classOf, rowOf } = dots;
    const passing = this.#passingOf(columns.passing, dots);
    this.#dots.prepare({ rowCount: rowOf.length, geometry, passing, classOf, selection: NO_ROWS, hover: -1 }, looks.dots);
  }

  ready(projection: string): void {
    this.#regions.ready(projection);
    this.#dots.ready(projection);
  }

  draw(target: DrawTarget): void {
    this.#regions.draw(target);
    // Over what is there, and labels may cover dots.
    const { context, view, again } = target;
    this.#dots.draw({ context, view, clipped: true, ...(again && { again }) });
  }

  hitsAt(x: number, y: number, tolerance: number): number[] {
    return this.#regions.hitsAt(x, y, tolerance);
  }

  clusterAt(): undefined {
    return undefined;
  }

  rowsIn(bounds: readonly [number, number, number, number]): number[] {
    return this.#regions.rowsIn(bounds);
  }

  rest(): void {
    this.#regions.rest();
    this.#dots.rest();
  }

  dispose(): void {
    this.#regions.dispose();
    this.#dots.dispose();
  }

  #looksOf(style: RenderStyle, dots: Dots | undefined): Looks {
    const turns = dots?.turns ?? 1;
    if (this.#looks?.style === style && this.#looks.dots.classes.length === style.classes.length * turns) return this.#looks;
    const classes = Array.from({ length: turns }, () => style.classes).flat();
    // Only the dots can be drawn by the graphics card.
    const way = style.way === 'webgl' ? ({ way: 'auto' } as const) : {};
    const regions = { ...style, ...way, classes: [{ color: this.#tools.border() }], fillOpacity: 0 };
    return (this.#looks = { style, regions, dots: { ...style, classes } });
  }

  #passingOf(of: Uint8Array, dots: Dots): Uint8Array {
    if (this.#passing?.of !== of || this.#passing.dots !== dots)
      this.#passing = { of, dots, each: Uint8Array.from(dots.rowOf, (row) => of[row] as number) };
    return this.#passing.each;
  }
}
