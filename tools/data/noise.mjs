/** Smooth seeded noise over the plane, for invented landscapes: the same numbers on every machine. */

/** A number in [0, 1) for a whole-numbered place. */
function lattice(x, y, seed) {
  let mixed = (Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b9)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

const eased = (share) => share * share * (3 - 2 * share);

/** One octave, 0 to 1, with bumps one unit wide. */
function octave(x, y, seed) {
  const [left, low] = [Math.floor(x), Math.floor(y)];
  const [along, up] = [eased(x - left), eased(y - low)];
  const below = lattice(left, low, seed) * (1 - along) + lattice(left + 1, low, seed) * along;
  const above = lattice(left, low + 1, seed) * (1 - along) + lattice(left + 1, low + 1, seed) * along;
  return below * (1 - up) + above * up;
}

/** Noise of three octaves, 0 to 1, middle 0.5. @param {number} width Width of the largest bumps, in the units of x and y. */
export function noise(x, y, width, seed) {
  const [u, v] = [x / width, y / width];
  return (4 * octave(u, v, seed) + 2 * octave(2 * u, 2 * v, seed + 1) + octave(4 * u, 4 * v, seed + 2)) / 7;
}
