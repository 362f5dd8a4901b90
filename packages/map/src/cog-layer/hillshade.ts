/** Light and shadow of a surface of heights: slopes by Horn (1981, Proc. IEEE 69(1)), light of one sun on a matt surface. Pure. */
import type { Steps } from '@yizhangtu/data/steps';

/** Where the sun stands, and how much heights are raised. */
export interface Sun {
  /** Degrees clockwise from north. */
  readonly azimuth: number;
  /** Degrees above the horizon. */
  readonly altitude: number;
  readonly exaggeration: number;
}

/** Heights, row by row from the north; NaN for none. */
export interface Heights {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

const RAD = Math.PI / 180;

/**
 * Light of each pixel, 0 to 1; NaN where there is no height. Level ground has the sine of the altitude. A neighbour that is missing has the height of the
 * pixel itself.
 * @param cell Metres of a pixel to the east and to the south, by row.
 */
export function* hillshade({ values, width, height }: Heights, cell: (row: number) => readonly [east: number, south: number], { azimuth, altitude, exaggeration }: Sun): Steps<Float32Array> {
  const light = new Float32Array(width * height);
  const flat = Math.cos(altitude * RAD);
  const [east, north, up] = [Math.sin(azimuth * RAD) * flat, Math.cos(azimuth * RAD) * flat, Math.sin(altitude * RAD)];
  for (let row = 0; row < height; row++) {
    yield row / height;
    const [dx, dy] = cell(row);
    const [kx, ky] = [exaggeration / (8 * dx), exaggeration / (8 * dy)];
    const [above, below] = [row > 0 ? -width : 0, row + 1 < height ? width : 0];
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const own = values[at] as number;
      const [west, right] = [column > 0 ? -1 : 0, column + 1 < width ? 1 : 0];
      const near = (offset: number): number => {
        const value = values[at + offset] as number;
        return value === value ? value : own;
      };
      const [a, b, c, d, f, g, h, i] = [near(above + west), near(above), near(above + right), near(west), near(right), near(below + west), near(below), near(below + right)];
      const rises = kx * (c + 2 * f + i - a - 2 * d - g);
      const risesNorth = ky * (a + 2 * b + c - g - 2 * h - i);
      const lit = (up - rises * east - risesNorth * north) / Math.sqrt(1 + rises * rises + risesNorth * risesNorth);
      light[at] = own === own ? Math.max(0, lit) : NaN;
    }
  }
  return light;
}
