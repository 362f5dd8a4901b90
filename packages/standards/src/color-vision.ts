/**
 * How colours look to people who see fewer of them: the model of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, «A Physiologically-based
 * Model for Simulation of Color Vision Deficiency», IEEE TVCG 15/6 (2009), at full severity.
 */

/** Lack of the red, green or blue cone. */
export type ColorVision = 'protan' | 'deutan' | 'tritan';

type Triple = readonly [number, number, number];

/** Linear red, green and blue of what is seen, by row. */
const MATRICES: Readonly<Record<ColorVision, readonly [Triple, Triple, Triple]>> = {
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** From linear sRGB to XYZ over the white D65 (IEC 61966-2-1), divided by the white. */
const TO_XYZ: readonly [Triple, Triple, Triple] = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

function times([a, b, c]: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple {
  const row = (one: Triple): number => one[0] * x + one[1] * y + one[2] * z;
  return [row(a), row(b), row(c)];
}

function linear(hex: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** CIELAB of linear red, green and blue. */
function lab(rgb: Triple): Triple {
  const clipped = rgb.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple;
  const [x, y, z] = times(TO_XYZ, clipped).map((part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116)) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * The least difference between any two of some colours, ΔE*ab (CIE 1976), to the eye that tells them apart worst: normal, without red, green or blue.
 * About 2 can just be seen side by side; marks of a map lie apart and need more. Infinity for fewer than two colours.
 * @param colors `#rrggbb`.
 */
export function leastDifference(colors: readonly string[]): number {
  const seen = colors.map(linear);
  const eyes = [seen, ...Object.values(MATRICES).map((matrix) => seen.map((rgb) => times(matrix, rgb)))];
  let least = Infinity;
  for (const eye of eyes) {
    const labs = eye.map(lab);
    labs.forEach((a, i) => labs.slice(i + 1).forEach((b) => (least = Math.min(least, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])))));
  }
  return least;
}
