/** The geometry of one frame: where map units land on the canvas. Pure. */

/** West, south, east, north (degrees) or min x, min y, max x, max y (map units). */
export type Extent = readonly [number, number, number, number];

/** What decides a frame, as an OpenLayers frame state has it. */
export interface ViewInput {
  readonly center: readonly [number, number];
  /** Map units a CSS px. */
  readonly resolution: number;
  /** Zoom level, where the map counts them. */
  readonly zoom?: number | undefined;
  /** Radians, clockwise, as OpenLayers counts. */
  readonly rotation: number;
  /** CSS px. */
  readonly size: readonly [number, number];
  readonly pixelRatio: number;
  /** Width of the world in map units where it repeats, 0 where it does not. */
  readonly worldWidth: number;
  /** Code of the projection. */
  readonly projection: string;
  /** True while the view animates or is dragged. */
  readonly moving: boolean;
}

/** A frame: the input and what follows from it. */
export interface View extends ViewInput {
  /** Canvas size in device px. */
  readonly width: number;
  readonly height: number;
  /** x' = a·x + b·y + e, y' = b·x − a·y + f: map units → device px; a similarity with y upwards. */
  readonly a: number;
  readonly b: number;
  readonly e: number;
  readonly f: number;
  /** Device px a map unit. */
  readonly scale: number;
  /** Smallest upright extent around the (rotated) canvas, map units. */
  readonly extent: Extent;
}

/** The frame of an input. */
export function viewOf(input: ViewInput): View {
  const { center, resolution, rotation, size, pixelRatio } = input;
  const width = Math.round(size[0] * pixelRatio);
  const height = Math.round(size[1] * pixelRatio);
  const scale = pixelRatio / resolution;
  const a = Math.cos(rotation) * scale;
  const b = Math.sin(rotation) * scale;
  const e = width / 2 - a * center[0] - b * center[1];
  const f = height / 2 - b * center[0] + a * center[1];
  const halfX = (Math.abs(a) * width + Math.abs(b) * height) / (2 * scale * scale);
  const halfY = (Math.abs(b) * width + Math.abs(a) * height) / (2 * scale * scale);
  const extent: Extent = [center[0] - halfX, center[1] - halfY, center[0] + halfX, center[1] + halfY];
  return { ...input, width, height, a, b, e, f, scale, extent };
}

/** Whether two views put every map unit onto the same place of a canvas of the same size. */
export function sameView(a: View, b: View): boolean {
  return a.a === b.a && a.b === b.b && a.e === b.e && a.f === b.f && a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio && a.projection === b.projection;
}

/** Map units at a place in device px. */
export function mapPoint(view: View, x: number, y: number): [number, number] {
  const { a, b, scale } = view;
  const dx = x - view.e;
  const dy = y - view.f;
  const square = scale * scale;
  return [(a * dx + b * dy) / square, (b * dx - a * dy) / square];
}

/** Device px of a place in map units. */
export function devicePoint(view: View, x: number, y: number): [number, number] {
  return [view.a * x + view.b * y + view.e, view.b * x - view.a * y + view.f];
}

/** The extent of a frame, grown by a number of device px on each side. */
export function grownExtent(view: View, pixels: number): Extent {
  const by = pixels / view.scale;
  const [minX, minY, maxX, maxY] = view.extent;
  return [minX - by, minY - by, maxX + by, maxY + by];
}

/**
 * How far data must be moved, in map units, to be seen in each world that shows some of it. `[0]` where the world does not repeat.
 * @param data Extent of the data; it may lie beyond ±180°.
 */
export function worldShifts(view: View, data: Extent, margin = 0): number[] {
  const [minX, minY, maxX, maxY] = grownExtent(view, margin);
  if (!(data[0] <= data[2] && data[1] <= maxY && data[3] >= minY)) return [];
  const world = view.worldWidth;
  if (!(world > 0)) return data[0] <= maxX && data[2] >= minX ? [0] : [];
  const first = Math.ceil((minX - data[2]) / world);
  const last = Math.floor((maxX - data[0]) / world);
  const shifts: number[] = [];
  // Adding 0 turns −0 into 0.
  for (let k = first; k <= last && shifts.length < 32; k++) shifts.push(k * world + 0);
  return shifts;
}
