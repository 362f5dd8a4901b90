/** Which part of the plane a picture is made of, and where its pixels lie in a raster. Pure. */
import type { CrsTransform } from '@yizhangtu/data/crs';
import type { Affine } from '@yizhangtu/data/cog-source';
import { mapPoint, type View } from '../renderer/view.js';

/** An upright part of the plane, cut into square pixels. */
export interface Frame {
  /** Map units of the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Map units a pixel. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  readonly projection: string;
}

/** Device px around the view that are made as well: a small move shows no edge. */
const MARGIN = 128;
/** Pixels of one picture; very large screens get every second one. */
const MOST = 8_000_000;

/** The frame of a view, its pixels those of the canvas where that is not turned. */
export function frameOf(view: View): Frame {
  const size = (coarse: number): readonly [number, number] => [(view.extent[2] - view.extent[0]) * view.scale / coarse, (view.extent[3] - view.extent[1]) * view.scale / coarse];
  let coarse = 1;
  while (size(coarse)[0] * size(coarse)[1] > MOST) coarse *= 2;
  const margin = MARGIN * coarse;
  const [x, y] = view.rotation === 0 ? mapPoint(view, -margin, -margin) : [view.extent[0] - margin / view.scale, view.extent[3] + margin / view.scale];
  const [width, height] = size(coarse).map((side) => Math.ceil(side - 1e-6) + 2 * MARGIN) as [number, number];
  return { x, y, step: coarse / view.scale, width, height, projection: view.projection };
}

/** Whether a frame shows all of a view as sharply as it can be. */
export function holds(frame: Frame, view: View): boolean {
  const [minX, minY, maxX, maxY] = view.extent;
  const near = frame.step * 1e-6;
  const wanted = frameOf(view).step;
  return frame.projection === view.projection && Math.abs(frame.step / wanted - 1) < 1e-6 && frame.x <= minX + near && frame.y >= maxY - near && frame.x + frame.width * frame.step >= maxX - near && frame.y - frame.height * frame.step <= minY + near;
}

/** Pixels between two places that are worked out; between them a straight line is near enough. */
export const MESH = 16;

/** Places of a frame in a raster: columns and rows of its largest picture, at every `MESH`th pixel. */
export interface Mesh {
  readonly columns: number;
  readonly rows: number;
  /** Column and row, in turn, NaN where there is none. */
  readonly at: Float64Array;
  /** Columns round the world; 0 where that is not known. */
  readonly world: number;
}

/** How a raster lies. */
export interface RasterPlace {
  readonly affine: Affine;
  readonly toDegrees: CrsTransform;
  /** Longitude of its middle: the world is looked at around it. */
  readonly middle: number;
  /** Columns round the world, for a raster in degrees; 0 for others. */
  readonly world: number;
}

/** Column and row of places in degrees, in place. */
export function toPixels(degrees: Float64Array, { affine, toDegrees, middle }: RasterPlace): void {
  for (let i = 0; i < degrees.length; i += 2) degrees[i] = (degrees[i] as number) - 360 * Math.round(((degrees[i] as number) - middle) / 360);
  toDegrees.inverse?.(degrees);
  const [a, b, c, d, e, f] = affine;
  const whole = a * e - b * d;
  for (let i = 0; i < degrees.length; i += 2) {
    const [x, y] = [(degrees[i] as number) - c, (degrees[i + 1] as number) - f];
    degrees[i] = (e * x - b * y) / whole;
    degrees[i + 1] = (a * y - d * x) / whole;
  }
}

/** Where the pixels of a frame lie in a raster. @param toDegrees Of the frame. */
export function meshOf(frame: Frame, toDegrees: CrsTransform, place: RasterPlace): Mesh {
  const [columns, rows] = [Math.ceil(frame.width / MESH) + 1, Math.ceil(frame.height / MESH) + 1];
  const at = new Float64Array(2 * columns * rows);
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      at[i++] = frame.x + column * MESH * frame.step;
      at[i++] = frame.y - row * MESH * frame.step;
    }
  toDegrees(at);
  toPixels(at, place);
  return { columns, rows, at, world: place.world };
}
