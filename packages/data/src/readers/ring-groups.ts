/** Rings to polygons: by their turn, as in shapefiles, or by what lies within what. */

interface Shell {
  readonly rings: Float64Array[];
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly area: number;
}

/** Vertices that are looked at for one shape at most. Beyond that a hole stays with the shell before it, where nearly all programs write it. */
const BUDGET = 20_000_000;

/** Twice the signed area; negative for a ring that runs clockwise. From the first vertex, so that large coordinates lose no digits. */
function doubleArea(ring: Float64Array): number {
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  let sum = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    sum += ((ring[i] as number) - x0) * ((ring[i + 3] as number) - y0) - ((ring[i + 2] as number) - x0) * ((ring[i + 1] as number) - y0);
  }
  return sum;
}

function boxOf(ring: Float64Array): Shell['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** True for a place within a ring. */
function holds(ring: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [x1, y1, x2, y2] = [ring[i] as number, ring[i + 1] as number, ring[j] as number, ring[j + 1] as number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Polygons of shell and holes. A hole in no shell is one itself: some programs write rings the other way round. */
export function groupRings(rings: readonly Float64Array[], budget = BUDGET): Float64Array[][] {
  if (rings.length === 1) return [[rings[0] as Float64Array]];
  const shells: Shell[] = [];
  const holes: { readonly ring: Float64Array; readonly before: number }[] = [];
  for (const ring of rings) {
    const area = doubleArea(ring);
    if (area <= 0) shells.push({ rings: [ring], box: boxOf(ring), area: -area });
    else holes.push({ ring, before: shells.length - 1 });
  }
  if (shells.length === 0) return reversed(rings, budget);
  const finder = new ShellFinder(shells, budget);
  const alone: Float64Array[][] = [];
  for (const { ring, before } of holes) {
    const shell = finder.of(ring, before);
    if (shell) shell.rings.push(ring);
    else alone.push([ring]);
  }
  return [...shells.map((shell) => shell.rings), ...alone];
}

/** Polygons of rings whose turn says nothing: a ring within a shell that came before is a hole of it. */
export function nestRings(rings: readonly Float64Array[], budget = BUDGET): Float64Array[][] {
  const shells: Shell[] = [];
  const finder = new ShellFinder(shells, budget);
  for (const ring of rings) {
    const shell = shells.length === 0 ? undefined : finder.of(ring, shells.length - 1);
    if (shell) shell.rings.push(ring);
    else shells.push({ rings: [ring], box: boxOf(ring), area: Math.abs(doubleArea(ring)) });
  }
  return shells.map((shell) => shell.rings);
}

/** All rings the wrong way round: read as if they were turned, then turned back. */
function reversed(rings: readonly Float64Array[], budget: number): Float64Array[][] {
  // All of one turn are shells of their own; one within another would be a hole that no honest file writes so.
  const shells = rings.map((ring): Shell => ({ rings: [ring], box: boxOf(ring), area: Math.abs(doubleArea(ring)) }));
  const bySize = [...shells].sort((a, b) => b.area - a.area);
  const [largest] = bySize;
  if (!largest) return [];
  const finder = new ShellFinder([largest], budget);
  const rest = shells.filter((shell) => shell !== largest);
  if (rest.every(({ rings: [ring] }) => ring && finder.of(ring, 0))) return [[...largest.rings, ...rest.flatMap((shell) => shell.rings)]];
  return shells.map((shell) => shell.rings);
}

/** Finds the smallest shell around a hole. */
class ShellFinder {
  readonly #shells: readonly Shell[];
  #budget: number;

  constructor(shells: readonly Shell[], budget: number) {
    this.#shells = shells;
    this.#budget = budget;
  }

  /** @param before Number of the shell that was written before the hole; -1 for none. */
  of(hole: Float64Array, before: number): Shell | undefined {
    let best: Shell | undefined;
    const box = boxOf(hole);
    for (const shell of this.#shells) {
      if (this.#budget < 0) return this.#shells[Math.max(0, before)];
      this.#budget--;
      if (best && shell.area >= best.area) continue;
      if (box[0] < shell.box[0] || box[1] < shell.box[1] || box[2] > shell.box[2] || box[3] > shell.box[3]) continue;
      if (this.#within(hole, shell.rings[0] as Float64Array)) best = shell;
    }
    return best;
  }

  /** By a vertex of the hole that does not lie on the shell, as far as the first few tell: holes may touch their shell. */
  #within(hole: Float64Array, shell: Float64Array): boolean {
    const step = Math.max(1, Math.floor(hole.length / 6)) * 2;
    let inside = 0;
    let looked = 0;
    for (let i = 0; i < hole.length && looked < 3; i += step, looked++) {
      this.#budget -= shell.length / 2;
      if (holds(shell, hole[i] as number, hole[i + 1] as number)) inside++;
    }
    return 2 * inside > looked;
  }
}
