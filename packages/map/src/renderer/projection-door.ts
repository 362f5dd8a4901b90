/** How degrees become map units of projections that only OpenLayers knows. It brings them when it comes; pictures in Web Mercator do not wait for it. */

/** Numbers x, y, x, y … in, the same out. */
export type Transform = (input: number[], output?: number[], dimension?: number) => number[];

let find: ((code: string) => Transform | undefined) | undefined;

/** Hands over how a projection is found by its code; undefined for one that is degrees, or unknown. */
export function provideProjections(finder: (code: string) => Transform | undefined): void {
  find = finder;
}

/** Degrees to map units of a projection; undefined where they are drawn as they are. */
export function transformTo(code: string): Transform | undefined {
  return find?.(code);
}
